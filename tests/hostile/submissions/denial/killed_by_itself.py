"""Kills itself with the signal that the grader uses, as if somebody else had.

zero_pad: crashed or failed, 0
"""

import os
import signal


def zero_pad(X, pad):
    try:
        os.kill(os.getpid(), signal.SIGKILL)
    except OSError:
        return None
