"""What the cases of several exercises can be like: the levels of their factors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from grader.course.authoring import Array

MANY = 8
"""More than so many examples, channels or filters are a level of their own."""
LONG = 16
"""An image with a side of more pixels is long."""

COUNTS = ("one", "several", "many")
SHAPES = ("square", "wide", "tall", "long")
NUMBERS = (
    "whole",
    "fractional",
    "integers",
    "large integers",
    "negative",
    "0 and 1",
    "equal",
    "zero",
    "tiny",
    "huge",
    "huge negative",
    "balanced",
    "sparse",
)
MEMORY = ("C", "Fortran", "view")
ZEROS = ("zero", "other")
LEFT_OVER = ("none", "one", "more")


def count(n: int) -> str:
    """Return how many examples, channels or filters there are."""
    return "one" if n == 1 else "several" if n <= MANY else "many"


def shape(X: Array) -> str:
    """Return what the images of X (m, n_H, n_W, n_C) are like."""
    _, n_H, n_W, _ = X.shape
    if max(n_H, n_W) > LONG:
        return "long"
    return "square" if n_H == n_W else "wide" if n_W > n_H else "tall"


def numbers(values: Array) -> str:
    """Return what the numbers of an array are like; the first level that fits."""
    if values.dtype.kind == "i":
        return "integers" if np.abs(values).max() < 2**31 else "large integers"
    least, most = float(values.min()), float(values.max())
    largest = max(abs(least), abs(most))
    for level, fits in (
        ("zero", largest == 0),
        ("huge negative", most < -1e6),
        ("huge", largest > 1e6),
        ("tiny", largest < 1e-4),
        ("equal", least == most and values.size > 1),
        ("0 and 1", {least, most} <= {0.0, 1.0} and bool(np.isin(values, (0.0, 1.0)).all())),
        ("negative", most < 0),
        ("sparse", bool(np.count_nonzero(values) < values.size / 2)),
        ("balanced", bool(values.sum() == 0)),
        ("whole", bool(np.all(values == np.round(values)))),
    ):
        if fits:
            return level
    return "fractional"


WEIGHTS = ("whole", "fractional", "integers", "sparse", "zero", "tiny", "huge")


def weights(values: Array) -> str:
    """Return what the numbers of a filter or of a gradient are like, with fewer levels."""
    found = numbers(values)
    plain = dict.fromkeys(("negative", "0 and 1", "equal", "balanced"), "whole")
    large = {"huge negative": "huge", "large integers": "integers"}
    return (plain | large).get(found, found)


def zeros(values: Array) -> str:
    """Return whether all numbers are 0."""
    return "other" if np.any(values) else "zero"


def memory(values: Array) -> str:
    """Return how an array lies in memory; one with a single way to lie is in C order."""
    return "C" if values.flags.c_contiguous else "Fortran" if values.flags.f_contiguous else "view"


def left_over(n: int, f: int, stride: int) -> str:
    """Return how many of n pixels lie behind the last window of f pixels."""
    return LEFT_OVER[min((n - f) % stride, 2)]


def stride(size: int, f: int) -> str:
    """Return how the stride compares with the windows."""
    return "1" if size == 1 else "less than f" if size < f else "f" if size == f else "more than f"


STRIDES = ("1", "less than f", "f", "more than f")


def coincidence(**sizes: int) -> str:
    """Return which size is also that of another axis: mistakes in axes do not show there, or only there.

    Args:
        sizes: by name. Height and width are compared with the others, not with each other.
    """
    for name, size in sizes.items():
        others = [other for key, other in sizes.items() if key != name]
        if name not in {"n_H", "n_W", "f"} and size > 1 and size in others:
            return name
    return "none"


def first_key(hparameters: dict[str, Any]) -> str:
    """Return which key comes first."""
    return next(iter(hparameters))
