"""A student's function, as the parent calls it."""

from __future__ import annotations

import hashlib
import signal
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from grader.course.forms import AnyForm, TupleForm
from grader.course.trees import frozen, leaves
from grader.errors import BadAnswer, CallError, Crashed, Forbidden, Raised, TimedOut, Unimplemented, WireError
from grader.run.budget import Budget
from grader.run.modernised import modernised
from grader.run.parts import Parts
from grader.run.replies import ask, legible, printable, value_of
from grader.words import say
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.model import Exercise, Form
    from grader.run.reading import Finding
    from grader.sandbox import Lender, Limits, Worker

__all__ = ["RESTARTS", "Student", "open_parts"]

RESTARTS = 1  # workers that one exercise may use up by hanging or crashing before the rest is not tried
LINES = 10  # of what a function prints that are shown
LONGEST = 200  # characters of one


class Student:
    """A student's function, called in a worker of its own; equal calls are answered once.

    Use as a context manager; the worker starts with the first call and ends with the context. A
    worker that hangs or dies is replaced for the next call, ``RESTARTS`` times at most.

    Args:
        exercise: whose function is called.
        finding: where it is.
        warm: lends workers.
        limits: what one may use.
        parts: exercises that it needs and that their oracles answer for, in place of the student's functions.
        modernise: let old idioms of NumPy work again.
        budget: what its calls may take together; by default one of its own.
    """

    def __init__(
        self,
        exercise: Exercise,
        finding: Finding,
        warm: Lender,
        limits: Limits,
        *,
        parts: Sequence[Exercise] = (),
        modernise: bool = False,
        budget: Budget | None = None,
    ) -> None:
        self._exercise, self._finding, self._warm, self._limits = exercise, finding, warm, limits
        self._parts, self._modernise = Parts(parts, limits.reply_bytes), modernise
        self._budget = budget or Budget.of(limits)
        self._omit = open_parts(exercise.form)
        self._answers: dict[bytes, Any] = {}
        self._room = limits.reply_bytes  # for arrays of answers that are remembered; others are asked anew
        self._stack = ExitStack()
        self._worker: Worker | None = None
        self._lost: list[CallError] = []
        self._unloadable: CallError | None = None
        self.printed = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._drop()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the function's answer to these arguments, as the wire carries it.

        Raises:
            CallError: the call gave no answer.
        """
        return self._remembered(self._call(args, kwargs))

    def again(self, *args: Any) -> Any:
        """Return the function's answer to a call of its own, whatever equal calls have brought."""
        return self._attempt(self._call(args, {}))

    def after(self, *args: Any) -> tuple[Any, list[Any]]:
        """Return the function's answer and the arguments as they are after the call."""
        reply = self._remembered(self._call(args, {}, echo=True))
        answer, afterwards = reply if isinstance(reply, tuple) and len(reply) == 2 else (None, None)
        if not (isinstance(afterwards, list) and len(afterwards) == len(args)):
            raise _forged()
        return answer, afterwards

    def _call(self, args: tuple[Any, ...], kwargs: dict[str, Any], *, echo: bool = False) -> wire.Parts:
        call = {"op": "call", "args": list(args), "kwargs": kwargs, "omit": self._omit, "echo": echo}
        return wire.encode(call)

    def _remembered(self, call: wire.Parts) -> Any:
        key = hashlib.blake2b(call.tree + call.body, digest_size=16).digest()
        answer = self._answers[key] if key in self._answers else self._remember(key, call)
        if isinstance(answer, CallError):
            # A fresh exception: the memory must not collect the tracebacks of every property.
            raise type(answer)(answer.message, where=answer.where)
        return answer

    def _remember(self, key: bytes, call: wire.Parts) -> Any:
        """Return the answer to a new call, or the error; keep it for equal ones as long as there is room."""
        answer: Any
        try:
            answer = self._attempt(call)
        except CallError as error:
            answer = error
        size = sum(array.nbytes for array in leaves(answer))
        if size <= self._room:
            self._room -= size
            self._answers[key] = answer
        return answer

    @property
    def asked(self) -> set[str]:
        """The parts that it asked the course for."""
        return self._parts.asked

    @property
    def failed_parts(self) -> set[str]:
        """Those of them that the course could not answer for."""
        return self._parts.failed

    def spent(self) -> float:
        """Return the seconds that its calls took, see ``Budget.spent``; others' load is not in it."""
        return self._budget.spent

    @property
    def said(self) -> tuple[str, ...]:
        """The first lines that its workers printed, killed ones too; known once the context has ended."""
        lines = [printable(line, LONGEST) for line in self.printed.splitlines()[: LINES + 1]]
        return (*lines[:LINES], *(["..."] if len(lines) > LINES else []))

    def modernised(self) -> tuple[str, ...]:
        """Return what to say of the old idioms that its worker met, before the context ends."""
        return modernised(self._worker) if self._modernise and self._worker is not None else ()

    def _attempt(self, call: wire.Parts) -> Any:
        if self._unloadable is not None:
            raise self._unloadable
        if len(self._lost) > RESTARTS:
            raise self._lost[-1]
        self._budget.check()
        for attempt in (1, 2):
            try:
                worker = self._loaded()
                with self._budget.spending(worker.channel.meter):
                    reply = worker.exchange(call, self._parts)
                return frozen(legible(value_of(reply)))
            except TimedOut as error:
                self._drop()
                self._lost.append(error)
                raise
            except (Crashed, WireError) as error:
                crash, by_kill = self._crash(error)
                if by_kill and attempt == 1:
                    continue  # killed from outside, perhaps with the warm process: not surely its fault
                self._lost.append(crash)
                raise crash from error
        raise AssertionError  # pragma: no cover - the loop returns or raises

    def _loaded(self) -> Worker:
        if self._worker is None:
            self._worker = self._stack.enter_context(self._warm.worker(self._limits))
            load = {"op": "load", "slice": self._finding.slice, "function": self._exercise.name}
            load |= {
                "parts": list(self._parts),
                "modernise": self._modernise,
                "max_body": self._limits.reply_bytes,
            }
            try:
                with self._budget.spending(self._worker.channel.meter):
                    ask(self._worker, load, self._parts)
            except (Raised, Unimplemented, Forbidden, BadAnswer) as error:
                # The function cannot even be defined; every call would say the same.
                self._drop()
                self._unloadable = error
                raise error from None
        return self._worker

    def _crash(self, error: Exception) -> tuple[Crashed, bool]:
        """Put into words how the worker ended."""
        if isinstance(error, WireError):
            self._drop()
            return _forged(), False
        status = self._worker.close(ended=True) if self._worker is not None else None
        self._drop()
        if status is None or status == -signal.SIGKILL:
            return Crashed(say("Its process was killed.")), True
        if status < 0:
            return Crashed(say("Its process was ended by {signal}.", signal=_signal(-status))), False
        return Crashed(say("It ended its own process, with exit status {status}.", status=status)), False

    def _drop(self) -> None:
        worker, self._worker = self._worker, None
        self._stack.close()
        if worker is not None:
            self.printed += bytes(worker.channel.printed).decode("utf-8", "replace")


def open_parts(form: Form) -> list[int]:
    """Return which parts of a tuple the course leaves open; they need not cross the pipe."""
    items = form.items if isinstance(form, TupleForm) else ()
    return [i for i, item in enumerate(items) if isinstance(item, AnyForm)]


def _forged() -> Crashed:
    return Crashed(say("Its process wrote to the grader's own pipe."))


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
