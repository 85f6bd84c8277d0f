"""What all contracts do: ask for an answer, and share what there is to ask among their few cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from grader.course.differences import difference
from grader.course.steady import stops
from grader.errors import CallError, Mismatch
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grader.course.checks import Function
    from grader.course.model import Arguments

__all__ = ["FEW", "answer_of", "few", "other_answer", "shared"]

FEW = 4  # cases of a contract, spread over their sizes

One = TypeVar("One")


def few(cases: Sequence[One]) -> list[One]:
    """Return the cases that a contract looks at: the smallest, the largest, and some between."""
    if not cases:
        return []
    last = len(cases) - 1
    return [cases[i] for i in sorted({round(last * step / (FEW - 1)) for step in range(FEW)})]


def shared(variants: Sequence[One], turn: int | None) -> list[One]:
    """Return the variants of a question that one case asks; all of them, if it is not one of ``FEW``.

    If there are more than three, each is asked in one of the two smaller cases and in one of the two larger:
    the calls of a slow function take most of the time of a grade.
    """
    if turn is None or len(variants) < FEW:
        return [*variants]
    return [each for i, each in enumerate(variants) if i % 2 == turn % 2]


def answer_of(f: Function, question: Arguments) -> Any:
    """Return the parts of an answer that count; None if there is none: that is for other promises to say."""
    try:
        return f.graded_parts(f(*question.values()))
    except CallError:
        return None


def other_answer(
    f: Function, ask: Callable[[], Any], first: Any, most: float, when: str, message: str, name: str = ""
) -> Mismatch | CallError | None:
    """Return the fault of a question that is asked in another way, and must have the answer known.

    Args:
        f: the function under test.
        ask: asks it.
        first: the answer known, in its parts that count.
        most: by how much two answers may differ.
        when: how it is asked, in words for ``say``; may have a place for ``name``.
        message: how to say that it has another answer; likewise.
        name: of an argument.
    """
    try:
        other = f.graded_parts(ask())
    except CallError as error:
        return stops(say(when, name=name), error)
    found = difference(first, other, translatable("The answer"), most)
    if found is None:
        return None
    return Mismatch(say(message, name=name, **found.words()), actual=found.after, expected=found.before)
