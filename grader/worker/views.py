"""How arrays that are views of others lie in memory, as the wire says it."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

__all__ = ["layout", "view"]

MOST_AXES = 6  # of an array whose order of axes is looked for


def layout(array: np.ndarray[Any, Any]) -> str:
    """Return how a view lies in memory."""
    for axes in (tuple(range(array.ndim)), (0,)) if array.ndim else ():
        if np.flip(array, axes).flags.c_contiguous:
            return "N" + _digits(axes)
    repeated = [axis for axis in range(array.ndim) if array.strides[axis] == 0 and array.shape[axis] > 1]
    if repeated and array.ndim <= MOST_AXES and _once(array, repeated).flags.c_contiguous:
        return "B" + _digits(repeated)
    for axes in permutations(range(array.ndim)) if array.ndim <= MOST_AXES else ():
        if array.transpose(axes).flags.c_contiguous:
            return "P" + _digits(axes)
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
    axes = [int(axis) for axis in order[1:]] if isinstance(order, str) and order[1:].isdecimal() else []
    if axes and {*axes} <= {*range(numbers.ndim)} and len({*axes}) == len(axes):
        if order[0] == "N":
            backwards: np.ndarray[Any, Any] = np.flip(np.flip(numbers, tuple(axes)).copy(), tuple(axes))
            return backwards
        if order[0] == "B":
            # Writable, as every array is: who changes an argument is told so by a contract.
            once = _once(numbers, axes).copy()
            strides = [0 if axis in axes else step for axis, step in enumerate(once.strides)]
            return np.lib.stride_tricks.as_strided(once, numbers.shape, strides)
        if order[0] == "P" and len(axes) == numbers.ndim:
            return numbers.transpose(axes).copy().transpose(np.argsort(axes))
    raise ValueError("an array of no known order")


def _once(array: np.ndarray[Any, Any], axes: Container[int]) -> np.ndarray[Any, Any]:
    """Return the first part of an array along some axes."""
    return array[tuple(slice(1) if axis in axes else slice(None) for axis in range(array.ndim))]


def _digits(axes: Iterable[int]) -> str:
    return "".join(map(str, axes))
