"""A counterexample as text: small arrays whole, large ones by the slice that holds the first difference."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["argument", "grid", "side_by_side"]

INLINE = 12  # numbers of an argument that fit on a line
LARGEST = 7  # rows and columns of a slice that are shown
Cells = list[list[tuple[str, bool]]]
"""Rows of numbers as text, each with whether it is one to look at."""


def argument(value: Any) -> str:
    """Return an argument in one line or a few: its numbers if they are few, else its shape."""
    if isinstance(value, np.ndarray):
        if value.size <= INLINE:
            return f"array {value.shape}  {_flat(value)}"
        return f"array {value.shape} of {value.dtype}, from {_number(value.min())} to {_number(value.max())}"
    if isinstance(value, (list, tuple)):
        inside = ", ".join(argument(item) for item in value)
        return f"({inside})"
    if isinstance(value, dict):
        if any(isinstance(item, np.ndarray) for item in value.values()):
            return "{" + ", ".join(f"{key}: {np.shape(item)}" for key, item in value.items()) + "}"
        return str(value)
    if isinstance(value, np.random.Generator):
        return "a random generator"
    return repr(value)


def side_by_side(actual: Any, expected: Any) -> tuple[str, Cells, Cells] | None:
    """Return where to look, and the same slice of both: height and width, as far as they have them.

    None where they are not two arrays of one shape.
    """
    if not (isinstance(actual, np.ndarray) and isinstance(expected, np.ndarray)):
        return None
    if actual.shape != expected.shape or actual.size == 0:
        return None
    differs = _differs(actual, expected)
    first = tuple(int(i) for i in np.argwhere(differs)[0]) if differs.any() else (0,) * actual.ndim
    shown = _axes(actual.ndim)
    index: list[Any] = list(first)
    for axis in shown:
        start = max(0, min(first[axis] - LARGEST // 2, actual.shape[axis] - LARGEST))
        index[axis] = slice(start, start + LARGEST)
    whole = all(actual.shape[axis] <= LARGEST for axis in shown)
    where = tuple(index)
    label = ", ".join(_slice(part, whole) for part in index)
    mark = differs[where]
    return f"[{label}]" if actual.ndim else "", grid(actual[where], mark), grid(expected[where], mark)


def grid(values: npt.NDArray[Any], mark: npt.NDArray[np.bool_] | None = None) -> Cells:
    """Return a matrix, a vector or a number as rows of text."""
    rows = np.atleast_2d(values)
    marks = np.zeros(rows.shape, dtype=bool) if mark is None else np.atleast_2d(mark)
    return [
        [(_number(v), bool(m)) for v, m in zip(*pair, strict=True)] for pair in zip(rows, marks, strict=True)
    ]


def _axes(ndim: int) -> tuple[int, ...]:
    """Height and width: axes 1 and 2 of a batch (m, n_H, n_W, n_C), the first two of anything else."""
    return (1, 2) if ndim == 4 else tuple(range(min(ndim, 2)))


def _differs(actual: npt.NDArray[Any], expected: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    a, b = actual.astype(float), expected.astype(float)
    return np.asarray(np.abs(a - b) > 1e-9 * max(1.0, float(np.abs(b).max(initial=0.0))))


def _slice(part: Any, whole: bool) -> str:
    if isinstance(part, slice):
        return ":" if whole else f"{part.start}:{part.stop}"
    return str(part)


def _flat(values: npt.NDArray[Any]) -> str:
    return np.array2string(values, separator=", ", max_line_width=10_000, floatmode="maxprec").replace(
        "\n", ""
    )


def _number(value: Any) -> str:
    return f"{value:.6g}" if isinstance(value, (float, np.floating)) else str(value)
