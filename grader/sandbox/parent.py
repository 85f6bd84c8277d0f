"""What the parent does about itself."""

from __future__ import annotations

import ctypes
import sys

__all__ = ["hide"]

PR_SET_DUMPABLE = 4  # prctl(2)


def hide() -> None:
    """Keep other processes of this user from reading this one's memory, environment and descriptors: proc(5).

    It matters where workers are not sealed. Root can read it all the same.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, *(ctypes.c_ulong(0),) * 4)
