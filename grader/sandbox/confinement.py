"""Which level of confinement this system reaches, found by trying inside real workers."""

from __future__ import annotations

import os
import socket
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from grader.levels import ALONE, BLOCKS, FILES, PROBES, level_of
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.levels import Level
    from grader.sandbox.limits import Limits
    from grader.sandbox.warm import WarmProcess

__all__ = ["EVERYTHING", "Confinement", "confinement", "tried"]

EVERYTHING = ("landlock", "seccomp", "profile")  # the layers' names, see ``worker.seal``


@dataclass(frozen=True, slots=True)
class Confinement:
    """How well workers are confined.

    Attributes:
        level: the strongest that holds.
        outcomes: what stopped each probe, empty for those that got through.
        layers: what the workers are locked with, in words.
    """

    level: Level
    outcomes: dict[str, str]
    layers: list[str]

    @property
    def through(self) -> list[str]:
        """The probes that got through in a locked worker."""
        return [name for name in PROBES if not self.outcomes.get(name)]

    def missing(self, wanted: Level) -> list[str]:
        """Return the probes that got through and keep the system from this level."""
        return [name for name in BLOCKS[wanted] if not self.outcomes.get(name)]


def confinement(warm: WarmProcess, limits: Limits) -> Confinement:
    """Try everything in a worker that is locked like those of students, and files in one with Landlock alone.

    Raises:
        RuntimeError: no worker could be set up.
    """
    outcomes = tried(warm, limits, EVERYTHING)
    alone = tried(warm, limits, ["landlock"])
    outcomes |= {f"{name}{ALONE}": alone[name] for name in FILES}
    level = level_of({name: bool(stopped) for name, stopped in outcomes.items()})
    return Confinement(level, outcomes, warm.layers)


def tried(warm: WarmProcess, limits: Limits, layers: tuple[str, ...] | list[str]) -> dict[str, str]:
    """Return what stopped each probe in a worker that is locked with these layers only."""
    with surroundings() as around, warm.worker(limits, list(layers)) as worker:
        answer = worker.exchange(wire.encode({"op": "probe", **around}))["value"]
    return {name: str(answer[name]) for name in PROBES}


@contextmanager
def surroundings() -> Iterator[dict[str, Any]]:
    """Set up what there is to try on: this very process, and sockets that listen, as far as there can be."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="grade-"))
        around: dict[str, Any] = {"pid": os.getpid()}
        for name, family, kind, address in (
            ("tcp", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            ("udp", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            ("unix", socket.AF_UNIX, socket.SOCK_STREAM, os.path.join(folder, "s")),  # noqa: PTH118
            ("abstract", socket.AF_UNIX, socket.SOCK_STREAM, f"\0{folder}"),
        ):
            around[name] = ""
            with suppress(OSError):
                listening = stack.enter_context(socket.socket(family, kind))
                listening.bind(address)
                if kind == socket.SOCK_STREAM:
                    listening.listen()
                around[name] = listening.getsockname()[1] if family == socket.AF_INET else address
        yield around
