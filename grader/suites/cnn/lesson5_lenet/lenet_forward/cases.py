"""Cases of lenet_forward in which one thing is switched on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Inputs
from grader.suites.cnn import oracles
from grader.suites.cnn.values import POSITIVE, SIGNED, numbers, side

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Array, Draw, Recipe

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


def draw_positive(draw: Draw) -> Recipe:
    """One image, positive numbers throughout: no activation is ever cut off."""
    return _recipe(1, 3, 10, POSITIVE, side(draw, (0, 1)))


def draw_signed(draw: Draw) -> Recipe:
    """One image, numbers of both signs."""
    return _recipe(1, 3, 10, SIGNED, side(draw, (0, 1)))


def draw_batch(draw: Draw) -> Recipe:
    """Two images."""
    return _recipe(2, 3, 10, POSITIVE, side(draw, (2, 2)))


def draw_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return _recipe(1, *((1, 4) if side(draw, (0, 1)) else (2, 3)), POSITIVE, 3)


positive = Inputs(draw_positive, build_lenet)
signed = Inputs(draw_signed, build_lenet)
batch = Inputs(draw_batch, build_lenet)
sizes = Inputs(draw_sizes, build_lenet)
