"""Arguments and answers as trees: dicts, lists and tuples with arrays and numbers as leaves."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["copied", "frozen", "leaves", "mapped", "same", "size"]

RELATIVE_ERROR = 1e-9

Tree = TypeVar("Tree")


def size(arguments: Any) -> tuple[int, float]:
    """Order arguments by how much there is to read: how many numbers, then how large they are."""
    arrays = list(leaves(arguments))
    return sum(array.size for array in arrays), float(sum(np.abs(a, dtype=float).sum() for a in arrays))


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
    """Make every array of a tree read-only and return the tree: it may be shared now."""
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


def copied(tree: Any) -> Any:
    """Return the tree with copies of its arrays, which may be written to, and of its random generators."""
    if isinstance(tree, dict):
        return {key: copied(item) for key, item in tree.items()}
    if type(tree) in {list, tuple}:
        return type(tree)(copied(item) for item in tree)
    if isinstance(tree, np.random.Generator):
        return copy.deepcopy(tree)
    return tree.copy(order="K") if isinstance(tree, np.ndarray) else tree


def same(one: Any, other: Any) -> bool:
    """Say whether two answers to one exercise agree, to 1e-9 of the largest number.

    Only numbers count: words, and parts that the course leaves open, agree with everything.
    """
    if not all(
        isinstance(side, (np.ndarray, np.generic, int, float, tuple, list, dict)) for side in (one, other)
    ):
        return True
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    if isinstance(one, dict):
        return bool(one.keys() == other.keys()) and all(same(one[key], other[key]) for key in one)
    a, b = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    scale = max(1.0, float(np.abs(a).max(initial=0.0)))
    return a.shape == b.shape and bool(np.all(np.abs(a - b) <= RELATIVE_ERROR * scale))
