"""Cases of pool_forward, for each mode apart: a mode that is wrong costs its own half of the points.

The pixels of an image all differ, so that no two tie for a maximum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
    distinct,
    pick,
    seed,
    side,
    sides,
)

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe

MIXED = (NEGATIVE, SIGNED, LARGE, WHOLE)
SMALL: Recipe = {"m": 1, "n_H": 3, "n_W": 3, "n_C": 1, "f": 2, "stride": 1, "values": POSITIVE, "seed": 1}
FULL: Recipe = {"m": 2, "n_H": 7, "n_W": 10, "n_C": 2, "f": 4, "stride": 3, "values": SIGNED, "seed": 1}

RUNGS: dict[str, tuple[dict[str, Any], tuple[Recipe, ...]]] = {
    "plain": ({}, (SMALL, SMALL | {"n_H": 6, "n_W": 6, "f": 3})),
    "shapes": (
        {"m": ANY, "n_C": ANY, "stride": (1, 4)},
        (SMALL | {"n_H": 6, "n_W": 6, "m": 2, "n_C": 3}, SMALL | {"n_H": 6, "n_W": 6, "f": 3, "stride": 2}),
    ),
    "strided": (
        {"stride": (2, 4)},
        (SMALL | {"n_H": 4, "n_W": 4, "stride": 2}, SMALL | {"n_H": 7, "n_W": 7, "f": 3, "stride": 2}),
    ),
    "channels": ({"n_C": SOME}, (SMALL | {"n_C": 3}, SMALL | {"n_C": 5})),
    "batch": ({"m": SOME}, (SMALL | {"m": 3}, SMALL | {"m": 5})),
    "not_square": ({"square": False}, (SMALL | {"n_W": 5}, SMALL | {"n_H": 5})),
    "signed": ({"values": MIXED}, (SMALL | {"values": NEGATIVE}, SMALL | {"values": LARGE})),
    "together": (
        {"m": ANY, "n_C": ANY, "stride": ANY, "square": False, "values": MIXED},
        (FULL, FULL | {"n_H": 10, "n_W": 7, "stride": 2}),
    ),
}
"""What each rung switches on, and its pinned recipes; off are several images and channels, strides, signs."""


def _draw(
    draw: Draw,
    mode: str,
    *,
    m: Span = ONE,
    n_C: Span = ONE,
    stride: Span = ONE,
    square: bool = True,
    values: tuple[str, ...] = (POSITIVE,),
) -> Recipe:
    strata = ("easy", "general", "one window", *(["tiling", "long stride"] if stride[1] > 1 else []))
    stratum = pick(draw, strata)
    f = side(draw, (1, 2) if stratum in {"easy", "long stride"} else (2, 4))
    if stratum == "one window":
        n_H, n_W = sides(draw, (f, f + (not square)), square=square)
    else:
        n_H, n_W = sides(draw, (max(f, 2), max(f, 2) + 1) if stratum == "easy" else (5, 8), square=square)
    step = {"tiling": f, "long stride": f + 1}.get(stratum) or side(draw, stride)
    return {
        "m": side(draw, m),
        "n_H": n_H,
        "n_W": n_W,
        "n_C": side(draw, n_C),
        "f": f,
        "stride": step,
        "values": pick(draw, values),
        "mode": mode,
        "seed": seed(draw),
    }


def build_pool(
    *, m: int, n_H: int, n_W: int, n_C: int, f: int, stride: int, values: str, mode: str, seed: int
) -> Arguments:
    """Return A_prev (m, n_H, n_W, n_C), the hyperparameters and the mode."""
    A_prev = distinct(np.random.default_rng(seed), (m, n_H, n_W, n_C), values)
    return {"A_prev": A_prev, "hparameters": {"f": f, "stride": stride}, "mode": mode}


def _inputs(rung: str, mode: str) -> Inputs:
    """Return the cases of one rung and mode, under a name of their own."""
    switched, pinned = RUNGS[rung]

    def draw_pool(draw: Draw) -> Recipe:
        return _draw(draw, mode, **switched)

    draw_pool.__qualname__ = f"draw_pool_{rung}_{mode}"
    return Inputs(draw_pool, build_pool, tuple(recipe | {"mode": mode} for recipe in pinned), count=FEW)


def _both() -> Inputs:
    """Return cases of both modes, everything switched on.

    Contracts look at few cases, the smallest and the largest among them: these two are pinned, one of each
    mode, and the average is one of nine pixels, which integers have no room for.
    """
    switched, pinned = RUNGS["together"]
    least = SMALL | {"n_H": 1, "n_W": 5, "f": 1, "mode": "max"}
    most = FULL | {"m": 4, "n_H": 9, "n_C": 3, "f": 3, "stride": 2, "mode": "average"}

    def draw_pool(draw: Draw) -> Recipe:
        return _draw(draw, pick(draw, ("max", "average")), **switched)

    draw_pool.__qualname__ = "draw_pool_together_both"
    full = [recipe | {"mode": mode} for recipe in pinned for mode in ("max", "average")]
    return Inputs(draw_pool, build_pool, (least, *full, most), count=FEW)


def draw_unknown(draw: Draw) -> Recipe:
    """A mode that is neither "max" nor "average", and may look like one."""
    modes = (
        "",
        "ma",
        "mean",
        "avg",
        "ave",
        "averag",
        "Max",
        "MAX",
        "Average",
        "maximum",
        "max ",
        "min",
        "sum",
    )
    return SMALL | {"values": SIGNED, "seed": seed(draw), "mode": pick(draw, modes)}


def _lenet(mode: str) -> Inputs:
    """Return the two volumes that LeNet-5 pools."""

    def draw_pool(draw: Draw) -> Recipe:
        n, n_C = (28, 6) if side(draw, (0, 1)) else (10, 16)
        return SMALL | {"n_H": n, "n_W": n, "n_C": n_C, "stride": 2, "mode": mode}

    draw_pool.__qualname__ = f"draw_pool_lenet_{mode}"
    return Inputs(draw_pool, build_pool, count=FEW)


maximum = {rung: _inputs(rung, "max") for rung in RUNGS} | {"lenet": _lenet("max")}
both = _both()
unknown = Inputs(
    draw_unknown,
    build_pool,
    tuple(
        SMALL | {"values": SIGNED, "mode": mode}
        for mode in ("", "m", "max average", "ave", "mean", "MAX", "Average", "average ", "minimum")
    )
    # Where windows are single pixels, or there is one of them, both modes have a shortcut.
    + tuple(
        SMALL | {"values": SIGNED, "mode": "mean", "f": f, "stride": stride}
        for f, stride in ((1, 1), (1, 2), (3, 1), (3, 3))
    ),
    count=FEW,
    refused=True,
)
average = {rung: _inputs(rung, "average") for rung in RUNGS} | {"lenet": _lenet("average")}
