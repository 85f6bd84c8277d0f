"""Draw LeNet-5's first weights."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.authoring import (
    Arguments,
    Array,
    Draw,
    Function,
    Inputs,
    Recipe,
    exercise,
    require,
    say,
    shape,
)
from grader.suites.cnn import oracles
from grader.suites.cnn.values import side

if TYPE_CHECKING:
    from collections.abc import Callable


def build_start(*, n_C0: int, classes: int, seed: int) -> Arguments:
    """Return a source of random numbers, and what LeNet's size depends on."""
    return {"rng": np.random.default_rng(seed), "n_C0": n_C0, "classes": classes}


def draw_usual(draw: Draw) -> Recipe:
    """Three input channels and ten classes."""
    return {"n_C0": 3, "classes": 10, "seed": side(draw, (0, 5))}


def draw_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return {"n_C0": side(draw, (1, 2)), "classes": side(draw, (2, 4)), "seed": 7}


usual_inputs = Inputs(draw_usual, build_start)
sizes_inputs = Inputs(draw_sizes, build_start, ({"n_C0": 4, "classes": 12, "seed": 7},))


@exercise("LeNet-5, its parameters", points=4, inputs=usual_inputs)
def lenet_parameters(rng: np.random.Generator, n_C0: int = 3, classes: int = 10) -> dict[str, Array]:
    """Draw the weights from rng, for images with n_C0 channels.

    Returns: W1 (5, 5, n_C0, 6), b1 (1, 1, 1, 6), W2 (5, 5, 6, 16), b2 (1, 1, 1, 16), W3 (400, 120),
    b3 (1, 120), W4 (120, 84), b4 (1, 84), W5 (84, classes), b5 (1, classes).
    """
    raise NotImplementedError


def _answer(f: Callable[..., Any], rng: np.random.Generator, *sizes: int) -> dict[str, Array]:
    """Return parameters whose five weights are there, and are not one number repeated.

    The generator is copied: the call uses up the copy, and equal generators give equal answers.
    """
    parameters: dict[str, Array] = f(deepcopy(rng), *sizes)
    for name in (f"W{layer}" for layer in range(1, 6)):
        require(name in parameters, say("{name} is missing.", name=name), actual=sorted(parameters))
        weights = parameters[name]
        require(
            weights.size > 1 and np.ptp(weights.astype(float)) > 0,
            say("All weights of {name} are the same.", name=name),
            actual=weights.flat[:3] if weights.size else weights,
        )
    return parameters


@lenet_parameters.prop(
    points=1,
    hint="A layer's weights are (inputs, outputs), or (f, f, n_C_prev, n_C); its biases end in the outputs.",
)
def names_and_shapes(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """W1, b1 to W5, b5 have the shapes of LeNet-5."""
    parameters = _answer(f, rng, n_C0, classes)
    for name, expected in oracles.lenet_shapes(n_C0, classes).items():
        require(name in parameters, say("{name} is missing.", name=name), actual=sorted(parameters))
        shape(parameters[name], expected)


@lenet_parameters.prop(points=0.5, hint="POOL layers and ReLU learn nothing: they have no entry.")
def only_what_is_learnt(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """There are ten entries and 62006 numbers, none of them for pooling."""
    parameters = _answer(f, rng)
    expected = list(oracles.lenet_shapes(n_C0, classes))
    require(
        sorted(parameters) == sorted(expected),
        say("The entries are {names}.", names=", ".join(sorted(parameters))),
        actual=sorted(parameters),
        expected=sorted(expected),
    )
    count = sum(value.size for value in parameters.values())
    require(
        count == oracles.lenet_count(n_C0, classes),
        say("There are {count} parameters instead of 62006.", count=count),
        actual=count,
        expected=oracles.lenet_count(n_C0, classes),
    )


@lenet_parameters.prop(
    points=0.5,
    hint="W1 depends on n_C0, and W5 and b5 on classes; nothing else does.",
    inputs=sizes_inputs,
)
def other_sizes(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """Other numbers of channels and classes change the first and the last layer, and no other."""
    names_and_shapes(f, rng, n_C0, classes)


@lenet_parameters.prop(
    points=0.75, hint="Draw with rng.standard_normal or the like; np.random.randn does not listen to rng."
)
def drawn_from_rng(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """The same rng gives the same weights, and another one gives others."""
    other = deepcopy(rng)
    other.integers(0, 2**40, size=5)
    first, second, third = (
        _answer(g, source, n_C0, classes) for g, source in ((f, rng), (f.again, rng), (f, other))
    )
    for name in (f"W{layer}" for layer in range(1, 6)):
        require(np.array_equal(first[name], second[name]), say("{name} is another one each time.", name=name))
        require(
            not np.array_equal(first[name], third[name]), say("{name} does not depend on rng.", name=name)
        )


@lenet_parameters.prop(
    points=1, hint="Multiply the drawn numbers by a small factor, such as sqrt(2 / number of inputs)."
)
def spread(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """The weights of a layer differ, lie around 0, and are neither tiny nor huge; biases begin near 0."""
    parameters = _answer(f, rng, n_C0, classes)
    for name in (f"W{layer}" for layer in range(1, 6)):
        weights = parameters[name].astype(float)
        deviation, middle = float(weights.std()), float(weights.mean())
        require(1e-4 <= deviation <= 0.5 and abs(middle) <= deviation, _lies(name, weights))
        # Independent draws hardly ever repeat; a ramp or a pattern is no chance.
        require(
            np.unique(weights).size > weights.size // 2,
            say("{name} repeats the same few numbers.", name=name),
        )
        biases = parameters.get(f"b{name[1]}")
        if biases is not None and biases.size:  # whether they are there is another promise
            require(np.abs(biases).max() <= 0.5, _lies(f"b{name[1]}", biases))


def _lies(name: str, numbers: Array) -> str:
    return say(
        "{name} has the mean {mean} and the deviation {std}.",
        name=name,
        mean=f"{float(np.mean(numbers)):.3g}",
        std=f"{float(np.std(numbers)):.3g}",
    )
