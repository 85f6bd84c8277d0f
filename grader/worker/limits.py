"""What the kernel counts for a worker, and the end it shares with the warm process."""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import Any

PR_SET_PDEATHSIG = 1  # prctl(2)


def apply(limits: dict[str, Any]) -> None:
    """Set the limits that the parent asked for; see setrlimit(2) for each.

    RLIMIT_NPROC counts the user's processes and does not bind root; RLIMIT_CPU is a backstop, the
    parent watches the CPU seconds of every single call. It ends a worker by a signal of its own, and only a
    second later by one that anybody may have sent.
    """
    for name in ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_CORE"):
        wanted = limits.get(name)
        if wanted is None:
            continue
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        ceiling = wanted + (name == "RLIMIT_CPU")
        ceiling = ceiling if hard == resource.RLIM_INFINITY else min(ceiling, hard)
        try:
            resource.setrlimit(kind, (min(wanted, ceiling), ceiling))
        except (ValueError, OSError):
            # macOS refuses RLIMIT_AS; the other limits still hold.
            if sys.platform.startswith("linux"):
                raise


def die_with_parent() -> None:
    """Ask Linux to kill this process when the warm process ends, however it ends."""
    if sys.platform.startswith("linux"):
        from .seal.kernel import prctl  # noqa: PLC0415 - not elsewhere

        parent = os.getppid()
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
