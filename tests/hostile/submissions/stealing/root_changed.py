"""Changes its namespaces, its root and its directory.

zero_pad: failed or crashed, 0
"""

import ctypes


def zero_pad(X, pad):
    libc = ctypes.CDLL(None)
    got = [libc.unshare(0x20000), libc.unshare(0x10000000), libc.chroot(b"@root@"), libc.chdir(b"@root@")]
    if 0 in got:
        raise RuntimeError(f"GOT IT: {got}")
    return None
