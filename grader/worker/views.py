"""How arrays that are views of others lie in memory, as the wire says it."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np

__all__ = ["layout", "view"]

MOST_AXES = 6  # of an array whose order of axes is looked for


def layout(array: np.ndarray[Any, Any]) -> str:
    """Return how a view lies in memory."""
    if np.flip(array).flags.c_contiguous:
        return "N"
    for axes in permutations(range(array.ndim)) if array.ndim <= MOST_AXES else ():
        if array.transpose(axes).flags.c_contiguous:
            return "P" + "".join(map(str, axes))
    return "S"


def view(numbers: np.ndarray[Any, Any], order: Any) -> np.ndarray[Any, Any]:
    """Return a view with these numbers that lies in memory as the order says.

    Raises:
        ValueError: there is no such order.
    """
    if order == "S":
        larger = np.zeros((*numbers.shape, 2), numbers.dtype)
        larger[..., 0] = numbers
        return larger[..., 0]
    if order == "N":
        return np.flip(np.flip(numbers).copy())
    axes = [int(axis) for axis in order[1:]] if isinstance(order, str) and order[1:].isdecimal() else []
    if not axes or order[0] != "P" or sorted(axes) != list(range(numbers.ndim)):
        raise ValueError("an array of no known order")
    return numbers.transpose(axes).copy().transpose(np.argsort(axes))
