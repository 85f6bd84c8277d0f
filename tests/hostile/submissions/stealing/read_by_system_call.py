"""Opens a file by system calls that the standard library does not use.

zero_pad: failed or crashed, 0
"""

import ctypes
import os

OPENAT2, OPEN_TREE, IO_URING_SETUP, FDCWD = 437, 428, 425, -100


def zero_pad(X, pad):
    libc = ctypes.CDLL(None)
    how = (ctypes.c_uint64 * 3)(0, 0, 0)
    path = b"@solutions@"
    got = [
        libc.syscall(OPENAT2, FDCWD, path, how, 24),
        libc.syscall(OPEN_TREE, FDCWD, path, 0),
        libc.open(path, 0),
        libc.syscall(IO_URING_SETUP, 4, ctypes.create_string_buffer(120)),
        libc.creat(b"@drop@/created", 0o600),
    ]
    if max(got) >= 0:
        raise RuntimeError(f"GOT IT: {got}")
    return None
