"""Where the cases of the course come from: few drawn integers, and arrays made of them by a seed.

Rungs. Each ``Inputs`` switches on one factor (padding, stride, channels, ...) over the plainest case:
one example, one channel, one filter, a square image, stride 1, no padding, a filter that no
flip or transposition changes, positive numbers, no bias. So a mistake confined to one corner costs the
properties of that corner. ``*_together`` switches everything on: nothing is blind there.

Values are multiples of 1/4, at most 4 in size and never 0, unless the recipe says otherwise, so sums of
products are exact. Only ``Generator.integers`` is used: its stream is the same in NumPy 1.26 and 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.authoring import Arguments, Array, Inputs, Recipe
from grader.authoring import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    Draw = Callable[..., Any]
    Span = tuple[int, int]

ONE: Span = (1, 1)
SOME: Span = (2, 3)
ANY: Span = (1, 3)
SEEDS = 9999

SIGNED, POSITIVE, NEGATIVE, LARGE, WHOLE = "signed", "positive", "negative", "large", "whole"


def numbers(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> Array:
    """Return numbers of one kind: signed, positive, negative, large (negative) or whole, none of them 0."""
    sizes = rng.integers(1, 17, size=shape)
    signs = 2 * rng.integers(0, 2, size=shape) - 1
    if kind == WHOLE:
        return np.asarray(sizes * signs, dtype=np.float64)
    if kind == LARGE:
        return np.asarray(-4096.0 * sizes - rng.integers(0, 4096, size=shape), dtype=np.float64)
    sign = {SIGNED: signs, POSITIVE: 1, NEGATIVE: -1}[kind]
    return np.asarray(sizes * sign / 4)


def distinct(rng: np.random.Generator, shape: tuple[int, ...], kind: str) -> Array:
    """Return numbers that are all different, 1/4 apart: no two pixels tie for a window's maximum."""
    count = int(np.prod(shape))
    ranks = np.argsort(np.argsort(rng.integers(0, 2**40, size=count), kind="stable"), kind="stable")
    lowest = {
        SIGNED: -(count // 2),
        POSITIVE: 1,
        NEGATIVE: -count,
        LARGE: -count - 40_000,
        WHOLE: 1 - count // 2,
    }[kind]
    step = 1.0 if kind == WHOLE else 0.25
    return np.asarray((ranks + lowest) * step, dtype=np.float64).reshape(shape)


def symmetric(W: Array) -> Array:
    """Return filters of the same shape that no flip and no transposition of height and width changes."""
    near = np.minimum(np.arange(len(W)), np.arange(len(W))[::-1])
    rows, columns = np.minimum.outer(near, near), np.maximum.outer(near, near)
    return W[rows, columns]


def _side(draw: Draw, low: int, high: int) -> int:
    return int(draw(st.integers(low, high)))


def _sides(draw: Draw, low: int, high: int, *, square: bool) -> tuple[int, int]:
    n_H = _side(draw, low, high)
    if square:
        return n_H, n_H
    return n_H, int(draw(st.sampled_from([n for n in range(low, high + 2) if n != n_H])))


def _seed(draw: Draw) -> int:
    return int(draw(st.integers(0, SEEDS)))


# Zero padding ------------------------------------------------------------------------------------


def _draw_pad(draw: Draw, *, many: Span = ONE, pad: Span = (1, 2), square: bool = True) -> Recipe:
    stratum = draw(st.sampled_from(("easy", "general", "wide")))
    low, high = (1, 2) if stratum == "easy" else (3, 6)
    n_H, n_W = _sides(draw, low, high, square=square)
    return {
        "m": _side(draw, *many),
        "n_H": n_H,
        "n_W": n_W,
        "n_C": _side(draw, *many),
        "pad": _side(draw, *(pad if stratum != "wide" or pad[1] == 0 else (3, 5))),
        "values": draw(st.sampled_from((SIGNED, WHOLE, NEGATIVE, LARGE))),
        "seed": _seed(draw),
    }


def build_pad(m: int, n_H: int, n_W: int, n_C: int, pad: int, values: str, seed: int) -> Arguments:
    """Return X (m, n_H, n_W, n_C) and pad, in pixels."""
    return {"X": numbers(np.random.default_rng(seed), (m, n_H, n_W, n_C), values), "pad": pad}


def draw_pad_plain(draw: Draw) -> Recipe:
    """One example, one channel, a square image, pad at least 1."""
    return _draw_pad(draw)


def draw_pad_none(draw: Draw) -> Recipe:
    """As plain, but pad = 0."""
    return _draw_pad(draw, pad=(0, 0))


def draw_pad_not_square(draw: Draw) -> Recipe:
    """As plain, but height and width differ."""
    return _draw_pad(draw, square=False)


def draw_pad_many(draw: Draw) -> Recipe:
    """As plain, but several examples and channels."""
    return _draw_pad(draw, many=SOME)


def draw_pad_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return _draw_pad(draw, many=ANY, pad=(0, 2), square=False)


def _pad_recipe(m: int, n_H: int, n_W: int, n_C: int, pad: int) -> Recipe:
    return {"m": m, "n_H": n_H, "n_W": n_W, "n_C": n_C, "pad": pad, "values": SIGNED, "seed": 1}


pad_plain = Inputs(draw_pad_plain, build_pad, (_pad_recipe(1, 1, 1, 1, 1), _pad_recipe(1, 3, 3, 1, 2)))
pad_none = Inputs(draw_pad_none, build_pad, (_pad_recipe(1, 2, 2, 1, 0),))
pad_not_square = Inputs(
    draw_pad_not_square, build_pad, (_pad_recipe(1, 2, 3, 1, 1), _pad_recipe(1, 4, 1, 1, 2))
)
pad_many = Inputs(draw_pad_many, build_pad, (_pad_recipe(2, 2, 2, 3, 1), _pad_recipe(3, 2, 2, 2, 2)))
pad_together = Inputs(draw_pad_together, build_pad, (_pad_recipe(4, 3, 5, 2, 3), _pad_recipe(2, 5, 3, 3, 0)))


# One step of a convolution -----------------------------------------------------------------------


def _draw_step(
    draw: Draw,
    *,
    n_C: Span = ONE,
    filters: str = "symmetric",
    bias: bool = False,
    signs: tuple[str, ...] = (POSITIVE,),
) -> Recipe:
    stratum = draw(st.sampled_from(("easy", "general", "large filter")))
    span = {"easy": (1, 2), "general": (2, 4), "large filter": (5, 6)}[stratum]
    return {
        "f": _side(draw, *span),
        "n_C": _side(draw, *n_C),
        "filters": filters,
        "bias": bias,
        "values": draw(st.sampled_from(signs)),
        "seed": _seed(draw),
    }


def build_step(f: int, n_C: int, filters: str, bias: bool, values: str, seed: int) -> Arguments:
    """Return a_slice_prev and W, both (f, f, n_C), and b (1, 1, 1)."""
    rng = np.random.default_rng(seed)
    a_slice_prev = numbers(rng, (f, f, n_C), values)
    W = numbers(rng, (f, f, n_C), SIGNED if values == LARGE else values)
    if filters == "ones":
        W = np.ones_like(W)
    if filters == "symmetric":
        W = symmetric(W)
    b = numbers(rng, (1, 1, 1), SIGNED) * bias
    return {"a_slice_prev": a_slice_prev, "W": W, "b": b}


def draw_step_ones(draw: Draw) -> Recipe:
    """One channel, a filter of ones, no bias."""
    return _draw_step(draw, filters="ones")


def draw_step_products(draw: Draw) -> Recipe:
    """One channel, a symmetric filter, no bias, any sign."""
    return _draw_step(draw, signs=(POSITIVE, SIGNED, WHOLE, LARGE))


def draw_step_oriented(draw: Draw) -> Recipe:
    """As products, but the filter has an up and a left."""
    return _draw_step(draw, filters="any", signs=(POSITIVE, SIGNED, WHOLE))


def draw_step_channels(draw: Draw) -> Recipe:
    """As products, but several channels."""
    return _draw_step(draw, n_C=(2, 4), signs=(POSITIVE, SIGNED))


def draw_step_bias(draw: Draw) -> Recipe:
    """As products, but with a bias."""
    return _draw_step(draw, bias=True, signs=(POSITIVE, SIGNED))


def draw_step_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return _draw_step(draw, n_C=(1, 4), filters="any", bias=True, signs=(SIGNED, WHOLE, NEGATIVE, LARGE))


def _step_recipe(f: int, n_C: int, filters: str, bias: bool, values: str) -> Recipe:
    return {"f": f, "n_C": n_C, "filters": filters, "bias": bias, "values": values, "seed": 1}


step_ones = Inputs(draw_step_ones, build_step, (_step_recipe(2, 1, "ones", False, POSITIVE),))
step_products = Inputs(draw_step_products, build_step, (_step_recipe(2, 1, "symmetric", False, SIGNED),))
step_oriented = Inputs(
    draw_step_oriented,
    build_step,
    (_step_recipe(2, 1, "any", False, POSITIVE), _step_recipe(3, 1, "any", False, SIGNED)),
)
step_channels = Inputs(draw_step_channels, build_step, (_step_recipe(2, 3, "symmetric", False, POSITIVE),))
step_bias = Inputs(draw_step_bias, build_step, (_step_recipe(2, 1, "symmetric", True, POSITIVE),))
step_together = Inputs(draw_step_together, build_step, (_step_recipe(4, 3, "any", True, SIGNED),))
