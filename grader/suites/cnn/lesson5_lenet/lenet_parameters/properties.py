"""What right parameters of LeNet-5 keep."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.authoring import Array, Function, equal, require, say, shape
from grader.suites.cnn import oracles

from . import cases, chance
from .stub import lenet_parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


WEIGHTS = tuple(f"W{layer}" for layer in range(1, 6))


def _answer(f: Callable[..., Any], rng: np.random.Generator, *sizes: int) -> dict[str, Array]:
    """Return parameters whose five weights are there, and are not one number repeated.

    The generator is copied: the call uses up the copy, and equal generators give equal answers.
    """
    parameters: dict[str, Array] = f(deepcopy(rng), *sizes)
    for name in WEIGHTS:
        require(name in parameters, say("{name} is missing.", name=name), actual=sorted(parameters))
        weights = parameters[name]
        require(
            weights.size > 1 and np.ptp(weights.astype(float)) > 0,
            say("All weights of {name} are the same.", name=name),
            actual=weights.flat[:3] if weights.size else weights,
        )
    return parameters


def _check_names(parameters: dict[str, Array], expected: Iterable[str]) -> None:
    """There are the expected entries, and no others."""
    require(
        sorted(parameters) == sorted(expected),
        say("The entries are {names}.", names=", ".join(sorted(parameters))),
        actual=sorted(parameters),
        expected=sorted(expected),
    )


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
    _check_names(parameters, expected)
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
    inputs=cases.sizes,
)
def other_sizes(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """Other numbers of channels and classes change the first and the last layer, and no other."""
    names_and_shapes(f, rng, n_C0, classes)


@lenet_parameters.prop(
    points=0.75,
    hint="Draw with rng.standard_normal or the like; np.random.randn does not listen to rng.",
    required=True,
)
def drawn_from_rng(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """The same rng gives the same weights, and another one gives others."""
    other = np.random.default_rng(deepcopy(rng).integers(0, 2**40, size=4))
    first, second, third = (
        _answer(g, source, n_C0, classes) for g, source in ((f, rng), (f.again, rng), (f, other))
    )
    for name in WEIGHTS:
        require(np.array_equal(first[name], second[name]), say("{name} is another one each time.", name=name))
        require(
            not np.array_equal(first[name], third[name]), say("{name} does not depend on rng.", name=name)
        )


CALLS = 4
"""Calls whose weights are looked at together: one has too few for W1 of grey images."""


def _check_weights(name: str, z: Array, wanted: float) -> None:
    """Look at the weights of a layer, given in units of the standard deviation that is wanted."""
    odd = chance.oddity(z)
    require(
        odd not in {"mean", "deviation"},
        say(
            "{name} has the mean {mean} and the deviation {std}; they must be about 0 and {wanted}.",
            name=name,
            mean=f"{float(np.mean(z)) * wanted:.3g}",
            std=f"{float(np.std(z)) * wanted:.3g}",
            wanted=f"{wanted:.3g}",
        ),
    )
    require(not odd, say("{name} is not drawn from a normal distribution.", name=name))


@lenet_parameters.prop(
    points=1,
    hint="Draw with rng.standard_normal, and multiply by np.sqrt(2 / inputs): f * f * n_C_prev, or the rows.",
    inputs=cases.spread,
)
def spread(f: Function, rng: np.random.Generator, n_C0: int, classes: int) -> None:
    """Weights are normal numbers around 0, with a standard deviation of sqrt(2 / inputs of the layer)."""
    # Not one source after the other: streams that are moved by a few numbers would overlap.
    sources = [np.random.default_rng(rng.integers(0, 2**40, size=4)) for _ in range(CALLS)]
    drawn = [_answer(f, source, n_C0, classes) for source in sources]
    everything = []
    for name, expected in oracles.lenet_shapes(n_C0, classes).items():
        if name in WEIGHTS:
            for parameters in drawn:
                shape(parameters[name], expected)
            changed = [np.any(drawn[0][name] != other[name]) for other in drawn[1:]]
            require(all(changed), say("{name} does not depend on rng.", name=name))
            z = np.stack([parameters[name] for parameters in drawn]) / oracles.deviation(expected)
            _check_weights(name, z, oracles.deviation(expected))
            everything.append(z.reshape(-1))
    peaked = chance.peakedness(np.concatenate(everything))
    require(abs(peaked) <= chance.LIMIT, say("The weights are not drawn from a normal distribution."))


@lenet_parameters.definition(
    points=0.5,
    hint="Every weight is drawn anew from rng, in float64; every bias is exactly 0.",
    inputs=cases.free,
    required=True,
)
def together(answer: dict[str, Array], rng: np.random.Generator, n_C0: int = 3, classes: int = 10) -> None:
    """For every n_C0 and number of classes: independent normal weights in float64, and biases of 0."""
    shapes = oracles.lenet_shapes(n_C0, classes)
    _check_names(answer, shapes)
    standard = []
    for name, expected in shapes.items():
        shape(answer[name], expected)
        if name not in WEIGHTS:
            equal(answer[name], np.zeros(expected))
            continue
        weights = answer[name].astype(float)
        require(np.any(weights.astype(np.float32) != weights), say("{name} is float32.", name=name))
        require(np.all(weights), say("{name} contains weights of 0.", name=name))
        standard.append(weights.reshape(-1) / oracles.deviation(expected))
        _check_weights(name, standard[-1], oracles.deviation(expected))
    repeated = chance.repeats(np.concatenate(standard))
    require(not repeated, say("Some weights occur more than once: they are not drawn independently."))
