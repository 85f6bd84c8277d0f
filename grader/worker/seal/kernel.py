"""System calls that Python has no name for, by the C library's ``syscall`` and ``prctl``."""

from __future__ import annotations

import ctypes
import os

__all__ = ["call", "libc", "prctl"]

libc = ctypes.CDLL(None, use_errno=True)


def call(number: int, *arguments: object) -> int:
    """Make a system call, see syscall(2).

    Raises:
        OSError: it returned -1.
    """
    return _checked(libc.syscall(ctypes.c_long(number), *arguments))


def prctl(option: int, *arguments: int) -> int:
    """Change something of this process; arguments that it does not take are 0: see the manual page.

    Raises:
        OSError: it returned -1.
    """
    four = (*arguments, 0, 0, 0, 0)[:4]
    return _checked(libc.prctl(option, *map(ctypes.c_ulong, four)))


def _checked(result: int) -> int:
    if result == -1:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
    return result
