# ruff: noqa: N815 - the field writes n_C_prev
"""Cases of conv_forward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Inputs
from grader.suites.cnn.values import (
    ANY,
    FEW,
    LARGE,
    NEGATIVE,
    ONE,
    POSITIVE,
    SIGNED,
    SOME,
    WHOLE,
    Span,
    numbers,
    pick,
    seed,
    side,
    sides,
    symmetric,
)

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


@dataclass(frozen=True, slots=True)
class Rung:
    """What is switched on: spans of what is counted, and switches for the rest."""

    m: Span = ONE
    n_C_prev: Span = ONE
    n_C: Span = ONE
    pad: Span = (0, 0)
    stride: Span = ONE
    square: bool = True
    divides: bool = False
    oriented: bool = False
    bias: bool = False
    values: tuple[str, ...] = (POSITIVE,)


def draw_convolution(draw: Draw, rung: Rung) -> Recipe:
    """Draw the sizes of one convolution; the filter always fits into the padded image."""
    strata = (
        "easy",
        "general",
        "one window",
        "even filter",
        *(["long stride"] if rung.stride[1] > 1 else []),
    )
    stratum = pick(draw, strata)
    size = side(draw, {"easy": (1, 2), "long stride": (1, 2), "even filter": (4, 4)}.get(stratum, (2, 3)))
    pad = side(draw, rung.pad)
    stride = size + 1 if stratum == "long stride" else side(draw, rung.stride)
    if rung.divides:
        n_H = n_W = size + stride * side(draw, (0 if stratum == "one window" else 1, 2))
    elif stratum == "one window":
        n_H, n_W = sides(draw, (size, size + (not rung.square)), square=rung.square)
    else:
        span = (max(size, 2), max(size, 2) + 1) if stratum == "easy" else (5, 8)
        n_H, n_W = sides(draw, span, square=rung.square)
    return {
        "m": side(draw, rung.m),
        "n_H": n_H,
        "n_W": n_W,
        "n_C_prev": side(draw, rung.n_C_prev),
        "n_C": side(draw, rung.n_C),
        "f": size,
        "stride": stride,
        "pad": pad,
        "oriented": rung.oriented,
        "bias": rung.bias,
        "values": pick(draw, rung.values),
        "seed": seed(draw),
    }


def build_convolution(
    *,
    m: int,
    n_H: int,
    n_W: int,
    n_C_prev: int,
    n_C: int,
    f: int,
    stride: int,
    pad: int,
    oriented: bool,
    bias: bool,
    values: str,
    seed: int,
) -> Arguments:
    """Return A_prev (m, n_H, n_W, n_C_prev), W (f, f, n_C_prev, n_C), b (1, 1, 1, n_C), hparameters."""
    rng = np.random.default_rng(seed)
    A_prev = numbers(rng, (m, n_H, n_W, n_C_prev), values)
    W = numbers(rng, (f, f, n_C_prev, n_C), SIGNED if values == LARGE else values)
    b = numbers(rng, (1, 1, 1, n_C), SIGNED if values == LARGE else values) * bias
    return {
        "A_prev": A_prev,
        "W": W if oriented else symmetric(W),
        "b": b,
        "hparameters": {"stride": stride, "pad": pad},
    }


def draw_plain(draw: Draw) -> Recipe:
    """Nothing switched on: one square image, one channel, one symmetric filter, positive numbers."""
    return draw_convolution(draw, Rung())


def draw_unpadded(draw: Draw) -> Recipe:
    """The same cases as plain, where pad = 0 is what matters."""
    return draw_plain(draw)


def draw_shapes(draw: Draw) -> Recipe:
    """Whatever an output's size depends on, for square images; sizes need not divide."""
    return draw_convolution(draw, Rung(m=ANY, n_C_prev=ANY, n_C=ANY, pad=(0, 2), stride=(1, 4)))


def draw_oriented(draw: Draw) -> Recipe:
    """Filters with an up and a left."""
    return draw_convolution(draw, Rung(oriented=True))


def draw_channels(draw: Draw) -> Recipe:
    """Several channels."""
    return draw_convolution(draw, Rung(n_C_prev=SOME))


def draw_filters(draw: Draw) -> Recipe:
    """Several filters."""
    return draw_convolution(draw, Rung(n_C=SOME))


def draw_bias(draw: Draw) -> Recipe:
    """A bias."""
    return draw_convolution(draw, Rung(bias=True))


def draw_biases(draw: Draw) -> Recipe:
    """Several filters, each with a bias."""
    return draw_convolution(draw, Rung(n_C=SOME, bias=True))


def draw_padded(draw: Draw) -> Recipe:
    """Padding, up to more than the filter's size."""
    return draw_convolution(draw, Rung(pad=ANY))


