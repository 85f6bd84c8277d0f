"""A submission's side of grading: its files are read once, each exercise gets a worker, calls get answers.

The worker is asked in ``grader.worker.wire`` and believed in nothing: whatever comes back is checked
here for its form as a reply, and by the exercise's form and properties for what it says.
"""

from __future__ import annotations

import hashlib
import signal
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from grader.errors import BadAnswer, CallError, Crashed, Forbidden, Raised, TimedOut, Unimplemented, WireError
from grader.forms import AnyForm, TupleForm
from grader.words import Sentence, say
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.model import Exercise, Form, Submission
    from grader.sandbox import Lender, Limits, Worker

__all__ = ["Finding", "Reading", "Student", "read"]

MAX_DEPTH = 5  # of a worker's sentence in a sentence
MAX_PLACES = 10  # in one of them
RESTARTS = 1  # workers that one exercise may use up by hanging or crashing before the rest is not tried
_FAULTS = {
    "raised": Raised,
    "not_implemented": Unimplemented,
    "forbidden": Forbidden,
    "bad_answer": BadAnswer,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader of the files says of one function.

    Attributes:
        status: found, missing or broken.
        where: file, cell and line of its definition.
        message: what is wrong, for broken, and for missing as far as there is more to say.
        notes: what the student should know although it is found.
        slice: the statements to execute, opaque to the parent.
    """

    status: str
    where: str = ""
    message: str = ""
    notes: tuple[str, ...] = ()
    slice: Any = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader of a submission's files found; nothing of them has run."""

    functions: dict[str, Finding]
    troubles: tuple[str, ...] = ()


def read(submission: Submission, wanted: Sequence[str], warm: Lender, limits: Limits) -> Reading:
    """Have a worker read and slice the files of a submission."""
    files = [[file.name, file.content] for file in submission.files]
    with warm.worker(limits) as worker:
        try:
            survey = _ask(worker, {"op": "read", "files": files, "wanted": list(wanted)})
            return _reading(survey, wanted)
        except (CallError, WireError, wire.Garbled) as error:
            message = say("The files cannot be read: {reason}", reason=str(error))
            return Reading({name: Finding("broken", message=message) for name in wanted}, (message,))


def _reading(survey: Any, wanted: Sequence[str]) -> Reading:
    try:
        troubles = tuple(
            say("{where}: {message}", where=heard(trouble["where"]), message=heard(trouble["message"]))
            for trouble in survey["troubles"]
        )
        functions = {}
        for name in wanted:
            entry = survey["functions"][name]
            functions[name] = Finding(
                status=str(entry["status"]),
                where=heard(entry["where"]),
                message=heard(entry["message"]),
                notes=tuple(heard(note) for note in entry["notes"]),
                slice=entry["slice"],
            )
    except (LookupError, TypeError) as error:
        raise WireError("the survey is incomplete") from error
    return Reading(functions, troubles)


class Student:
    """A student's function, called in a worker of its own; equal calls are answered once.

    Use as a context manager; the worker starts with the first call and ends with the context. A
    worker that hangs or dies is replaced for the next call, ``RESTARTS`` times at most.
    """

    def __init__(self, exercise: Exercise, finding: Finding, warm: Lender, limits: Limits) -> None:
        self._exercise, self._finding, self._warm, self._limits = exercise, finding, warm, limits
        self._omit = open_parts(exercise.form)
        self._answers: dict[bytes, Any] = {}
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
        call = wire.encode({"op": "call", "args": list(args), "kwargs": kwargs, "omit": self._omit})
        key = hashlib.blake2b(call.tree + call.body, digest_size=16).digest()
        if key not in self._answers:
            try:
                self._answers[key] = self._attempt(call)
            except CallError as error:
                self._answers[key] = error
        answer = self._answers[key]
        if isinstance(answer, CallError):
            # A fresh exception: the memory must not collect the tracebacks of every property.
            raise type(answer)(answer.message, where=answer.where)
        return answer

    def _attempt(self, call: wire.Parts) -> Any:
        if self._unloadable is not None:
            raise self._unloadable
        if len(self._lost) > RESTARTS:
            raise self._lost[-1]
        for attempt in (1, 2):
            try:
                return _value(self._loaded().exchange(call))
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
            try:
                _ask(self._worker, {**load, "max_body": self._limits.reply_bytes})
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
            return Crashed(say("Its process wrote to the grader's own pipe.")), False
        status = self._worker.close(ended=True) if self._worker is not None else None
        self._drop()
        if status is None or status == -signal.SIGKILL:
            return Crashed(say("Its process was killed.")), True
        if status < 0:
            return Crashed(say("Its process was ended by {signal}.", signal=_signal(-status))), False
        return Crashed(say("It ended its own process, with exit status {status}.", status=status)), False

    def _drop(self) -> None:
        if self._worker is not None:
            self.printed = bytes(self._worker.channel.printed).decode("utf-8", "replace")
            self._worker = None
        self._stack.close()


def open_parts(form: Form) -> list[int]:
    """Return which parts of a tuple the course leaves open; they need not cross the pipe."""
    items = form.items if isinstance(form, TupleForm) else ()
    return [i for i, item in enumerate(items) if isinstance(item, AnyForm)]


def _ask(worker: Worker, request: dict[str, Any]) -> Any:
    """Send a request and return the value of its reply.

    Raises:
        CallError: the reply is an error, or there is none.
        WireError: it is no reply.
    """
    return _value(worker.exchange(wire.encode(request)))


def _value(reply: Any) -> Any:
    if not isinstance(reply, dict):
        raise WireError("not a reply")
    if "error" not in reply:
        return reply.get("value")
    fault = reply["error"]
    if not isinstance(fault, dict):
        raise WireError("not an error")
    kind, name, text = (printable(fault.get(key)) for key in ("kind", "type", "message"))
    try:
        where = heard(fault.get("where"))
    except WireError:
        where = ""
    raise _FAULTS.get(kind, Raised)(_sentence(kind, name, text), where=where)


def _sentence(kind: str, name: str, text: str) -> str:
    if kind == "not_implemented":
        return say("Not written yet.")
    if kind == "forbidden":
        return say("It imports {module}; only NumPy and Python's own modules are at hand here.", module=text)
    if kind == "bad_answer":
        return say("The answer cannot be taken: {reason}.", reason=text)
    if name in {"MemoryError", "_ArrayMemoryError"}:  # Python's and NumPy's
        return say("It asked for more memory than it may have (MemoryError).")
    if name == "SystemExit":
        return say("It ended the program (SystemExit).")
    return f"{name}: {text}" if text else name


def heard(words: Any, depth: int = MAX_DEPTH) -> str:
    """Return what a worker says: text without control characters, or a sentence that can be translated.

    Raises:
        WireError: it is neither text nor a template with its values.
    """
    if isinstance(words, str):
        return printable(words)
    if not isinstance(words, dict) or words.keys() != {"template", "values"} or depth == 0:
        raise WireError("not a sentence")
    template, values = printable(words["template"]), words["values"]
    if not template or not isinstance(values, dict) or len(values) > MAX_PLACES:
        raise WireError("not a sentence")
    return Sentence(template, {printable(name): heard(value, depth - 1) for name, value in values.items()})


def printable(text: object, longest: int = 800) -> str:
    """Return a student's text without control characters: it can neither colour nor clear a screen."""
    shown = text[:longest] if isinstance(text, str) else ""
    kept = (char if char.isprintable() else " " if char.isspace() else "�" for char in shown)
    return " ".join("".join(kept).split())


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
