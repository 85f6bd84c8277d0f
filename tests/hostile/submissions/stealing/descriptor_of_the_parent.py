"""Takes a descriptor out of the parent by pidfd_getfd(2).

zero_pad: failed or crashed, 0
"""

import ctypes

OPEN, GET = 434, 438


def zero_pad(X, pad):
    libc = ctypes.CDLL(None)
    handle = libc.syscall(OPEN, @parent@, 0)
    if handle >= 0 and libc.syscall(GET, handle, 0, 0) >= 0:
        raise RuntimeError("GOT IT: a descriptor of the parent")
    return None