def draw_strided(draw: Draw) -> Recipe:
    """Strides below, at and above the filter's size, all of them with nothing left over."""
    return draw_convolution(draw, Rung(stride=(2, 4), divides=True))


def draw_batch(draw: Draw) -> Recipe:
    """Several examples."""
    return draw_convolution(draw, Rung(m=SOME))


def draw_not_square(draw: Draw) -> Recipe:
    """Height and width differ."""
    return draw_convolution(draw, Rung(square=False))


def draw_signed(draw: Draw) -> Recipe:
    """Numbers of both signs."""
    return draw_convolution(draw, Rung(values=(SIGNED, WHOLE, NEGATIVE, LARGE)))


def draw_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return draw_convolution(
        draw,
        Rung(
            m=ANY,
            n_C_prev=ANY,
            n_C=ANY,
            pad=(0, 3),
            stride=ANY,
            square=False,
            oriented=True,
            bias=True,
            values=(SIGNED, WHOLE, NEGATIVE, LARGE),
        ),
    )


PLAIN: Recipe = {
    "m": 1,
    "n_H": 3,
    "n_W": 3,
    "n_C_prev": 1,
    "n_C": 1,
    "f": 2,
    "stride": 1,
    "pad": 0,
    "oriented": False,
    "bias": False,
    "values": POSITIVE,
    "seed": 1,
}
"""The recipe that the pinned ones vary."""

FULL: Recipe = {
    "m": 3,
    "n_H": 6,
    "n_W": 9,
    "n_C_prev": 3,
    "n_C": 3,
    "f": 4,
    "stride": 2,
    "pad": 2,
    "oriented": True,
    "bias": True,
    "values": SIGNED,
    "seed": 1,
}
"""Everything at once: the one case that tells most wrong convolutions from right ones."""

PADDED: Recipe = {"pad": 1}
"""pad = 0 is the easiest case and a corner: who is wrong only there keeps the other promises with padding."""

plain = Inputs(
    draw_plain, build_convolution, (PLAIN, PLAIN | {"n_H": 6, "n_W": 6, "f": 3}), instead=PADDED, count=FEW
)
unpadded = Inputs(draw_unpadded, build_convolution, (PLAIN | {"n_H": 5, "n_W": 5},), count=FEW)
shapes = Inputs(
    draw_shapes,
    build_convolution,
    (
        PLAIN | {"n_H": 6, "n_W": 6, "m": 2, "n_C": 3},
        PLAIN | {"n_H": 6, "n_W": 6, "stride": 3},
        PLAIN | {"n_H": 7, "n_W": 7, "f": 3, "stride": 3, "pad": 1, "m": 2, "n_C": 3},
    ),
    instead=PADDED,
    count=FEW,
)
oriented = Inputs(draw_oriented, build_convolution, (PLAIN | {"oriented": True},), instead=PADDED, count=FEW)
channels = Inputs(
    draw_channels,
    build_convolution,
    (PLAIN | {"n_C_prev": 3}, PLAIN | {"n_C_prev": 5}),
    instead=PADDED,
    count=FEW,
)
filters = Inputs(
    draw_filters, build_convolution, (PLAIN | {"n_C": 3}, PLAIN | {"n_C": 5}), instead=PADDED, count=FEW
)
bias = Inputs(draw_bias, build_convolution, (PLAIN | {"bias": True},), instead=PADDED, count=FEW)
biases = Inputs(
    draw_biases, build_convolution, (PLAIN | {"bias": True, "n_C": 3},), instead=PADDED, count=FEW
)
padded = Inputs(draw_padded, build_convolution, (PLAIN | {"pad": 1}, PLAIN | {"pad": 3}), count=FEW)
strided = Inputs(
    draw_strided,
    build_convolution,
    (PLAIN | {"n_H": 4, "n_W": 4, "stride": 2}, PLAIN | {"n_H": 8, "n_W": 8, "stride": 3}),
    instead=PADDED,
    count=FEW,
)
batch = Inputs(draw_batch, build_convolution, (PLAIN | {"m": 3}, PLAIN | {"m": 5}), instead=PADDED, count=FEW)
not_square = Inputs(
    draw_not_square,
    build_convolution,
    (PLAIN | {"n_W": 5}, PLAIN | {"n_H": 6}),
    instead=PADDED,
    count=FEW,
)
signed = Inputs(
    draw_signed,
    build_convolution,
    (PLAIN | {"values": SIGNED, "n_H": 5, "n_W": 5},),
    instead=PADDED,
    count=FEW,
)
together = Inputs(
    draw_together,
    build_convolution,
    (
        FULL,
        FULL | {"stride": 1, "pad": 0, "n_H": 9, "n_W": 6},
        # Contracts look at few cases, the largest among them: with fractions, that integers cannot hold.
        FULL | {"m": 4, "n_H": 10},
        FULL | {"n_H": 4, "n_W": 4, "pad": 0},
    ),
    count=FEW,
)
