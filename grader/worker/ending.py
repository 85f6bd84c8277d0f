"""The end of a worker, and of whatever it leaves behind."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["GRACE", "end", "end_strays"]

GRACE = 0.1  # seconds in which a worker that closed its pipe may end by itself, so that its status is its own
ROUNDS = 1000  # of looking for what has been left behind; each ends a generation of it


def end(pid: int, grace: float) -> int | None:
    """Kill a worker with its process group; return how it ended, or None if nobody knows.

    Args:
        pid: the worker's process, which leads its group.
        grace: seconds to wait before killing, for a worker that seems to have ended by itself.
    """
    until = time.monotonic() + grace
    try:
        while grace and time.monotonic() < until:
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                kill(pid, group_only=True)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.002)
        kill(pid)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:
        return None


def kill(pid: int, *, group_only: bool = False) -> None:
    """Send SIGKILL to a worker's group, and to itself in case it had not yet made one."""
    for target in (os.killpg, *(() if group_only else (os.kill,))):
        try:
            target(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def end_strays(workers: Collection[int]) -> None:
    """Kill every process that a worker left behind, though it may lead a session of its own.

    Where a worker cannot fork there is none. Elsewhere on Linux the warm process is their subreaper: what
    loses its parent becomes its child, in Documentation/filesystems/proc.rst the list ``children``.

    Args:
        workers: those that still work.
    """
    for _ in range(ROUNDS):
        strays = [pid for pid in children() if pid not in workers]
        if not strays:
            return
        for pid in strays:
            end(pid, 0.0)


def children() -> list[int]:
    """Return this process's children, as far as the system tells."""
    if not sys.platform.startswith("linux"):
        return []
    try:
        with open(f"/proc/self/task/{threading.get_native_id()}/children", encoding="ascii") as file:  # noqa: PTH123
            return [int(word) for word in file.read().split()]
    except OSError:
        return []
