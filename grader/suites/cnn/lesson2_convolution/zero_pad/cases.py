"""Cases of zero_pad."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Inputs
from grader.suites.cnn.values import (
    ANY,
    FEW,
    LARGE,
    NEGATIVE,
    ONE,
    SIGNED,
    SOME,
    WHOLE,
    Span,
    numbers,
    pick,
    seed,
    side,
    sides,
)

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


def _draw_pad(draw: Draw, *, many: Span = ONE, pad: Span = (1, 2), square: bool = True) -> Recipe:
    stratum = pick(draw, ("easy", "general", "wide"))
    span = (1, 2) if stratum == "easy" else (3, 6)
    n_H, n_W = sides(draw, span, square=square)
    return {
        "m": side(draw, many),
        "n_H": n_H,
        "n_W": n_W,
        "n_C": side(draw, many),
        "pad": side(draw, pad if stratum != "wide" or pad[1] == 0 else (3, 5)),
        "values": pick(draw, (SIGNED, WHOLE, NEGATIVE, LARGE)),
        "seed": seed(draw),
    }


def build_pad(m: int, n_H: int, n_W: int, n_C: int, pad: int, values: str, seed: int) -> Arguments:
    """Return X (m, n_H, n_W, n_C) and pad, in pixels."""
    return {"X": numbers(np.random.default_rng(seed), (m, n_H, n_W, n_C), values), "pad": pad}


def draw_plain(draw: Draw) -> Recipe:
    """One example, one channel, a square image, pad at least 1."""
    return _draw_pad(draw)


def draw_none(draw: Draw) -> Recipe:
    """As plain, but pad = 0."""
    return _draw_pad(draw, pad=(0, 0))


def draw_not_square(draw: Draw) -> Recipe:
    """As plain, but height and width differ."""
    return _draw_pad(draw, square=False)


def draw_many(draw: Draw) -> Recipe:
    """As plain, but several examples and channels."""
    return _draw_pad(draw, many=SOME)


def draw_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return _draw_pad(draw, many=ANY, pad=(0, 2), square=False)


def _pad_recipe(m: int, n_H: int, n_W: int, n_C: int, pad: int) -> Recipe:
    return {"m": m, "n_H": n_H, "n_W": n_W, "n_C": n_C, "pad": pad, "values": SIGNED, "seed": 1}


plain = Inputs(draw_plain, build_pad, (_pad_recipe(1, 1, 1, 1, 1), _pad_recipe(1, 3, 3, 1, 2)), count=FEW)
none = Inputs(draw_none, build_pad, (_pad_recipe(1, 2, 2, 1, 0),), count=FEW)
not_square = Inputs(
    draw_not_square,
    build_pad,
    # The first two for whoever remembers an answer by the image, or its size.
    (_pad_recipe(1, 2, 3, 1, 1), _pad_recipe(1, 2, 3, 1, 2), _pad_recipe(1, 4, 1, 1, 2)),
    count=FEW,
)
many = Inputs(
    draw_many,
    build_pad,
    (_pad_recipe(2, 2, 2, 3, 1), _pad_recipe(3, 2, 2, 2, 2), _pad_recipe(5, 2, 2, 5, 1)),
    count=FEW,
)
together = Inputs(
    draw_together, build_pad, (_pad_recipe(4, 30, 14, 2, 3), _pad_recipe(2, 5, 3, 3, 0)), count=FEW
)
