"""Cases of a convolution in which everything varies at once, and what they vary in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Factor, Impossible, Inputs, choose
from grader.suites.cnn import levels, oracles, windows
from grader.suites.cnn.values import (
    BIASES,
    BITS,
    FEW_KINDS,
    FRACTIONAL,
    GREY,
    INTEGER,
    KINDS,
    ORDERS,
    SPARSE,
    WHOLE,
    any_numbers,
    laid_out,
    small_integers,
)

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    sizes = windows.draw_windows(draw)
    return {
        **sizes,
        **windows.draw_counts(draw, sizes["n_H"], sizes["n_W"], "m", "n_C_prev", "n_C"),
        "values": draw(choose(*KINDS, aim="number")),
        "weights": draw(choose(*FEW_KINDS, aim="number")),
        "biases": draw(choose(*BIASES, aim="number")),
        "orders": [draw(choose(*ORDERS)) for _ in range(2)],
        "keys": draw(choose("stride", "pad")),
        "seed": draw(choose(*range(100))),
    }


def build_free(
    *,
    m: int,
    n_H: int,
    n_W: int,
    f: int,
    stride: int,
    pad: int,
    n_C_prev: int,
    n_C: int,
    values: str | float,
    weights: str | float,
    biases: str | float,
    orders: list[str],
    keys: str,
    seed: int,
) -> Arguments:
    """Return A_prev (m, n_H, n_W, n_C_prev), W (f, f, n_C_prev, n_C), b (1, 1, 1, n_C), hparameters."""
    rng = np.random.default_rng(seed)
    hparameters = {"stride": stride, "pad": pad}
    return {
        "A_prev": laid_out(any_numbers(rng, (m, n_H, n_W, n_C_prev), values), orders[0]),
        "W": laid_out(small_integers(any_numbers(rng, (f, f, n_C_prev, n_C), weights)), orders[1]),
        "b": any_numbers(rng, (1, 1, 1, n_C), biases),
        "hparameters": {keys: hparameters[keys]} | hparameters,
    }


def _padding(pad: int, f: int) -> str:
    return "0" if pad == 0 else "less than f" if pad < f else "f or more"


FACTORS = (
    Factor("examples", levels.COUNTS, lambda A_prev, **_: levels.count(len(A_prev))),
    Factor("channels", levels.COUNTS, lambda A_prev, **_: levels.count(A_prev.shape[3])),
    Factor("filters", levels.COUNTS, lambda W, **_: levels.count(W.shape[3])),
    Factor("shape", levels.SHAPES, lambda A_prev, **_: levels.shape(A_prev)),
    Factor("f", windows.SIZES, lambda A_prev, W, **_: windows.size(A_prev, len(W))),
    Factor(
        "stride", levels.STRIDES, lambda W, hparameters, **_: levels.stride(hparameters["stride"], len(W))
    ),
    Factor(
        "pad",
        ("0", "less than f", "f or more"),
        lambda W, hparameters, **_: _padding(hparameters["pad"], len(W)),
    ),
    Factor(
        "left over",
        levels.LEFT_OVER,
        lambda A_prev, W, hparameters, **_: windows.left_over(A_prev, len(W), **hparameters),
    ),
    Factor(
        "windows",
        windows.WINDOWS,
        lambda A_prev, W, hparameters, **_: windows.windows(oracles.conv_shape(A_prev, W, hparameters)),
    ),
    Factor(
        "same size",
        ("m", "n_C_prev", "n_C", "none"),
        lambda A_prev, W, **_: levels.coincidence(
            m=len(A_prev),
            n_C_prev=W.shape[2],
            n_C=W.shape[3],
            f=len(W),
            n_H=A_prev.shape[1],
            n_W=A_prev.shape[2],
        ),
    ),
    Factor("image", levels.NUMBERS, lambda A_prev, **_: levels.numbers(A_prev)),
    Factor("weights", levels.WEIGHTS, lambda W, **_: levels.weights(W)),
    Factor("biases", levels.ZEROS, lambda b, **_: levels.zeros(b)),
    Factor("memory of A_prev", levels.MEMORY, lambda A_prev, **_: levels.memory(A_prev)),
    Factor("memory of W", levels.MEMORY, lambda W, **_: levels.memory(W)),
    Factor("first key", ("stride", "pad"), lambda hparameters, **_: levels.first_key(hparameters)),
)

IMPOSSIBLE = (
    *windows.IMPOSSIBLE,
    Impossible({"f": ("one",), "pad": ("less than f",)}, "less than one pixel is none"),
    Impossible({"channels": ("one",), "same size": ("n_C_prev",)}, "one is not compared"),
    Impossible({"filters": ("one",), "same size": ("n_C",)}, "one is not compared"),
)

LARGE: Recipe = {
    "m": 2,
    "n_H": 20,
    "n_W": 17,
    "n_C_prev": 3,
    "n_C": 2,
    "f": 3,
    "stride": 1,
    "pad": 1,
    "values": FRACTIONAL,
    "weights": FRACTIONAL,
    "biases": FRACTIONAL,
    "orders": ["C", "C"],
    "keys": "stride",
    "seed": 1,
}
"""Far larger than the rest: for what works in blocks, or in a table of fixed size."""

EASY: Recipe = LARGE | {
    "m": 1,
    "n_H": 3,
    "n_W": 3,
    "n_C_prev": 1,
    "n_C": 1,
    "f": 2,
    "pad": 0,
    "values": WHOLE,
    "weights": WHOLE,
    "biases": WHOLE,
}
"""Small whole numbers that can be checked by head."""

SPECIAL: tuple[Recipe, ...] = (
    *(EASY | {name: windows.MANY} for name in ("m", "n_C_prev", "n_C")),
    *(EASY | line for line in windows.LINES),
    EASY | windows.TURNED | {"n_C_prev": 9},
    *(EASY | twin for twin in windows.TWINS),
    EASY | {"values": GREY, "weights": GREY, "f": 9, "n_H": 9, "n_W": 9, "n_C_prev": 33},
    LARGE | windows.WIDE,
    EASY | {"values": INTEGER, "weights": INTEGER, "biases": FRACTIONAL, "n_C_prev": 4, "n_C": 2},
    *(
        EASY | {"n_C_prev": 2, "n_C": 2, "values": values} | sizes
        for values, sizes in (
            (BITS, {"n_H": 9, "n_W": 3, "pad": 2, "stride": 6}),
            (WHOLE, {"n_H": 6, "n_W": 2, "f": 1, "pad": 1, "stride": 4}),
            (SPARSE, {"n_H": 5, "n_W": 7, "pad": 3, "stride": 2}),
        )
    ),
)
"""What draws seldom have: many of one thing, odd sizes, and thick frames around few windows."""


def draw_cached(draw: Draw) -> Recipe:
    """The same, for the cache."""
    return draw_free(draw)


cached = Inputs(
    draw_cached,
    build_free,
    (
        EASY,
        *SPECIAL,
        EASY | windows.ONE_WINDOW,
        EASY | windows.ONE_WINDOW | {"pad": 1, "stride": 3, "m": 2},
        EASY | {"stride": 2, "pad": 1},
    ),
    count=8,
)
free = Inputs(
    draw_free,
    build_free,
    pinned=(EASY, LARGE, *SPECIAL),
    factors=FACTORS,
    numbers="seed",
    impossible=IMPOSSIBLE,
)
