"""Kills the process that it was forked from, from which others will be forked.

zero_pad: failed, 0
"""

import os
import signal


def zero_pad(X, pad):
    try:
        os.kill(os.getppid(), signal.SIGKILL)
    except OSError:
        return None
    raise RuntimeError("GOT IT: the warm process is killed")
