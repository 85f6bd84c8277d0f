"""A warm process for each thread."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING, Protocol, Self

from grader.sandbox.confinement import Confinement, confinement
from grader.sandbox.warm import WarmProcess

if TYPE_CHECKING:
    from grader.sandbox.limits import Limits
    from grader.sandbox.warm import Worker

__all__ = ["Lender", "WarmProcesses"]


class Lender(Protocol):
    """What lends workers."""

    def worker(self, limits: Limits) -> AbstractContextManager[Worker]:
        """Lend a fresh worker in an empty directory of its own; afterwards nothing is left of it."""


class WarmProcesses:
    """Lends workers from a warm process that no other thread uses.

    A submission that kills the warm process it came from ends only what its own thread is grading.
    """

    def __init__(self) -> None:
        self._mine = threading.local()
        self._lock = threading.Lock()
        self._stack = ExitStack()
        self._layers: list[str] | None = None
        self._spare: list[WarmProcess] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def worker(self, limits: Limits) -> AbstractContextManager[Worker]:
        """Lend a worker of the calling thread's warm process, which starts with its first."""
        return self.mine.worker(limits)

    @property
    def mine(self) -> WarmProcess:
        """The calling thread's warm process; RuntimeError if it locks its workers unlike the first."""
        if not hasattr(self._mine, "warm"):
            with self._lock:
                self._mine.warm = self._spare.pop() if self._spare else self._start()
        mine: WarmProcess = self._mine.warm
        return mine

    def confinement(self, limits: Limits) -> Confinement:
        """Find out how well the workers are confined; the process that was tried goes to the next thread.

        Raises:
            RuntimeError: no worker could be set up.
        """
        with self._lock:
            warm = self._start()
            self._spare.append(warm)
            return confinement(warm, limits)

    def _start(self) -> WarmProcess:
        warm = self._stack.enter_context(WarmProcess(self._layers))
        self._layers = warm.layers
        return warm
