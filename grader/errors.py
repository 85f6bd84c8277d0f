"""Every exception of the project, by whose fault it is.

GraderError
├── UsageError      the caller's: a path or an option                  exit 2
├── SuiteError      the author's: file, line, remedy                   exit 3
├── Mismatch        the student's: a promise broken (actual, expected)
├── CallError       the student's: no usable answer to one call
│   └── Unimplemented · Raised · TimedOut · Crashed · BadAnswer · Forbidden
├── WireError       a garbled reply; becomes Crashed
└── InternalError   ours, while a student's function was called

Anything else that is raised is a fault of ours, too: it becomes the status *ungraded*, never 0 points.
"""

from __future__ import annotations

from typing import ClassVar, Literal

__all__ = [
    "BadAnswer",
    "CallError",
    "Crashed",
    "Forbidden",
    "GraderError",
    "InternalError",
    "Mismatch",
    "Raised",
    "Status",
    "SuiteError",
    "TimedOut",
    "Unimplemented",
    "UsageError",
    "WireError",
]


Status = Literal[
    "passed",
    "failed",
    "raised",
    "timed_out",
    "crashed",
    "not_implemented",
    "missing",
    "forbidden",
    "blocked",
    "ungraded",
]
"""How an exercise, or one promise of it, came out."""


class GraderError(Exception):
    """The root: everything this project raises on purpose."""


class UsageError(GraderError):
    """The command was called with a path or an option that it cannot work with."""


class SuiteError(GraderError):
    """The course itself is unsound: the author has something to fix.

    Args:
        message: what is wrong.
        where: the file, with the line if there is one.
        remedy: what to do about it.
    """

    def __init__(self, message: str, *, where: str = "", remedy: str = "") -> None:
        self.message, self.where, self.remedy = message, where, remedy
        super().__init__(" ".join(part for part in (f"{where}:" if where else "", message, remedy) if part))

    def at(self, where: str) -> SuiteError:
        """Return the same fault at a place, for one that does not know its own."""
        return SuiteError(self.message, where=where, remedy=self.remedy)


class Mismatch(GraderError):
    """A promise is broken for the case at hand.

    Args:
        message: one plain sentence that says what differs.
        actual: what the student's function gave, if that helps to see it.
        expected: what the promise asks for.
    """

    def __init__(self, message: str, *, actual: object = None, expected: object = None) -> None:
        self.message, self.actual, self.expected = message, actual, expected
        super().__init__(message)


class CallError(GraderError):
    """The student's function gave no usable answer to one call.

    Args:
        message: one plain sentence that says what happened.
        where: where in the student's own files, e.g. ``lesson2.ipynb, cell 4, line 7: Z = ...``.
        kinds: what was raised, and what that is a kind of: the names of the exception's classes.
    """

    status: ClassVar[Status] = "raised"

    def __init__(self, message: str, *, where: str = "", kinds: tuple[str, ...] = ()) -> None:
        self.message, self.where, self.kinds = message, where, kinds
        super().__init__(f"{message} ({where})" if where else message)


class Unimplemented(CallError):
    """The stub is still a stub: it raised NotImplementedError."""

    status = "not_implemented"


class Raised(CallError):
    """The function, or the code it needs, raised an exception."""

    status = "raised"


class TimedOut(CallError):
    """The call used up its CPU or wall seconds."""

    status = "timed_out"


class Crashed(CallError):
    """The worker died, or said something that is no reply."""

    status = "crashed"


class BadAnswer(CallError):
    """The answer is not of the form that the exercise's return annotation states."""

    status = "failed"


class Forbidden(CallError):
    """The function needs a module that the course does not allow, or asks for files or the like."""

    status = "forbidden"


class WireError(GraderError):
    """Bytes that are no message of the protocol, or a message beyond its limits."""


class InternalError(GraderError):
    """Something of ours failed while a student's function was called: nobody else's fault."""
