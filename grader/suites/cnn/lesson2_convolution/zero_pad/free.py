"""Cases of zero_pad in which everything varies at once, and what they vary in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Array, Factor, Impossible, Inputs, choose
from grader.suites.cnn import levels, windows
from grader.suites.cnn.values import FRACTIONAL, FRAMED, GROWING, KINDS, ORDERS, WHOLE, any_numbers, laid_out

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    n_H, n_W = (draw(choose(1, 2, 3, 4, 5, 7, 9, 17, 33, aim="size")) for _ in range(2))
    n_W = n_H if draw(choose(True, False)) else n_W
    return {
        **windows.draw_counts(draw, n_H, n_W, "m", "n_C"),
        "n_H": n_H,
        "n_W": n_W,
        "pad": draw(choose(0, 1, 2, 3, 5, 9, 17, aim="size")),
        "values": draw(choose(*KINDS, aim="number")),
        "order": draw(choose(*ORDERS)),
        "seed": draw(choose(*range(100))),
    }


def build_free(
    *, m: int, n_H: int, n_W: int, n_C: int, pad: int, values: str | float, order: str, seed: int
) -> Arguments:
    """Return X (m, n_H, n_W, n_C) and pad, in pixels."""
    X = any_numbers(np.random.default_rng(seed), (m, n_H, n_W, n_C), values)
    return {"X": laid_out(X, order), "pad": pad}


def _pad(X: Array, pad: int) -> str:
    return "0" if pad == 0 else "1" if pad == 1 else "smaller" if pad < min(X.shape[1:3]) else "as large"


FACTORS = (
    Factor("examples", levels.COUNTS, lambda X, **_: levels.count(len(X))),
    Factor("channels", levels.COUNTS, lambda X, **_: levels.count(X.shape[3])),
    Factor("shape", levels.SHAPES, lambda X, **_: levels.shape(X)),
    Factor("narrow", ("one pixel", "more"), lambda X, **_: "one pixel" if min(X.shape[1:3]) == 1 else "more"),
    Factor("pad", ("0", "1", "smaller", "as large"), _pad),
    Factor(
        "same size",
        ("m", "n_C", "none"),
        lambda X, **_: levels.coincidence(**dict(zip(("m", "n_H", "n_W", "n_C"), X.shape, strict=True))),
    ),
    Factor("image", levels.NUMBERS, lambda X, **_: levels.numbers(X)),
    Factor("memory", levels.MEMORY, lambda X, **_: levels.memory(X)),
)

IMPOSSIBLE = (
    Impossible({"examples": ("one",), "same size": ("m",)}, "one is not compared"),
    Impossible({"channels": ("one",), "same size": ("n_C",)}, "one is not compared"),
    Impossible(
        {"narrow": ("one pixel",), "pad": ("smaller",)}, "a pad of 2 or more is as large as one pixel"
    ),
)

EASY: Recipe = {
    "m": 1,
    "n_H": 2,
    "n_W": 2,
    "n_C": 1,
    "pad": 1,
    "values": WHOLE,
    "order": "C",
    "seed": 1,
}
"""Small whole numbers that can be checked by head."""

LARGE: Recipe = EASY | {"m": 2, "n_H": 40, "n_W": 35, "n_C": 3, "pad": 4, "values": FRACTIONAL}
"""Far larger than the rest: for what works in blocks, or in a table of fixed size."""

free = Inputs(
    draw_free,
    build_free,
    pinned=(
        EASY,
        LARGE,
        EASY | {"m": windows.MANY},
        EASY | {"n_C": windows.MANY},
        *(EASY | line for line in windows.LINES),
        EASY | windows.TURNED | {"n_C": 9},
        EASY | {"n_H": 4, "n_W": 5, "values": FRAMED},
        EASY | {"m": 4, "values": GROWING},
    ),
    factors=FACTORS,
    numbers="seed",
    impossible=IMPOSSIBLE,
)
