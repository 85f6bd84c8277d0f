"""A counterexample as text: small arrays whole, large ones by the slice that holds the first difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from grader.course.model import Axes

__all__ = ["Cells", "arguments", "grid", "side_by_side"]

ROWS = 7  # of a matrix that are shown
ROOM = 40  # characters for a row of numbers
Cells = list[list[tuple[str, bool]]]
"""Rows of numbers as text, each with whether it is one to look at."""


def arguments(values: Mapping[str, Any]) -> Iterator[tuple[str, str, Cells | None]]:
    """Yield each argument's name, a few words about it, and its numbers if they are few enough to read."""
    for name, value in values.items():
        if isinstance(value, (list, tuple)):
            yield from arguments({f"{name}[{i}]": item for i, item in enumerate(value)})
        elif isinstance(value, np.ndarray):
            yield name, *_array(value)
        else:
            yield name, _words(value), None


def side_by_side(actual: Any, expected: Any, axes: Axes) -> tuple[str, Cells, Cells] | None:
    """Return where to look, and the same slice of both, with two axes at most.

    None where they are not two arrays of one shape, with more than one number.

    Args:
        actual: what the function gave.
        expected: what the promise asks for.
        axes: which two are the rows and columns, by how many there are; by default the first two.
    """
    if not (isinstance(actual, np.ndarray) and isinstance(expected, np.ndarray)):
        return None
    if actual.shape != expected.shape or actual.size <= 1:
        return None
    differs = _differs(actual, expected)
    first = tuple(int(i) for i in np.argwhere(differs)[0]) if differs.any() else (0,) * actual.ndim
    shown = axes.get(actual.ndim, tuple(range(min(actual.ndim, 2))))
    index: list[Any] = list(first)
    for axis, most in zip(shown[::-1], (_columns(actual, expected), ROWS), strict=False):
        start = max(0, min(first[axis] - most // 2, actual.shape[axis] - most))
        index[axis] = slice(start, min(start + most, actual.shape[axis]))
    where = tuple(index)
    sizes = actual.shape
    label = ", ".join(_slice(part, size) for part, size in zip(index, sizes, strict=True))
    sides = [grid(side[where], differs[where]) for side in (actual, expected)]
    if sides[0] == sides[1]:  # too few digits to see the difference
        sides = [grid(side[where], differs[where], digits=15) for side in (actual, expected)]
    return f"[{label}]", sides[0], sides[1]


def grid(values: npt.NDArray[Any], mark: npt.NDArray[np.bool_] | None = None, *, digits: int = 6) -> Cells:
    """Return a matrix, a vector or a number as rows of text."""
    rows = np.atleast_2d(values)
    marks = np.zeros(rows.shape, dtype=bool) if mark is None else np.atleast_2d(mark)
    return [
        [(_number(v, digits), bool(m)) for v, m in zip(*pair, strict=True)]
        for pair in zip(rows, marks, strict=True)
    ]


def _array(value: npt.NDArray[Any]) -> tuple[str, Cells | None]:
    """Describe an array; its numbers follow if they make one small matrix."""
    words = say("array {shape}", shape=str(value.shape))
    matrix = value.reshape([size for size in value.shape if size != 1])
    if value.size and matrix.ndim <= 2 and len(np.atleast_2d(matrix)) <= ROWS:
        cells = grid(matrix)
        if all(sum(len(text) + 1 for text, _ in row) <= ROOM for row in cells):
            return words, cells
    if not value.size:
        return words, None
    ends = {"least": _number(value.min()), "most": _number(value.max())}
    return say("{array}, {dtype}, from {least} to {most}", array=words, dtype=str(value.dtype), **ends), None


def _words(value: Any) -> str:
    if isinstance(value, dict) and any(isinstance(item, np.ndarray) for item in value.values()):
        return ", ".join(f"{key} {np.shape(item)}" for key, item in value.items())
    if isinstance(value, np.random.Generator):
        return say("a random generator")
    return repr(value)


def _columns(actual: npt.NDArray[Any], expected: npt.NDArray[Any]) -> int:
    """Return how many columns fit side by side."""
    widest = max(len(_number(value)) for array in (actual, expected) for value in array.flat[:1000])
    return max(3, ROOM // (widest + 1))


def _differs(actual: npt.NDArray[Any], expected: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    kind = complex if "c" in {actual.dtype.kind, expected.dtype.kind} else float
    a, b = actual.astype(kind), expected.astype(kind)
    return np.asarray(np.abs(a - b) > 1e-9 * max(1.0, float(np.abs(b).max(initial=0.0))))


def _slice(part: Any, size: int) -> str:
    if isinstance(part, slice):
        return ":" if (part.start, part.stop) == (0, size) else f"{part.start}:{part.stop}"
    return str(part)


def _number(value: Any, digits: int = 6) -> str:
    # Adding 0 turns -0 into 0.
    return f"{value + 0:.{digits}g}" if isinstance(value, (float, np.floating)) else str(value)
