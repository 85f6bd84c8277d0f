"""Numbers and sizes that the cases of all exercises share, and the two ideas behind the cases.

Rungs. Each ``Inputs`` switches on one factor (padding, stride, channels, ...) over the plainest case:
one example, one channel, one filter, a square image, stride 1, no padding, a filter that no flip or
transposition changes, positive numbers, no bias. So a mistake confined to one corner costs the
properties of that corner and no more. ``together`` switches everything on: nothing is blind there.
conv_forward's plainest case lies in a corner itself, pad = 0: see ``PADDED`` there.

Strata. Each draw first picks one: an easy one with the smallest sizes, to which shrinking goes, and
those that tell wrong answers from right ones (general, a single window, a filter as large as the image,
even filters, strides beyond the filter, padding beyond it).

Values are multiples of 1/4, at most 4 in size and never 0, unless the recipe says otherwise, so sums of
products are exact. Only ``Generator.integers`` is used: its stream is the same in NumPy 1.26 and 2.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import strategies as st

if TYPE_CHECKING:
    from grader.course.authoring import Array, Draw

Span = tuple[int, int]
"""The least and the greatest of a drawn integer."""

FEW = 4
"""How many cases are drawn where one factor is switched on: they explain; all others are ``free`` ones."""

ONE: Span = (1, 1)
SOME: Span = (2, 3)
ANY: Span = (1, 3)

SIGNED, POSITIVE, NEGATIVE, LARGE, WHOLE = "signed", "positive", "negative", "large", "whole"
INTEGER, FRACTIONAL, BITS, ZERO, EQUAL = "integer", "fractional", "bits", "zero", "equal"
TINY, HUGE, HUGE_NEGATIVE = "tiny", "huge", "huge negative"
BALANCED, SPARSE, LARGE_INTEGER = "balanced", "sparse", "large integer"
THOUSANDS, NEARLY_EQUAL, GROWING, FRAMED = "thousands", "nearly equal", "growing", "framed"
MOVED, GREY = "moved", "grey"

KINDS = (
    WHOLE,
    FRACTIONAL,
    INTEGER,
    LARGE_INTEGER,
    NEGATIVE,
    BITS,
    EQUAL,
    ZERO,
    TINY,
    HUGE,
    HUGE_NEGATIVE,
    BALANCED,
    SPARSE,
    THOUSANDS,
    NEARLY_EQUAL,
    GROWING,
    MOVED,
)
"""What the numbers of a case are like where everything varies; a number stands for numbers near it."""

FEW_KINDS = (WHOLE, FRACTIONAL, INTEGER, ZERO, TINY, HUGE, BALANCED, THOUSANDS, SPARSE)
"""The same for weights and gradients, with fewer kinds."""

BIASES = (ZERO, WHOLE, FRACTIONAL, INTEGER)
"""The same for biases."""

ORDERS = ("C", "Fortran", "strided", "transposed", "mirrored", "upside down", "repeated", "constant")
"""How an array may lie in memory: in C order or reversed, with gaps, last axis first, backwards as a whole or
along its first axis, or broadcast along its last axis or along all of them."""


def numbers(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> Array:
    """Return numbers of one kind: signed, positive, negative, large (negative) or whole, none of them 0."""
    sizes = rng.integers(1, 17, size=shape)
    signs = 2 * rng.integers(0, 2, size=shape) - 1
    if kind == WHOLE:
        return np.asarray(sizes * signs, dtype=np.float64)
    if kind == LARGE:
        return np.asarray(-4096.0 * sizes - rng.integers(0, 4096, size=shape), dtype=np.float64)
    if kind == SIGNED:
        return np.asarray(sizes * signs / 4)
    return np.asarray(sizes / (4.0 if kind == POSITIVE else -4.0))


def any_numbers(rng: np.random.Generator, shape: tuple[int, ...], kind: str | float) -> Array:
    """Return numbers of one of ``KINDS``, or near a number: it, and what is just below and above it."""
    if isinstance(kind, (int, float)):
        return _near(rng, shape, float(kind))
    return _MAKE[kind](rng, shape)


Maker = Callable[[np.random.Generator, tuple[int, ...]], "Array"]


def _fractional(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Return numbers from -2 to 2 with all digits that a float64 has."""
    return np.asarray(rng.integers(-(2**52), 2**52, size=shape) / 2.0**51)


