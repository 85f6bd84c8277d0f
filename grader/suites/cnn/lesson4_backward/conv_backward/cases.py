"""Cases of conv_backward: a convolution's arguments as its cache, and a gradient of its output.

The base is general (oriented filters, several channels and filters, any sign, pad at least 1) but has
stride 1, one example and square images: those, and pad = 0, are corners with properties of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.authoring import Inputs
from grader.suites.cnn import oracles
from grader.suites.cnn.lesson2_convolution.conv_forward.cases import (
    FULL,
    PLAIN,
    Rung,
    build_convolution,
    draw_convolution,
)
from grader.suites.cnn.values import ANY, FEW, NEGATIVE, ONE, SIGNED, SOME, WHOLE, Span, numbers

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe

PADDED: Span = (1, 2)


def build_backward(**recipe: Any) -> Arguments:
    """Return dZ (m, n_H, n_W, n_C) and the cache (A_prev, W, b, hparameters)."""
    cache: Any = tuple(build_convolution(**recipe).values())
    A_prev, W, _, hparameters = cache
    rng = np.random.default_rng([recipe["seed"], 1])
    return {"dZ": numbers(rng, oracles.conv_shape(A_prev, W, hparameters), SIGNED), "cache": cache}


def _draw(
    draw: Draw, *, m: Span = ONE, pad: Span = PADDED, stride: Span = ONE, square: bool = True
) -> Recipe:
    rung = Rung(
        m=m,
        n_C_prev=SOME,
        n_C=SOME,
        pad=pad,
        stride=stride,
        square=square,
        oriented=True,
        bias=True,
        values=(SIGNED, WHOLE, NEGATIVE),
    )
    return draw_convolution(draw, rung)


def draw_plain(draw: Draw) -> Recipe:
    """One square image, stride 1, pad at least 1."""
    return _draw(draw)


def draw_unpadded(draw: Draw) -> Recipe:
    """As plain, but pad = 0."""
    return _draw(draw, pad=(0, 0))


def draw_strided(draw: Draw) -> Recipe:
    """As plain, but with strides; they need not divide."""
    return _draw(draw, stride=(2, 4))


def draw_batch(draw: Draw) -> Recipe:
    """As plain, but several examples."""
    return _draw(draw, m=SOME)


def draw_not_square(draw: Draw) -> Recipe:
    """As plain, but height and width differ."""
    return _draw(draw, square=False)


def draw_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return _draw(draw, m=ANY, pad=(0, 3), stride=ANY, square=False)


SMALL: Recipe = PLAIN | {"pad": 1, "oriented": True, "bias": True, "n_C_prev": 2, "n_C": 2, "values": SIGNED}

plain = Inputs(draw_plain, build_backward, (SMALL, SMALL | {"n_H": 6, "n_W": 6, "f": 3, "pad": 2}), count=FEW)
unpadded = Inputs(draw_unpadded, build_backward, (SMALL | {"pad": 0},), count=FEW)
strided = Inputs(draw_strided, build_backward, (SMALL | {"n_H": 6, "n_W": 6, "stride": 2},), count=FEW)
batch = Inputs(draw_batch, build_backward, (SMALL | {"m": 3},), count=FEW)
not_square = Inputs(draw_not_square, build_backward, (SMALL | {"n_W": 5}, SMALL | {"n_H": 5}), count=FEW)
together = Inputs(
    draw_together,
    build_backward,
    (
        FULL,
        FULL | {"stride": 1, "pad": 0, "n_H": 9, "n_W": 6},
        SMALL | {"m": 5, "n_W": 4, "n_C_prev": 5, "n_C": 5},
    ),
    count=FEW,
)
