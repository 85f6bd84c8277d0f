"""Cases of conv_single_step in which everything varies at once, and what they vary in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Array, Factor, Impossible, Inputs, choose
from grader.suites.cnn import levels
from grader.suites.cnn.values import (
    BALANCED,
    BIASES,
    FEW_KINDS,
    FRACTIONAL,
    GREY,
    INTEGER,
    KINDS,
    ORDERS,
    THOUSANDS,
    WHOLE,
    any_numbers,
    laid_out,
    small_integers,
)

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    return {
        "f": draw(choose(1, 2, 3, 4, 5, 9, aim="size")),
        "n_C": draw(choose(1, 2, 3, 9, aim="size")),
        "values": draw(choose(*KINDS, aim="number")),
        "weights": draw(choose(*FEW_KINDS, aim="number")),
        "biases": draw(choose(*BIASES, aim="number")),
        "sum": draw(choose("any", "any", "zero", "small", "bias")),
        "orders": [draw(choose(*ORDERS)) for _ in range(2)],
        "seed": draw(choose(*range(100))),
    }


def build_free(
    *,
    f: int,
    n_C: int,
    values: str | float,
    weights: str | float,
    biases: str | float,
    sum: str,  # noqa: A002 - the entry of the recipe
    orders: list[str],
    seed: int,
) -> Arguments:
    """Return a_slice_prev and W, both (f, f, n_C), and b (1, 1, 1)."""
    rng = np.random.default_rng(seed)
    a = any_numbers(rng, (f, f, n_C), values)
    W = small_integers(any_numbers(rng, (f, f, n_C), weights))
    b = any_numbers(rng, (1, 1, 1), biases)
    if sum == "bias":
        b = np.full((1, 1, 1), float(np.sum(a.astype(float) * W)))
    elif sum != "any":
        a, W = _cancelling(a, W, remainder=sum == "small")
    return {
        "a_slice_prev": laid_out(a, orders[0]),
        "W": laid_out(W, orders[1]),
        "b": b,
    }


def _cancelling(a: Array, W: Array, *, remainder: bool) -> tuple[Array, Array]:
    """Return numbers whose products cancel each other in pairs, to 0 or to what one product leaves."""
    pixels, filters = a.copy().reshape(-1), W.copy().reshape(-1)
    half = len(pixels) // 2
    pixels[half : 2 * half], filters[half : 2 * half] = pixels[:half], -filters[:half]
    if not remainder:
        filters[2 * half :] = 0
    elif half:
        # The pairs are large, and what is left beside them is not.
        pixels = pixels.astype(float)
        pixels[: 2 * half] *= 2.0**24
        pixels[0] = pixels[0] / 2.0**24
    return pixels.reshape(a.shape), filters.reshape(W.shape)


def _sum(a_slice_prev: Array, W: Array) -> str:
    return "other" if np.sum(a_slice_prev.astype(float) * W) else "zero"


FACTORS = (
    Factor("f", ("one", "even", "odd"), lambda W, **_: "one" if len(W) == 1 else ("even", "odd")[len(W) % 2]),
    Factor("size", ("small", "large"), lambda W, **_: "large" if W.size > 80 else "small"),
    Factor("channels", levels.COUNTS, lambda W, **_: levels.count(W.shape[2])),
    Factor("window", levels.NUMBERS, lambda a_slice_prev, **_: levels.numbers(a_slice_prev)),
    Factor("weights", levels.WEIGHTS, lambda W, **_: levels.weights(W)),
    Factor("bias", levels.ZEROS, lambda b, **_: levels.zeros(b)),
    Factor("sum", ("zero", "other"), lambda a_slice_prev, W, **_: _sum(a_slice_prev, W)),
    Factor("memory of a_slice_prev", levels.MEMORY, lambda a_slice_prev, **_: levels.memory(a_slice_prev)),
    Factor("memory of W", levels.MEMORY, lambda W, **_: levels.memory(W)),
)

IMPOSSIBLE = (
    Impossible({"f": ("one",), "size": ("large",)}, "few windows of one pixel have so many channels"),
    Impossible(
        {"f": ("one",), "memory of a_slice_prev": ("Fortran",)}, "one pixel has one way to lie in memory"
    ),
    Impossible({"f": ("one",), "memory of W": ("Fortran",)}, "one pixel has one way to lie in memory"),
    Impossible({"window": ("zero",), "sum": ("other",)}, "products with 0 are 0"),
    Impossible({"weights": ("zero",), "sum": ("other",)}, "products with 0 are 0"),
)

EASY: Recipe = {
    "f": 2,
    "n_C": 1,
    "values": WHOLE,
    "weights": WHOLE,
    "biases": WHOLE,
    "sum": "any",
    "orders": ["C", "C"],
    "seed": 1,
}
"""Small whole numbers that can be checked by head."""

LARGE: Recipe = EASY | {
    "f": 17,
    "n_C": 6,
    "values": FRACTIONAL,
    "weights": FRACTIONAL,
    "biases": FRACTIONAL,
}
"""Far larger than the rest: for what works in blocks, or in a table of fixed size."""

SPECIAL: tuple[Recipe, ...] = (
    EASY | {"values": INTEGER, "weights": INTEGER, "biases": FRACTIONAL, "n_C": 4},
    EASY | {"values": THOUSANDS, "weights": THOUSANDS, "f": 5, "n_C": 9},
    EASY | {"values": GREY, "weights": GREY, "f": 9, "n_C": 33},
    EASY | {"values": BALANCED, "weights": BALANCED, "n_C": 3},
    EASY | {"sum": "bias"},
    EASY | {"orders": ["C", "upside down"], "f": 3},
    EASY | {"orders": ["upside down", "C"], "f": 3},
)

free = Inputs(
    draw_free,
    build_free,
    pinned=(EASY, LARGE, *SPECIAL),
    factors=FACTORS,
    impossible=IMPOSSIBLE,
    numbers="seed",
)
