"""A student's function, as the parent calls it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from grader.course.forms import AnyForm, TupleForm
from grader.course.trees import frozen, leaves
from grader.errors import BadAnswer, CallError, Crashed, Forbidden, Raised, TimedOut, Unimplemented, WireError
from grader.run.budget import Budget
from grader.run.loan import Loan, forged
from grader.run.marks import Marks, entered, marks
from grader.run.modernised import modernised
from grader.run.parts import Parts
from grader.run.replies import MAX_PARTS, ask, legible, printable, value_of
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.model import Exercise, Form
    from grader.run.reading import Finding
    from grader.sandbox import Lender, Limits, Worker

__all__ = ["RESTARTS", "Student", "open_parts"]

MOST_CHANGED = 16  # calls that are looked at again because they are said to have changed their arguments
ANSWERS = 5  # that come back of a sequence of calls
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
        self._parts, self._modernise = Parts(parts, limits.reply_bytes), modernise
        self._budget = budget or Budget.of(limits)
        self._omit = open_parts(exercise.form)
        load = {"op": "load", "slice": finding.slice, "function": exercise.name, "parts": list(self._parts)}
        load |= {"modernise": modernise, "max_body": limits.reply_bytes}
        # What a function remembers of other calls must not reach a sequence: that is asked somewhere else.
        loads = (load | {"marks": True}, load)
        self._usual, self._apart = (Loan(warm, limits, each, self._parts, self._budget) for each in loads)
        self._entered: dict[bytes, frozenset[int]] = {}
        self._latest = b""  # the key of the latest call
        self.calls = 0  # of the usual worker that were answered
        self._answers: dict[bytes, Any] = {}
        self._room = limits.reply_bytes  # for arrays of answers that are remembered; others are asked anew
        self._changed: list[wire.Parts] = []
        self._lost: list[CallError] = []
        self._unloadable: CallError | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for loan in (self._usual, self._apart):
            loan.end()

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the function's answer to these arguments, as the wire carries it.

        Raises:
            CallError: the call gave no answer.
        """
        return self._remembered(self._call(args, kwargs))

    def whole(self, *args: Any) -> Any:
        """Return the function's answer with the parts that the course leaves open."""
        return self._remembered(self._call(args, {}, omit=[]))

    def again(self, *args: Any) -> Any:
        """Return the function's answer to a call of its own, whatever equal calls have brought."""
        call = self._call(args, {})
        return self._attempt(call, _key(call))

    def after(self, *args: Any) -> tuple[Any, list[Any]]:
        """Return the function's answer and the arguments as they are after the call."""
        reply = self._remembered(self._call(args, {}, echo=True))
        answer, afterwards = reply if isinstance(reply, tuple) and len(reply) == 2 else (None, None)
        if not (isinstance(afterwards, list) and len(afterwards) == len(args)):
            raise forged()
        return answer, afterwards

    def _call(
        self,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        *,
        echo: bool = False,
        omit: list[int] | None = None,
        strided: bool = False,
    ) -> wire.Parts:
        left_out = self._omit if omit is None else omit
        call = {"op": "call", "args": list(args), "kwargs": kwargs, "omit": left_out, "echo": echo}
        return wire.encode(call, strided=strided, views=True)

    def strided(self, *args: Any) -> Any:
        """Return the function's answer to arguments whose arrays are views of larger ones."""
        return self._remembered(self._call(args, {}, strided=True))

    def sequence(
        self, args: Sequence[Any], others: Sequence[Any], more: int = 0
    ) -> tuple[tuple[Any, ...], list[int]]:
        """Call the function several times, in a worker of its own: see ``checks.Function.sequence``."""
        call = {
            "op": "sequence",
            "args": list(args),
            "others": list(others),
            "omit": self._omit,
            "more": more,
        }
        reply = self._remembered(wire.encode(call | {"answers": ANSWERS}), apart=True)
        if not (isinstance(reply, tuple) and len(reply) == ANSWERS + 1):
            raise forged()
        *answers, changed = reply
        if not (isinstance(changed, list) and set(changed) <= set(self._omit)):
            raise forged()
        return tuple(answers), changed

    def _remembered(self, call: wire.Parts, *, apart: bool = False) -> Any:
        self._latest = key = _key(call)
        answer = self._answers[key] if key in self._answers else self._remember(key, call, apart)
        if isinstance(answer, CallError):
            # A fresh exception: the memory must not collect the tracebacks of every property.
            raise type(answer)(answer.message, where=answer.where, kinds=answer.kinds)
        return answer

    def _remember(self, key: bytes, call: wire.Parts, apart: bool) -> Any:
        """Return the answer to a new call, or the error; keep it for equal ones as long as there is room."""
        answer: Any
        try:
            answer = self._attempt(call, key, apart=apart)
        except CallError as error:
            answer = error
        size = sum(array.nbytes for array in leaves(answer))
        if size <= self._room:
            self._room -= size
            self._answers[key] = answer
        return answer

    @property
    def changed(self) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
        """The arguments, as they were sent, of the first calls that its worker says changed them.

        Nobody can believe it, so each has to be made again, with ``after``. The worst that a false word
        does is to cost such a call, or to leave the function with the calls that are looked at anyway.
        """
        calls = [wire.decode(call.tree, call.body, generators=True) for call in self._changed]
        return [(tuple(call["args"]), call["kwargs"]) for call in calls]

    def marks(self) -> Marks:
        """Return what the worker says of the code that it has loaded; nothing if there is no worker."""
        worker = self._usual.started
        if worker is None:
            return Marks()
        try:
            with self._budget.spending(worker.channel.meter):
                return marks(ask(worker, {"op": "marks"}))
        except (CallError, WireError):
            self._usual.end()
            return Marks()

    def unreached(self) -> tuple[str, ...]:
        """Return the blocks that no call entered, as places: none of this worker, or of one before it."""
        told = self.marks()
        return replace(told, entered=told.entered.union(*self._entered.values())).unreached

    @property
    def entered(self) -> frozenset[int]:
        """The branches that the latest call, or an equal one before it, entered, as the worker said."""
        return self._entered.get(self._latest, frozenset())

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

    @property
    def printed(self) -> str:
        """What its workers printed; known once the context has ended."""
        return self._usual.printed + self._apart.printed

    def modernised(self) -> tuple[str, ...]:
        """Return what to say of the old idioms that its worker met, before the context ends."""
        worker = self._usual.started
        return modernised(worker) if self._modernise and worker is not None else ()

    def _attempt(self, call: wire.Parts, key: bytes, *, apart: bool = False) -> Any:
        if self._unloadable is not None:
            raise self._unloadable
        if len(self._lost) > RESTARTS:
            raise self._lost[-1]
        self._budget.check()
        loan, answers = (self._apart, ANSWERS) if apart else (self._usual, 1)
        for attempt in (1, 2):
            try:
                worker = self._loaded(loan)
                with self._budget.spending(worker.channel.meter):
                    reply = worker.exchange(call, self._parts, answers)
                answer = legible(value_of(reply), answers * MAX_PARTS)
                if not apart:
                    self._note(call, key, reply)
                return frozen(answer)
            except TimedOut as error:
                loan.end()
                self._lost.append(error)
                raise
            except (Crashed, WireError) as error:
                crash, by_kill = loan.crash(error)
                if by_kill and attempt == 1:
                    continue  # killed from outside, perhaps with the warm process: not surely its fault
                self._lost.append(crash)
                raise crash from error
        raise AssertionError  # pragma: no cover - the loop returns or raises

    def _note(self, call: wire.Parts, key: bytes, reply: dict[str, Any]) -> None:
        """Count a call; remember which branches it entered, and whether it is said to change arguments."""
        self.calls += 1
        if "entered" in reply:
            self._entered[key] = entered(reply["entered"])
        if reply.get("changed") is True and len(self._changed) < MOST_CHANGED:
            self._changed.append(call)

    def _loaded(self, loan: Loan) -> Worker:
        try:
            return loan.worker()
        except (Raised, Unimplemented, Forbidden, BadAnswer) as error:
            # The function cannot even be defined; every call would say the same.
            loan.end()
            self._unloadable = error
            raise error from None


def _key(call: wire.Parts) -> bytes:
    return hashlib.blake2b(call.tree + call.body, digest_size=16).digest()


def open_parts(form: Form) -> list[int]:
    """Return which parts of a tuple the course leaves open; they need not cross the pipe."""
    items = form.items if isinstance(form, TupleForm) else ()
    return [i for i, item in enumerate(items) if isinstance(item, AnyForm)]
