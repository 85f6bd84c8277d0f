"""Looks into the environment as C sees it, where os.environ.clear may not have reached.

zero_pad: failed or crashed, 0
"""

import ctypes


def zero_pad(X, pad):
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    for name in (b"CANARY", b"HOME", b"PATH", b"SSH_AUTH_SOCK", b"USER"):
        if libc.getenv(name):
            raise RuntimeError(f"GOT IT: {name} {libc.getenv(name)}")
    return None
