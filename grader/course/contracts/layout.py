"""The contract that it does not matter how arguments are stored: the order of memory, and of a dict's keys.

A function may read the memory of one array as if it lay like that of another. So each array is asked for
alone in Fortran order, while the others stay in C order.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.contracts.asking import answer_of, other_answer, shared
from grader.course.steady import tolerance
from grader.course.trees import arrays, mapped
from grader.words import translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grader.course.checks import Function
    from grader.course.model import Arguments
    from grader.errors import CallError, Mismatch

__all__ = ["memory_order"]

MOST = 4  # arrays that are asked for alone

Array = np.ndarray[Any, Any]
Path = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Stored:
    """A question that is stored in another way.

    Attributes:
        question: with equal arguments.
        when: how to say that it is asked.
        message: how to say that it has another answer.
        name: the arguments that are stored in another way, if not all are.
        strided: whether all arrays are to be views of larger ones.
    """

    question: Arguments
    when: str
    message: str
    name: str = ""
    strided: bool = False


ALONE = (
    translatable("asked with {name} in Fortran order"),
    translatable(
        "{place} is {after} with {name} in Fortran order, and {before} with the same numbers in C order."
    ),
)
TOGETHER = (
    translatable("asked with arrays in Fortran order"),
    translatable(
        "{place} is {after} for arrays in Fortran order, and {before} for the same arrays in C order."
    ),
)
VIEWS = (
    translatable("asked with arrays that are views of larger ones"),
    translatable(
        "{place} is {after} for arrays that are views of larger ones, and {before} for the same numbers in "
        "C order."
    ),
)
KEYS = (
    translatable("asked with the keys of {name} in another order"),
    translatable("{place} is {after} with the keys of {name} in another order, and {before} as they were."),
)


def memory_order(f: Function, turn: int | None, /, **question: Any) -> None:
    """Equal numbers with other steps between them in memory, and equal dicts with their keys reversed."""
    first = answer_of(f, question)
    if first is None:
        return
    ways = [*_stored(question)]
    if any(_fault(f, stored, question, first) for stored in shared(ways, turn)):
        # Those that name an argument come first, whether it was their turn or not.
        raise next(fault for stored in ways if (fault := _fault(f, stored, question, first)))


def _fault(f: Function, stored: _Stored, question: Arguments, first: Any) -> Mismatch | CallError | None:
    ask = f.strided if stored.strided else f
    call = functools.partial(ask, *stored.question.values())
    return other_answer(f, call, first, tolerance(question, first), stored.when, stored.message, stored.name)


def _stored(question: Arguments) -> Iterator[_Stored]:
    """Yield the same question, stored in all ways that differ from this one."""
    places = [place for name, value in question.items() for place in _places(value, name, (name,))]
    if len(places) > MOST:  # of each argument all arrays together, and if these are too many, of the first
        places = [(name, (name,)) for name in question if any(path[0] == name for _, path in places)][:MOST]
    for name, path in places:
        yield _Stored(_changed(question, path, _fortran), *ALONE, name)
    if len(places) > 1:
        yield _Stored(mapped(question, _fortran), *TOGETHER)
    if any(array.size > 1 for array in arrays(question)):
        yield _Stored(question, *VIEWS, strided=True)
    if dicts := [*_dicts(question)]:
        yield _Stored({name: _reversed(value) for name, value in question.items()}, *KEYS, ", ".join(dicts))


def _fortran(array: Array) -> Array:
    return np.asfortranarray(array) if array.ndim > 1 else array


def _places(value: Any, name: str, path: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name and the path of each array that Fortran order changes; for a dict, its own, once."""
    if type(value) in {list, tuple}:
        for place, item in enumerate(value):
            yield from _places(item, f"{name}[{place}]", (*path, place))
    elif any(not _fortran(array).flags.c_contiguous for array in arrays(value)):
        yield name, path


def _changed(tree: Any, path: Path, change: Callable[[Array], Array]) -> Any:
    """Return a tree with its arrays changed that are at a path."""
    if not path:
        return mapped(tree, change)
    key, *rest = path
    if isinstance(tree, dict):
        return tree | {key: _changed(tree[key], tuple(rest), change)}
    changed = _changed(tree[key], tuple(rest), change)
    return type(tree)(changed if place == key else item for place, item in enumerate(tree))


def _dicts(tree: Any, name: str = "") -> Iterator[str]:
    """Name the dicts with several keys among the arguments."""
    if isinstance(tree, dict):
        if name and len(tree) > 1:
            yield name
        for key, item in tree.items():
            yield from _dicts(item, f"{name}[{key!r}]" if name else key)
    elif type(tree) in {list, tuple}:
        for place, item in enumerate(tree):
            yield from _dicts(item, f"{name}[{place}]")


def _reversed(tree: Any) -> Any:
    """Return a tree in which all dicts have their keys in the opposite order."""
    if isinstance(tree, dict):
        return {key: _reversed(tree[key]) for key in reversed(tree)}
    return type(tree)(map(_reversed, tree)) if type(tree) in {list, tuple} else tree
