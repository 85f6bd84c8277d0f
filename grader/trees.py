"""Arguments and answers as trees: dicts, lists and tuples with arrays and numbers as leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["frozen", "leaves", "size"]

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
