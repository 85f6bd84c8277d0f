"""Cases of conv_single_step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Inputs
from grader.suites.cnn.values import (
    FEW,
    LARGE,
    NEGATIVE,
    ONE,
    POSITIVE,
    SIGNED,
    WHOLE,
    Span,
    numbers,
    pick,
    seed,
    side,
    symmetric,
)

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


def _draw_step(
    draw: Draw,
    *,
    n_C: Span = ONE,
    filters: str = "symmetric",
    bias: bool = False,
    signs: tuple[str, ...] = (POSITIVE,),
) -> Recipe:
    stratum = pick(draw, ("easy", "general", "large filter"))
    span = {"easy": (1, 2), "general": (2, 4), "large filter": (5, 6)}[stratum]
    return {
        "f": side(draw, span),
        "n_C": side(draw, n_C),
        "filters": filters,
        "bias": bias,
        "values": pick(draw, signs),
        "seed": seed(draw),
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


def draw_ones(draw: Draw) -> Recipe:
    """One channel, a filter of ones, no bias."""
    return _draw_step(draw, filters="ones")


def draw_products(draw: Draw) -> Recipe:
    """One channel, a symmetric filter, no bias, any sign."""
    return _draw_step(draw, signs=(POSITIVE, SIGNED, WHOLE, LARGE))


def draw_oriented(draw: Draw) -> Recipe:
    """As products, but the filter has an up and a left."""
    return _draw_step(draw, filters="any", signs=(POSITIVE, SIGNED, WHOLE))


def draw_channels(draw: Draw) -> Recipe:
    """As products, but several channels."""
    return _draw_step(draw, n_C=(2, 4), signs=(POSITIVE, SIGNED))


def draw_bias(draw: Draw) -> Recipe:
    """As products, but with a bias."""
    return _draw_step(draw, bias=True, signs=(POSITIVE, SIGNED))


def draw_together(draw: Draw) -> Recipe:
    """Everything switched on."""
    return _draw_step(draw, n_C=(1, 4), filters="any", bias=True, signs=(SIGNED, WHOLE, NEGATIVE, LARGE))


def _step_recipe(f: int, n_C: int, filters: str, bias: bool, values: str) -> Recipe:
    return {"f": f, "n_C": n_C, "filters": filters, "bias": bias, "values": values, "seed": 1}


ones = Inputs(draw_ones, build_step, (_step_recipe(2, 1, "ones", False, POSITIVE),), count=FEW)
products = Inputs(draw_products, build_step, (_step_recipe(2, 1, "symmetric", False, SIGNED),), count=FEW)
oriented = Inputs(
    draw_oriented,
    build_step,
    (_step_recipe(2, 1, "any", False, POSITIVE), _step_recipe(3, 1, "any", False, SIGNED)),
    count=FEW,
)
channels = Inputs(draw_channels, build_step, (_step_recipe(2, 3, "symmetric", False, POSITIVE),), count=FEW)
bias = Inputs(draw_bias, build_step, (_step_recipe(2, 1, "symmetric", True, POSITIVE),), count=FEW)
# Contracts look at few cases, the largest among them: it is pinned, with fractions that integers cannot hold.
together = Inputs(
    draw_together,
    build_step,
    (_step_recipe(4, 3, "any", True, SIGNED), _step_recipe(7, 4, "any", True, SIGNED)),
    count=FEW,
)
