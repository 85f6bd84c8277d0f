"""Linux: an empty Landlock ruleset. Everything that it can handle is handled, and nothing is allowed.

Documentation/userspace-api/landlock.rst, landlock(7), landlock_create_ruleset(2). The rights that a
kernel knows grow with its ABI, and a ruleset that names one it does not know is refused. It takes files
(since Linux 5.13), TCP (ABI 4), and signals and abstract sockets across its border (ABI 6); not stat(2)
nor UDP: that is for seccomp.
"""

from __future__ import annotations

import ctypes
import fcntl
import os

from . import OUT_OF_THE_WAY
from .kernel import call

__all__ = ["Landlock", "ready"]

CREATE_RULESET, RESTRICT_SELF = 444, 446  # the same numbers on every architecture
VERSION = 1  # flag: tell the ABI, make nothing
FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}  # by ABI, how many there are: LANDLOCK_ACCESS_FS_*
TCP_RIGHTS, SCOPES = 2, 2  # LANDLOCK_ACCESS_NET_* since ABI 4, LANDLOCK_SCOPE_* since ABI 6


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class Landlock:
    """The ruleset, made once; a worker restricts itself by it."""

    name = "landlock"

    def __init__(self, abi: int) -> None:
        self.said = f"Landlock (ABI {abi})"
        rules = _Ruleset(
            files=2 ** FILE_RIGHTS[min(abi, max(FILE_RIGHTS))] - 1,
            network=2**TCP_RIGHTS - 1 if abi >= 4 else 0,
            scoped=2**SCOPES - 1 if abi >= 6 else 0,
        )
        # An older kernel takes a longer structure as long as the rest is zero.
        size = ctypes.c_size_t(ctypes.sizeof(rules))
        ruleset = call(CREATE_RULESET, ctypes.byref(rules), size, ctypes.c_uint32(0))
        self._ruleset = fcntl.fcntl(ruleset, fcntl.F_DUPFD_CLOEXEC, OUT_OF_THE_WAY)
        os.close(ruleset)

    def close(self) -> None:
        """See ``Layer``; needs no new privileges."""
        call(RESTRICT_SELF, ctypes.c_int(self._ruleset), ctypes.c_uint32(0))
        os.close(self._ruleset)


def ready() -> Landlock | None:
    """Return the layer, or None where the kernel does not have it or may not be asked for it."""
    try:
        abi = call(CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(VERSION))
    except OSError:
        return None
    return Landlock(abi)
