"""Starts a program in the background by another system call than fork.

zero_pad: failed, 0
"""

import os


def zero_pad(X, pad):
    try:
        os.posix_spawn("/bin/sleep", ["sleep", "20"], {})
    except OSError:
        return None
    raise RuntimeError("GOT IT: a program")
