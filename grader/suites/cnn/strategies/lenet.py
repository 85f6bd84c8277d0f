"""Cases of LeNet-5. They are large, so they are few: each strategy has a handful of recipes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Inputs
from grader.suites.cnn import oracles
from grader.suites.cnn.strategies.values import POSITIVE, SIGNED, numbers, side

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Array, Recipe
    from grader.suites.cnn.strategies.values import Draw

SCALES = {POSITIVE: (64, 128, 512, 128, 64), SIGNED: (16, 32, 32, 16, 16)}
"""What the weights of each layer are divided by, so that activations neither fade nor grow: powers of two."""


def build_lenet(*, m: int, n_C0: int, classes: int, values: str, seed: int) -> Arguments:
    """Return X (m, 32, 32, n_C0) and LeNet's parameters, W1 b1 ... W5 b5."""
    rng = np.random.default_rng(seed)
    X = numbers(rng, (m, 32, 32, n_C0), values) / 4
    parameters: dict[str, Array] = {}
    for layer, scale in enumerate(SCALES[values], start=1):
        shapes = oracles.lenet_shapes(n_C0, classes)
        parameters[f"W{layer}"] = numbers(rng, shapes[f"W{layer}"], values) / scale
        parameters[f"b{layer}"] = numbers(rng, shapes[f"b{layer}"], values) / 16
    return {"X": X, "parameters": parameters}


def _recipe(m: int, n_C0: int, classes: int, values: str, seed: int) -> Recipe:
    return {"m": m, "n_C0": n_C0, "classes": classes, "values": values, "seed": seed}


def draw_lenet_positive(draw: Draw) -> Recipe:
    """One image, positive numbers throughout: no activation is ever cut off."""
    return _recipe(1, 3, 10, POSITIVE, side(draw, (0, 1)))


def draw_lenet_signed(draw: Draw) -> Recipe:
    """One image, numbers of both signs."""
    return _recipe(1, 3, 10, SIGNED, side(draw, (0, 1)))


def draw_lenet_batch(draw: Draw) -> Recipe:
    """Two images."""
    return _recipe(2, 3, 10, POSITIVE, side(draw, (2, 2)))


def draw_lenet_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return _recipe(1, *((1, 4) if side(draw, (0, 1)) else (2, 3)), POSITIVE, 3)


lenet_positive = Inputs(draw_lenet_positive, build_lenet)
lenet_signed = Inputs(draw_lenet_signed, build_lenet)
lenet_batch = Inputs(draw_lenet_batch, build_lenet)
lenet_sizes = Inputs(draw_lenet_sizes, build_lenet)


def build_start(*, n_C0: int, classes: int, seed: int) -> Arguments:
    """Return a source of random numbers, and what LeNet's size depends on."""
    return {"rng": np.random.default_rng(seed), "n_C0": n_C0, "classes": classes}


def draw_start_usual(draw: Draw) -> Recipe:
    """Three input channels and ten classes."""
    return {"n_C0": 3, "classes": 10, "seed": side(draw, (0, 5))}


def draw_start_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return {"n_C0": side(draw, (1, 2)), "classes": side(draw, (2, 4)), "seed": 7}


start_usual = Inputs(draw_start_usual, build_start)
start_sizes = Inputs(draw_start_sizes, build_start, ({"n_C0": 4, "classes": 12, "seed": 7},))


def build_summary(*, n_C0: int, classes: int) -> Arguments:
    """Return the arguments as they were drawn."""
    return {"n_C0": n_C0, "classes": classes}


def draw_summary_usual(draw: Draw) -> Recipe:
    """Three input channels and ten classes."""
    return {"n_C0": side(draw, (3, 3)), "classes": 10}


def draw_summary_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return {"n_C0": side(draw, (1, 6)), "classes": side(draw, (2, 20))}


summary_usual = Inputs(draw_summary_usual, build_summary)
summary_sizes = Inputs(
    draw_summary_sizes, build_summary, ({"n_C0": 1, "classes": 2}, {"n_C0": 4, "classes": 12})
)
