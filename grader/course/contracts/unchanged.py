"""The contract that a call leaves its arguments as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.course.contracts.asking import answer_of
from grader.course.differences import difference
from grader.course.steady import stops
from grader.errors import CallError, Mismatch
from grader.words import say, translatable

if TYPE_CHECKING:
    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["arguments_unchanged", "reported"]

CHANGED = translatable(
    "The call changes its argument: {place} was {before} before the call and is {after} after it."
)


def reported(f: Function) -> list[Arguments]:
    """Return the questions of calls that are said to have changed their arguments.

    Whether a call does may depend on more than few cases show: on a mode, or on ``ravel``, which returns a
    view of one array, and a copy of another.
    """
    return f.changed


def arguments_unchanged(f: Function, _turn: int | None, /, **question: Any) -> None:
    """What comes back of the arguments is compared here, with what was sent."""
    if answer_of(f, question) is None:
        return
    try:
        _, afterwards = f.after(*question.values())
    except CallError as error:
        raise stops(say("asked again"), error) from error
    for (name, before), after in zip(question.items(), afterwards, strict=True):
        found = difference(before, after, name)
        if found is not None:
            raise Mismatch(say(CHANGED, **found.words()), actual=found.after, expected=found.before)
