"""Arguments and answers as trees: dicts, lists and tuples with arrays and numbers as leaves."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["arrays", "copied", "fresh", "frozen", "identity", "leaves", "mapped", "same", "size"]

RELATIVE_ERROR = 1e-9

Tree = TypeVar("Tree")


def size(arguments: Any) -> tuple[int, float]:
    """Order arguments by how much there is to read: how many numbers, then how large they are."""
    arrays = list(leaves(arguments))
    return sum(array.size for array in arrays), float(sum(_absolute(a).sum() for a in arrays))


def _absolute(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    absolute: np.ndarray[Any, Any] = np.abs(array, dtype=None if array.dtype.kind == "c" else float)
    return absolute


def leaves(value: Any) -> Iterator[np.ndarray[Any, Any]]:
    """Yield the arrays of a tree, and its numbers as arrays."""
    if isinstance(value, dict):
        for item in value.values():
            yield from leaves(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from leaves(item)
    elif isinstance(value, (np.ndarray, int, float)):
        yield np.asarray(value)


def frozen(tree: Tree) -> Tree:
    """Make every array of a tree read-only and return the tree.

    Lists, dicts and random generators cannot be: whoever calls an author's function passes them ``fresh``.
    """
    for leaf in leaves(tree):
        leaf.setflags(write=False)
    return tree


def mapped(tree: Any, change: Callable[[np.ndarray[Any, Any]], Any]) -> Any:
    """Return the tree with every array changed; dicts, lists and tuples are new ones."""
    if isinstance(tree, dict):
        return {key: mapped(item, change) for key, item in tree.items()}
    if type(tree) in {list, tuple}:
        return type(tree)(mapped(item, change) for item in tree)
    return change(tree) if isinstance(tree, np.ndarray) else tree


def arrays(tree: Any) -> list[np.ndarray[Any, Any]]:
    """Return the arrays of a tree, as ``mapped`` meets them."""
    found: list[np.ndarray[Any, Any]] = []
    mapped(tree, found.append)
    return found


def copied(tree: Any) -> Any:
    """Return the tree with copies of its arrays, which may be written to, and all else ``fresh``."""
    return mapped(fresh(tree), lambda array: array.copy(order="K"))


def fresh(tree: Any) -> Any:
    """Return the tree with the same arrays, but dicts, lists and random generators of its own."""
    if isinstance(tree, dict):
        return {key: fresh(item) for key, item in tree.items()}
    if type(tree) in {list, tuple}:
        return type(tree)(fresh(item) for item in tree)
    return copy.deepcopy(tree) if isinstance(tree, np.random.Generator) else tree


def identity(tree: Any) -> Any:
    """Return a key that two trees share only if their arrays are the same objects, and all else is equal.

    Whoever keeps the key must keep the tree, too: an array that is gone leaves its identity to another one.
    """
    if isinstance(tree, dict):
        return ("dict", *((key, identity(item)) for key, item in tree.items()))
    if isinstance(tree, (list, tuple)):
        return (type(tree), *map(identity, tree))
    is_value = isinstance(tree, (str, int, float, complex, type(None)))
    return (type(tree), tree) if is_value else (type(tree), id(tree))


def same(one: Any, other: Any) -> bool:
    """Say whether two answers to one exercise agree: numbers to 1e-9 of the largest, words by their letters.

    What is neither, such as a part that the course leaves open, agrees with everything.
    """
    kinds = {_kind(one), _kind(other)}
    if None in kinds or len(kinds) > 1:
        return None in kinds
    if isinstance(one, str):
        return _letters(one) == _letters(other)
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict):
        return bool(one.keys() == other.keys()) and all(same(one[key], other[key]) for key in one)
    a, b = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    scale = max(1.0, float(np.abs(a).max(initial=0.0)))
    return a.shape == b.shape and bool(np.all(np.abs(a - b) <= RELATIVE_ERROR * scale))


def _kind(answer: object) -> str | None:
    """Return what an answer is compared as; None if it is not compared."""
    kinds: dict[str, Any] = {
        "word": str,
        "sequence": (tuple, list),
        "dict": dict,
        "numbers": (np.ndarray, np.number, np.bool_, int, float),
    }
    return next((kind for kind, types in kinds.items() if isinstance(answer, types)), None)


def _letters(word: str) -> str:
    """Return a word without what does not matter: case, spaces, punctuation, unless it is nothing else."""
    return "".join(each for each in word.casefold() if each.isalnum()) or word.strip()
