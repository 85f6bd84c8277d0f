"""Answers of functions that know the form of a right answer and nothing else.

Trivial ones must earn nothing. Misshapen ones must not make a property fail.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.trees import mapped
from grader.errors import CallError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ARGUMENT", "ONES", "ZEROS", "misshapen", "trivial"]

Array = np.ndarray[Any, Any]

ZEROS, ONES, ARGUMENT = "zeros", "ones", "its first argument"


def trivial(reference: Callable[..., Any], *, random: bool) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the name and the function of each trivial answer.

    Args:
        reference: whose answers have the right form.
        random: yield random numbers too. Where no argument is an array, the form is all that is asked for,
            and random numbers in it are no trivial answer.
    """
    source, form = np.random.default_rng(0), _form(reference)
    fillings: dict[str, Callable[[Any], Any]] = {
        ZEROS: np.zeros_like,
        ONES: np.ones_like,
        "constants": lambda array: np.full_like(array, 0.25),
    }
    if random:
        fillings["random numbers"] = lambda array: source.standard_normal(array.shape)
    for name, filling in fillings.items():
        yield name, lambda *args, _fill=filling, **kwargs: _filled(form(*args, **kwargs), _fill)
    yield (
        ARGUMENT,
        lambda *args, **kwargs: _handed_back(form(*args, **kwargs), [*args, *kwargs.values()]),
    )


def _form(reference: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that answers as the reference, or once more what it answered last if that refuses."""
    last: list[Any] = []

    def answer(*args: Any, **kwargs: Any) -> Any:
        try:
            last[:] = [reference(*args, **kwargs)]
        except CallError:
            if not last:
                raise
        return last[0]

    return answer


def misshapen(reference: Callable[..., Any], answer: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the name and the function of right answers with one row or column less, or a row more.

    Args:
        reference: whose answers are right.
        answer: one of them; of several arrays in it, one at a time is changed.
    """
    numbers = count()
    mapped(answer, lambda _array: next(numbers))
    parts = next(numbers)
    changes: dict[str, Callable[[Array], Array]] = {
        "without its last row": lambda array: array[:-1],
        "with its last row twice": lambda array: np.concatenate([array, array[-1:]]),
        "without its last column": lambda array: array[..., :-1],
    }
    for name, change in changes.items():
        for part in range(parts):

            def function(*args: Any, _part: int = part, _change: Any = change, **kwargs: Any) -> Any:
                return _with_part_changed(reference(*args, **kwargs), _part, _change)

            yield f"a right answer {name}" + (f" (part {part + 1})" if parts > 1 else ""), function


def _with_part_changed(answer: Any, part: int, change: Callable[[Array], Array]) -> Any:
    numbers = count()
    return mapped(answer, lambda array: change(array) if next(numbers) == part and array.ndim else array)


def _filled(answer: Any, filling: Callable[[Any], Any]) -> Any:
    if isinstance(answer, dict):
        return {key: _filled(item, filling) for key, item in answer.items()}
    if isinstance(answer, (tuple, list)):
        return type(answer)(_filled(item, filling) for item in answer)
    if isinstance(answer, np.ndarray):
        return filling(answer)
    if isinstance(answer, str):
        return ""  # the right word would be half of the answer
    return type(answer)(filling(np.asarray(answer))) if isinstance(answer, (int, float)) else answer


def _handed_back(answer: Any, arguments: list[Any]) -> Any:
    argument = arguments[0] if arguments else None
    rest = _filled(answer, np.zeros_like)
    return (argument, *rest[1:]) if isinstance(answer, tuple) else argument
