"""Cases of pool_forward. The pixels of an image all differ, so that no two tie for a maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import Inputs
from grader.suites.cnn.strategies.values import (
    ANY,
    LARGE,
    NEGATIVE,
    ONE,
    POSITIVE,
    SIGNED,
    SOME,
    WHOLE,
    Span,
    distinct,
    pick,
    seed,
    side,
    sides,
)

if TYPE_CHECKING:
    from grader.authoring import Arguments, Recipe
    from grader.suites.cnn.strategies.values import Draw


def _draw(
    draw: Draw,
    *,
    m: Span = ONE,
    n_C: Span = ONE,
    stride: Span = ONE,
    square: bool = True,
    values: tuple[str, ...] = (POSITIVE,),
) -> Recipe:
    stratum = pick(draw, ("easy", "general", "one window", "tiling"))
    f = side(draw, (1, 2) if stratum == "easy" else (2, 4))
    if stratum == "one window":
        n_H, n_W = sides(draw, (f, f + (not square)), square=square)
    else:
        n_H, n_W = sides(draw, (max(f, 2), max(f, 2) + 1) if stratum == "easy" else (5, 8), square=square)
    step = side(draw, stride)
    return {
        "m": side(draw, m),
        "n_H": n_H,
        "n_W": n_W,
        "n_C": side(draw, n_C),
        "f": f,
        "stride": f if stratum == "tiling" and stride != ONE else step,
        "values": pick(draw, values),
        "seed": seed(draw),
    }


def build_pool(
    *, m: int, n_H: int, n_W: int, n_C: int, f: int, stride: int, values: str, seed: int
) -> Arguments:
    """Return A_prev (m, n_H, n_W, n_C) and the hyperparameters."""
    A_prev = distinct(np.random.default_rng(seed), (m, n_H, n_W, n_C), values)
    return {"A_prev": A_prev, "hparameters": {"f": f, "stride": stride}}


def draw_pool_plain(draw: Draw) -> Recipe:
    """One square image, one channel, stride 1, positive numbers."""
    return _draw(draw)


def draw_pool_shapes(draw: Draw) -> Recipe:
    """Whatever an output's size depends on, for square images."""
    return _draw(draw, m=ANY, n_C=ANY, stride=(1, 4))


def draw_pool_strided(draw: Draw) -> Recipe:
    """As plain, but strides below, at and above the window's size."""
    return _draw(draw, stride=(2, 4))


def draw_pool_channels(draw: Draw) -> Recipe:
    """As plain, but several channels."""
    return _draw(draw, n_C=SOME)


def draw_pool_batch(draw: Draw) -> Recipe:
    """As plain, but several examples."""
    return _draw(draw, m=SOME)


def draw_pool_not_square(draw: Draw) -> Recipe:
    """As plain, but height and width differ."""
    return _draw(draw, square=False)


def draw_pool_signed(draw: Draw) -> Recipe:
    """As plain, but windows that are all negative, too."""
    return _draw(draw, values=(NEGATIVE, SIGNED, LARGE, WHOLE))


def draw_pool_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return _draw(draw, m=ANY, n_C=ANY, stride=ANY, square=False, values=(SIGNED, NEGATIVE, WHOLE, LARGE))


def draw_pool_lenet(draw: Draw) -> Recipe:
    """The smaller or the larger of the two volumes that LeNet-5 pools."""
    n, n_C = (28, 6) if side(draw, (0, 1)) else (10, 16)
    return SMALL | {"n_H": n, "n_W": n, "n_C": n_C, "stride": 2}


SMALL: Recipe = {"m": 1, "n_H": 3, "n_W": 3, "n_C": 1, "f": 2, "stride": 1, "values": POSITIVE, "seed": 1}
FULL: Recipe = {"m": 2, "n_H": 7, "n_W": 10, "n_C": 2, "f": 4, "stride": 3, "values": SIGNED, "seed": 1}

pool_plain = Inputs(draw_pool_plain, build_pool, (SMALL, SMALL | {"n_H": 6, "n_W": 6, "f": 3}))
pool_shapes = Inputs(
    draw_pool_shapes, build_pool, (SMALL | {"n_H": 6, "n_W": 6, "f": 3, "stride": 2, "m": 2, "n_C": 3},)
)
pool_strided = Inputs(
    draw_pool_strided,
    build_pool,
    (SMALL | {"n_H": 4, "n_W": 4, "stride": 2}, SMALL | {"n_H": 7, "n_W": 7, "f": 3, "stride": 2}),
)
pool_channels = Inputs(draw_pool_channels, build_pool, (SMALL | {"n_C": 3},))
pool_batch = Inputs(draw_pool_batch, build_pool, (SMALL | {"m": 3},))
pool_not_square = Inputs(draw_pool_not_square, build_pool, (SMALL | {"n_W": 5}, SMALL | {"n_H": 5}))
pool_signed = Inputs(draw_pool_signed, build_pool, (SMALL | {"values": NEGATIVE},))
pool_together = Inputs(draw_pool_together, build_pool, (FULL, FULL | {"n_H": 10, "n_W": 7, "stride": 2}))
pool_lenet = Inputs(draw_pool_lenet, build_pool, (SMALL | {"n_H": 28, "n_W": 28, "n_C": 6, "stride": 2},))
