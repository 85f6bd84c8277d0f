"""Cases of lenet_forward in which everything varies at once, and what they vary in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Array, Factor, Inputs, choose
from grader.suites.cnn import levels, oracles
from grader.suites.cnn.values import FRACTIONAL, ORDERS, any_numbers, laid_out, moved

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe
    from grader.suites.cnn.oracles import Parameters

PIXELS = ("fractions", "bytes", "signed", "integers")
SAME = "same sums"
KEYS = ("in order", "reversed", "mixed")
MEMORY = ("C", "other")
ORDER = ("in order", "other")
BIASES = ("zero", "other")
SPREADS = {"near": 2.0, "far": 32.0, "huge": 2048.0}
"""About how far the logits of an image lie apart."""


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    return {
        "m": draw(choose(1, 1, 2, 3, aim="size")),
        "n_C0": draw(choose(1, 1, 2, 3, 3, 4, 6, aim="size")),
        "classes": draw(choose(1, 2, 3, 10, 10, 12, 20, aim="size")),
        "pixels": draw(choose(*PIXELS, SAME, aim="number")),
        "weights": draw(choose("fresh", "trained", "whole", aim="number")),
        "biases": draw(choose(*BIASES)),
        "spread": draw(choose(*SPREADS)),
        "dead": draw(choose(0, 0, 0, 0, 1, 2, 3, 4)),
        "top": draw(choose("any", "any", "first", "last", "none")),
        "keys": draw(choose(*KEYS)),
        "order": draw(choose(*ORDERS)),
        "filters": draw(choose(*ORDERS)),
        "seed": draw(choose(*range(100))),
    }


def build_free(
    *,
    m: int,
    n_C0: int,
    classes: int,
    pixels: str | float,
    weights: str | float,
    biases: str,
    spread: str,
    dead: int,
    top: str,
    keys: str,
    order: str,
    filters: str,
    seed: int,
) -> Arguments:
    """Return X (m, 32, 32, n_C0) and LeNet's parameters, W1 b1 ... W5 b5.

    The units of the layer ``dead``, if it is not 0, are held down by their biases. The class on ``top``, if
    it is the first or the last, has by far the largest logit; with none, all logits are negative.
    """
    rng = np.random.default_rng(seed)
    X = _pixels(rng, (m, 32, 32, n_C0), pixels)
    parameters = _drawn(rng, n_C0, classes, weights, with_biases=biases == "other")
    if dead:
        parameters[f"b{dead}"] = parameters[f"b{dead}"] - 64.0 * max(1.0, float(np.abs(X).max()))
    parameters = _calibrated(X, parameters, SPREADS[spread])
    raised = {"first": np.arange(classes) == 0, "last": np.arange(classes) == classes - 1, "none": -2}
    parameters["b5"] = parameters["b5"] + SPREADS[spread] * raised.get(top, 0)
    if weights == "whole":
        parameters["W5"] = np.asarray(np.rint(parameters["W5"] * 8), dtype=np.int64)
    names = [*parameters]
    if keys == "reversed":
        names.reverse()
    if keys == "mixed":
        names = [names[i] for i in np.argsort(rng.integers(0, 2**40, size=len(names)), kind="stable")]
    return {
        "X": laid_out(X, order),
        "parameters": {
            name: laid_out(parameters[name], filters if name[0] == "W" else "C") for name in names
        },
    }


def _pixels(rng: np.random.Generator, shape: tuple[int, ...], kind: str | float) -> Array:
    if kind == "bytes":
        return np.asarray(rng.integers(0, 256, size=shape), dtype=float)
    if kind == "integers":
        return np.asarray(rng.integers(0, 256, size=shape))
    if kind == SAME:
        return moved(rng, np.abs(any_numbers(rng, shape, FRACTIONAL)) / 2)
    if kind in PIXELS:
        signed = any_numbers(rng, shape, FRACTIONAL) / 2
        return np.abs(signed) if kind == "fractions" else signed
    return any_numbers(rng, shape, kind)


def _drawn(
    rng: np.random.Generator, n_C0: int, classes: int, kind: str | float, *, with_biases: bool
) -> Parameters:
    """Return parameters: fresh ones are about as large as at the start, trained ones are uneven.

    Of whole ones, the last weights are rounded later.
    """
    drawn = {}
    for name, shape in oracles.lenet_shapes(n_C0, classes).items():
        values = any_numbers(rng, shape, kind if isinstance(kind, float) else FRACTIONAL)
        if name[0] == "b":
            drawn[name] = values * with_biases / 4
            continue
        inputs = int(np.prod(shape[:-1]))
        uneven = 2.0 ** rng.integers(-2, 3, size=shape[-1:]) if kind == "trained" else 1.0
        drawn[name] = values * uneven * 2.0 ** -round(np.log2(inputs) / 2)
    return drawn


def _calibrated(X: Array, parameters: Parameters, spread: float) -> Parameters:
    """Return the parameters with last weights and biases that make the logits of an image as far apart.

    Otherwise most probabilities would be 0 or 1, whatever the layers before do.
    """
    logits = oracles.logits(X, parameters)
    apart = float(np.mean(logits.max(axis=1) - logits.min(axis=1))) or float(np.abs(logits).max())
    if not 0 < apart < np.inf or not np.isfinite(spread / apart):
        return parameters
    scale = 2.0 ** round(np.log2(spread / apart))
    return parameters | {name: parameters[name] * scale for name in ("W5", "b5")}


def _apart(X: Array, parameters: Parameters) -> str:
    """Return how far the logits lie apart, or how large they are."""
    size = float(np.abs(oracles.logits(X, parameters)).max())
    return "near" if size < 8 * SPREADS["near"] else "far" if size < 8 * SPREADS["far"] else "huge"


def _classes(n: int) -> str:
    return "one" if n == 1 else "fewer" if n < 10 else "10" if n == 10 else "more"


def _memory(array: Array) -> str:
    return "C" if levels.memory(array) == "C" else "other"


def _order(names: list[str]) -> str:
    return "in order" if names == list(oracles.lenet_shapes()) else "other"


def _kind(X: Array) -> str:
    if X.dtype.kind == "i":
        return "integers"
    return "signed" if X.min() < 0 else "bytes" if X.max() > 1 else "fractions"


FACTORS = (
    Factor("examples", ("one", "several"), lambda X, **_: "one" if len(X) == 1 else "several"),
    Factor(
        "n_C0",
        ("1", "3", "other"),
        lambda X, **_: str(X.shape[3]) if X.shape[3] in {1, 3} else "other",
    ),
    Factor(
        "classes",
        ("one", "fewer", "10", "more"),
        lambda parameters, **_: _classes(parameters["b5"].size),
    ),
    Factor("pixels", PIXELS, lambda X, **_: _kind(X)),
    Factor("biases", BIASES, lambda parameters, **_: "other" if np.any(parameters["b1"]) else "zero"),
    Factor("logits", tuple(SPREADS), _apart),
    Factor("keys", ORDER, lambda parameters, **_: _order([*parameters])),
    Factor("memory of X", MEMORY, lambda X, **_: _memory(X)),
    Factor("memory of weights", MEMORY, lambda parameters, **_: _memory(parameters["W3"])),
)

MANY: Recipe = {
    "m": 17,
    "n_C0": 3,
    "classes": 10,
    "pixels": "fractions",
    "weights": "fresh",
    "biases": "other",
    "spread": "near",
    "dead": 0,
    "top": "any",
    "keys": "in order",
    "order": "C",
    "filters": "C",
    "seed": 1,
}
"""More examples than the rest: for what works in blocks."""

ONE = MANY | {"m": 1}
SPECIAL: tuple[Recipe, ...] = (
    ONE | {"n_C0": 1},
    ONE | {"n_C0": 4, "classes": 12},
    ONE | {"m": 2, "classes": 26, "spread": "huge", "top": "last"},
    *(ONE | {"m": 2, "n_C0": n_C0, "spread": "huge", "top": "none"} for n_C0 in (1, 3, 4)),
    ONE | {"m": 3, "classes": 3},
    ONE | {"m": 3, "pixels": SAME},
    ONE | {"classes": 84},
    ONE | {"classes": 120},
    ONE | {"weights": "whole", "spread": "far"},
    ONE | {"dead": 3},
    ONE | {"dead": 4},
)

free = Inputs(draw_free, build_free, pinned=(ONE, MANY, *SPECIAL), factors=FACTORS, ways=2, numbers="seed")
