"""Cases of conv_backward in which everything varies at once: those of conv_forward, with a gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.authoring import Factor, Inputs, choose
from grader.suites.cnn import levels, oracles
from grader.suites.cnn.lesson2_convolution.conv_forward import free as forward
from grader.suites.cnn.values import (
    FEW_KINDS,
    FRACTIONAL,
    ORDERS,
    WHOLE,
    any_numbers,
    laid_out,
    small_integers,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.course.authoring import Arguments, Array, Draw, Recipe
    from grader.suites.cnn.oracles import Layer


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    gradients = draw(choose(*FEW_KINDS, aim="number"))
    return {"gradients": gradients, "order": draw(choose(*ORDERS)), **forward.draw_free(draw)}


def build_free(*, gradients: str | float, order: str, **layer: Any) -> Arguments:
    """Return dZ (m, n_H, n_W, n_C) and the cache (A_prev, W, b, hparameters)."""
    cache: Any = tuple(forward.build_free(**layer).values())
    A_prev, W, _, hparameters = cache
    rng = np.random.default_rng([layer["seed"], 1])
    dZ = small_integers(any_numbers(rng, oracles.conv_shape(A_prev, W, hparameters), gradients))
    return {"dZ": laid_out(dZ, order), "cache": cache}


def _of_the_layer(level: Callable[..., str]) -> Callable[..., str]:
    """Return what a factor of conv_forward says of a cache."""

    def of_the_cache(dZ: Array, cache: Layer) -> str:
        return level(**dict(zip(("A_prev", "W", "b", "hparameters"), cache, strict=True)))

    return of_the_cache


FACTORS = (
    Factor("gradients", levels.WEIGHTS, lambda dZ, **_: levels.weights(dZ)),
    Factor("memory of dZ", levels.MEMORY, lambda dZ, **_: levels.memory(dZ)),
    *(Factor(each.name, each.levels, _of_the_layer(each.level)) for each in forward.FACTORS),
)

free = Inputs(
    draw_free,
    build_free,
    pinned=(
        forward.EASY | {"gradients": WHOLE, "order": "C"},
        forward.LARGE | {"gradients": FRACTIONAL, "order": "C"},
        *(each | {"gradients": each["weights"], "order": "C"} for each in forward.SPECIAL),
        forward.LARGE | {"gradients": FRACTIONAL, "order": "constant"},
    ),
    factors=FACTORS,
    numbers="seed",
    impossible=forward.IMPOSSIBLE,
)
