"""A worker on loan: it has loaded one function, and is replaced after it hangs or dies."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from grader.errors import Crashed, WireError
from grader.run.replies import ask
from grader.words import say

if TYPE_CHECKING:
    from grader.run.budget import Budget
    from grader.run.parts import Parts
    from grader.sandbox import Lender, Limits, Worker

__all__ = ["Loan", "forged"]


class Loan:
    """A worker that starts when it is needed first.

    Args:
        warm: lends workers.
        limits: what one may use.
        load: the request that loads the function.
        parts: what answers for the parts that the function needs.
        budget: pays for the loading.
    """

    def __init__(
        self, warm: Lender, limits: Limits, load: dict[str, Any], parts: Parts, budget: Budget
    ) -> None:
        self._warm, self._limits, self._load = warm, limits, load
        self._parts, self._budget = parts, budget
        self._stack = ExitStack()
        self.started: Worker | None = None
        self.printed = ""

    def worker(self) -> Worker:
        """Return the worker, which has loaded the function.

        Raises:
            CallError: the function cannot be loaded.
        """
        if self.started is None:
            self.started = self._stack.enter_context(self._warm.worker(self._limits))
            with self._budget.spending(self.started.channel.meter):
                ask(self.started, self._load, self._parts)
        return self.started

    def crash(self, error: Exception) -> tuple[Crashed, bool]:
        """End the worker; return in words how it ended, and whether a kill from outside may be the reason."""
        if isinstance(error, WireError):
            self.end()
            return forged(), False
        status = self.started.close(ended=True) if self.started is not None else None
        self.end()
        if status is None or status == -signal.SIGKILL:
            return Crashed(say("Its process was killed.")), True
        if status < 0:
            return Crashed(say("Its process was ended by {signal}.", signal=_signal(-status))), False
        return Crashed(say("It ended its own process, with exit status {status}.", status=status)), False

    def end(self) -> None:
        """End the worker, and keep what it printed."""
        worker, self.started = self.started, None
        self._stack.close()
        if worker is not None:
            self.printed += bytes(worker.channel.printed).decode("utf-8", "replace")


def forged() -> Crashed:
    """Return the fault of a worker whose reply is none."""
    return Crashed(say("Its process wrote to the grader's own pipe."))


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
