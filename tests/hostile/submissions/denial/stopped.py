"""Stops itself, so that it uses no CPU time and answers nothing.

zero_pad: timed_out or failed, 0
limits: short
"""

import os
import signal


def zero_pad(X, pad):
    try:
        os.kill(os.getpid(), signal.SIGSTOP)
    except OSError:
        return None