def _integers(most: int) -> Maker:
    """Return what makes integers of at most a size."""
    return lambda rng, shape: np.asarray(rng.integers(-most, most + 1, size=shape))


def _pixels(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Return integers from 1 to 255, as images have them; sums of them need more than 8 bits."""
    return np.asarray(rng.integers(1, 256, size=shape))


def _scaled(kind: str, *scales: float) -> Maker:
    """Return what makes numbers of a kind, times one of the scales."""

    def make(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
        return numbers(rng, shape, kind) * scales[int(rng.integers(len(scales)))]

    return make


def _balanced(rng: np.random.Generator, values: Array) -> Array:
    """Return the numbers with a sum of 0: the second half cancels the first, and one in between is 0.

    Some are 0, half the time the first and the last: whoever asks one number, or their sum, whether there is
    anything at all gets the wrong reply.
    """
    flat = values.reshape(-1) * (rng.integers(0, 4, size=values.size) > 0)
    flat[:1] *= rng.integers(0, 2)
    half = len(flat) // 2
    flat[len(flat) - half :] = -flat[:half][::-1]
    flat[half : len(flat) - half] = 0
    return flat.reshape(values.shape)


def _growing(values: Array) -> Array:
    """Return integers of which those further along the first axis need more bits, up to 32."""
    bits = 8 * np.minimum(np.arange(len(values)), 3)
    return np.asarray(values * 2 ** bits.reshape(-1, *(1 for _ in values.shape[1:])))


def _framed(values: Array) -> Array:
    """Return images (m, n_H, n_W, n_C) with a frame of zeros, one pixel thick, as if they were padded."""
    kept = np.zeros(values.shape)
    kept[:, 1:-1, 1:-1] = 1
    return np.asarray(values * kept)


def _sparse(rng: np.random.Generator, values: Array) -> Array:
    """Return the numbers with many of them 0.

    A few stay, or very few; or all but the edges of axes 1 and 2; or some channels of the last axis are dead.
    """
    style = int(rng.integers(0, 4)) if values.ndim == 4 else int(rng.integers(0, 2))
    kept = rng.integers(0, (8, 32)[style % 2], size=values.shape) == 0
    if style == 2:
        kept = np.zeros(values.shape, dtype=bool)
        kept[:, 1:-1, 1:-1] = True
    if style == 3:
        kept = np.broadcast_to(rng.integers(0, 2, size=values.shape[-1:]) == 0, values.shape)
    return np.asarray(values * kept)


def moved(rng: np.random.Generator, values: Array) -> Array:
    """Return images (m, n_H, n_W, n_C) that are all the first one, in a frame of 0, moved or mirrored.

    They have the same sums: whoever knows images by these takes them for one.
    """
    first = _framed(values[:1])[0]
    variants = [np.roll(first, step, axis=(0, 1)) for step in (0, 1, 2)] + [first[::-1], first[:, ::-1]]
    order = [0, *rng.integers(0, len(variants), size=len(values) - 1)]
    return np.stack([variants[i] for i in order])


def _near(rng: np.random.Generator, shape: tuple[int, ...], number: float) -> Array:
    """Return usual numbers with some near ``number`` among them, or numbers of which all are as large."""
    usual = numbers(rng, shape, SIGNED)
    step = max(abs(number) * 2.0**-10, 2.0**-40)
    close = number + step * rng.integers(-1, 2, size=shape) * 2.0 ** rng.integers(0, 9, size=shape)
    close = close * (2 * rng.integers(0, 2, size=shape) - 1 if rng.integers(0, 2) else 1)
    style = int(rng.integers(0, 3))
    if style == 0:
        return np.asarray(np.where(rng.integers(0, 3, size=shape) == 0, close, usual))
    return np.asarray(close if style == 1 else usual * abs(number))


def small_integers(values: Array) -> Array:
    """Return integers that are small enough for their products with large ones to fit in 64 bits."""
    return np.asarray(values % 1000 - 500) if values.dtype.kind == "i" else values


_MAKE: dict[str, Maker] = {
    WHOLE: _scaled(WHOLE, 1.0),
    NEGATIVE: _scaled(NEGATIVE, 1.0),
    FRACTIONAL: _fractional,
    INTEGER: lambda rng, shape: _integers(500)(rng, shape) if rng.integers(0, 2) else _pixels(rng, shape),
    LARGE_INTEGER: _integers(2**36),  # more than 32 bits hold; products still fit in 64
    BITS: lambda rng, shape: np.asarray(rng.integers(0, 2, size=shape), dtype=float),
    ZERO: lambda _, shape: np.zeros(shape),
    EQUAL: lambda rng, shape: np.full(shape, float(rng.integers(1, 17)) / 4),
    TINY: _scaled(SIGNED, 2.0**-20, 2.0**-30),
    HUGE: _scaled(SIGNED, 2.0**33),
    HUGE_NEGATIVE: _scaled(POSITIVE, -(2.0**33)),
    THOUSANDS: lambda rng, shape: np.asarray(_integers(4000)(rng, shape), dtype=float),
    GROWING: lambda rng, shape: _growing(_integers(100)(rng, shape)),
    FRAMED: lambda rng, shape: _framed(numbers(rng, shape, WHOLE)),
    MOVED: lambda rng, shape: (
        moved(rng, numbers(rng, shape, WHOLE)) if len(shape) == 4 else _pixels(rng, shape)
    ),
    # Sums of their products need more than the 24 bits of a float32, if there are many.
    GREY: lambda rng, shape: np.asarray(_pixels(rng, shape), dtype=float),
    # All different, and all the same for whoever looks at them in float32.
    NEARLY_EQUAL: lambda rng, shape: np.asarray(1 + rng.integers(0, 2**12, size=shape) * 2.0**-40),
    BALANCED: lambda rng, shape: _balanced(rng, numbers(rng, shape, WHOLE)),
    SPARSE: lambda rng, shape: _sparse(rng, numbers(rng, shape, WHOLE)),
}


def laid_out(array: Array, order: str) -> Array:
    """Return the array as it lies in memory in one of ``ORDERS``; what is broadcast has fewer numbers."""
    if order == "C":
        return np.ascontiguousarray(array)
    if order == "Fortran":
        return np.asfortranarray(array)
    if order == "transposed":
        return np.moveaxis(np.ascontiguousarray(np.moveaxis(array, -1, 0)), 0, -1)
    if order == "mirrored":
        return np.flip(np.ascontiguousarray(np.flip(array)))
    if order == "upside down":
        return np.flip(np.ascontiguousarray(np.flip(array, 0)), 0)
    if order in {"repeated", "constant"}:
        once = array[(0,) * array.ndim] if order == "constant" else array[..., :1]
        return np.broadcast_to(np.ascontiguousarray(once), array.shape)
    wide = np.zeros((*array.shape, 2), dtype=array.dtype)
    wide[..., 0] = array
    return np.asarray(wide[..., 0])


def distinct(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> Array:
    """Return numbers that are all different: no two pixels tie for a window's maximum."""
    count = int(np.prod(shape))
    ranks = np.argsort(np.argsort(rng.integers(0, 2**40, size=count), kind="stable"), kind="stable")
    lowest = {POSITIVE: 1, NEGATIVE: -count, LARGE: -count - 40_000}.get(kind, -(count // 2))
    step = 1.0 if kind == WHOLE else 0.25
    return np.asarray((ranks + lowest) * step, dtype=np.float64).reshape(shape)


def symmetric(W: Array) -> Array:
    """Return filters (f, f, ...) that no flip and no transposition of height and width changes."""
    near = np.minimum(np.arange(len(W)), np.arange(len(W))[::-1])
    rows, columns = np.minimum.outer(near, near), np.maximum.outer(near, near)
    return W[rows, columns]


def side(draw: Draw, span: Span) -> int:
    """Draw one integer of the span, the least first."""
    return int(draw(st.integers(*span)))


def sides(draw: Draw, span: Span, *, square: bool) -> tuple[int, int]:
    """Draw a height and a width, in pixels: equal if ``square``, else different."""
    n_H = side(draw, span)
    if square:
        return n_H, n_H
    low, high = span
    return n_H, int(draw(st.sampled_from([n for n in range(low, high + 2) if n != n_H])))


def pick(draw: Draw, options: tuple[str, ...]) -> str:
    """Draw one of the words; shrinking goes to the first."""
    return str(draw(st.sampled_from(options)))


def seed(draw: Draw) -> int:
    """Draw the seed of a case's numbers."""
    return int(draw(st.integers(0, 9999)))
