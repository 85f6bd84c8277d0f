"""Cases of pooling in which everything varies at once, and what they vary in. Pixels may be equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Factor, Impossible, Inputs, choose
from grader.suites.cnn import levels, oracles, windows
from grader.suites.cnn.values import FRACTIONAL, KINDS, ORDERS, WHOLE, any_numbers, laid_out

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe

MODES = ("max", "average", "default")


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    drawn = windows.draw_windows(draw, padded=False)
    return {
        **windows.draw_counts(draw, drawn["n_H"], drawn["n_W"], "m", "n_C"),
        **{name: drawn[name] for name in ("n_H", "n_W", "f", "stride")},
        "values": draw(choose(*KINDS, aim="number")),
        "order": draw(choose(*ORDERS)),
        "keys": draw(choose("f", "stride")),
        "mode": draw(choose(*MODES)),
        "seed": draw(choose(*range(100))),
    }


def build_free(
    *,
    m: int,
    n_H: int,
    n_W: int,
    f: int,
    stride: int,
    n_C: int,
    values: str | float,
    order: str,
    keys: str,
    mode: str,
    seed: int,
) -> Arguments:
    """Return A_prev (m, n_H, n_W, n_C), the hyperparameters, and the mode unless it is left out."""
    A_prev = any_numbers(np.random.default_rng(seed), (m, n_H, n_W, n_C), values)
    hparameters = {"f": f, "stride": stride}
    arguments = {"A_prev": laid_out(A_prev, order), "hparameters": {keys: hparameters[keys]} | hparameters}
    return arguments if mode == "default" else arguments | {"mode": mode}


FACTORS = (
    Factor("examples", levels.COUNTS, lambda A_prev, **_: levels.count(len(A_prev))),
    Factor("channels", levels.COUNTS, lambda A_prev, **_: levels.count(A_prev.shape[3])),
    Factor("shape", levels.SHAPES, lambda A_prev, **_: levels.shape(A_prev)),
    Factor("f", windows.SIZES, lambda A_prev, hparameters, **_: windows.size(A_prev, hparameters["f"])),
    Factor(
        "stride",
        levels.STRIDES,
        lambda hparameters, **_: levels.stride(hparameters["stride"], hparameters["f"]),
    ),
    Factor(
        "left over",
        levels.LEFT_OVER,
        lambda A_prev, hparameters, **_: windows.left_over(A_prev, **hparameters),
    ),
    Factor(
        "windows",
        windows.WINDOWS,
        lambda A_prev, hparameters, **_: windows.windows(oracles.pool_shape(A_prev, hparameters)),
    ),
    Factor(
        "same size",
        ("m", "n_C", "none"),
        lambda A_prev, hparameters, **_: levels.coincidence(
            **dict(zip(("m", "n_H", "n_W", "n_C"), A_prev.shape, strict=True)), f=hparameters["f"]
        ),
    ),
    Factor("image", levels.NUMBERS, lambda A_prev, **_: levels.numbers(A_prev)),
    Factor("memory", levels.MEMORY, lambda A_prev, **_: levels.memory(A_prev)),
    Factor("first key", ("f", "stride"), lambda hparameters, **_: levels.first_key(hparameters)),
    Factor("mode", MODES, lambda mode="default", **_: mode),
)

IMPOSSIBLE = (
    *windows.IMPOSSIBLE,
    Impossible({"f": ("image",), "windows": ("rows and columns",)}, "one window is as large as the image"),
    Impossible({"channels": ("one",), "same size": ("n_C",)}, "one is not compared"),
)

EASY: Recipe = {
    "m": 1,
    "n_H": 3,
    "n_W": 3,
    "f": 2,
    "stride": 1,
    "n_C": 1,
    "values": WHOLE,
    "order": "C",
    "keys": "f",
    "mode": "max",
    "seed": 1,
}
"""Small whole numbers that can be checked by head."""

LARGE: Recipe = EASY | {"m": 2, "n_H": 20, "n_W": 17, "f": 3, "n_C": 3, "values": FRACTIONAL}
"""Far larger than the rest: for what works in blocks, or in a table of fixed size."""


def draw_cached(draw: Draw) -> Recipe:
    """The same, for the cache."""
    return draw_free(draw)


cached = Inputs(
    draw_cached,
    build_free,
    tuple(EASY | windows.ONE_WINDOW | {"mode": mode} for mode in ("max", "average", "default")),
    count=8,
)
free = Inputs(
    draw_free,
    build_free,
    pinned=(
        EASY,
        EASY | {"mode": "average"},
        LARGE,
        LARGE | {"mode": "average", "stride": 2},
        EASY | {"m": windows.MANY},
        EASY | {"n_C": windows.MANY},
        *(EASY | line for line in windows.LINES),
        *(EASY | twin | {"mode": "average"} for twin in windows.TWINS),
        EASY | windows.TURNED | {"n_C": 9},
        *(LARGE | windows.WIDE | {"mode": mode} for mode in ("max", "average")),
    ),
    factors=FACTORS,
    numbers="seed",
    impossible=IMPOSSIBLE,
)
