"""What a right lenet_forward keeps."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array, Cache, Function, close, require, say, shape, varies
from grader.suites.cnn import oracles
from grader.suites.cnn.oracles import Parameters

from . import cases, free
from .stub import lenet_forward

LOGITS = 100.0
"""A bound of the sums that a logit is made of: an error of a logit is at most that of its probability."""


def _answer(f: Function, X: Array, parameters: Parameters) -> Array:
    """Return probabilities of the right shape that are not one number repeated."""
    probabilities, _ = f(X, parameters)
    shape(probabilities, (len(X), parameters["b5"].shape[1]))
    varies(probabilities)
    return np.asarray(probabilities, dtype=float)


def _matches_the_road(f: Function, X: Array, parameters: Parameters) -> None:
    close(_answer(f, X, parameters), oracles.lenet_forward(X, parameters)[0], scale=LOGITS)


@lenet_forward.prop(
    points=0.5, hint="Softmax divides the exponentials by their sum over the classes, axis 1."
)
def probabilities(f: Function, X: Array, parameters: Parameters) -> None:
    """For each example the answers are probabilities: none is negative, and they add up to 1."""
    answer = _answer(f, X, parameters)
    require((answer >= 0).all(), say("A probability is negative."), actual=answer)
    close(answer.sum(axis=1), np.ones(len(X)))


@lenet_forward.prop(
    points=1.5, hint="Follow the shapes: 28x28x6, 14x14x6, 10x10x16, 5x5x16, 400, 120, 84, classes."
)
def layers(f: Function, X: Array, parameters: Parameters) -> None:
    """The layers follow each other as in LeNet-5."""
    _matches_the_road(f, X, parameters)


@lenet_forward.prop(
    points=1,
    hint="ReLU sets negative numbers to 0: after both CONV layers and after the first two dense layers.",
    inputs=cases.signed,
)
def activation(f: Function, X: Array, parameters: Parameters) -> None:
    """Negative activations are cut off by ReLU, between the layers and not at the end."""
    _matches_the_road(f, X, parameters)


@lenet_forward.prop(
    points=0.75,
    hint="Softmax and flattening work on each example alone: axis 0 counts examples.",
    inputs=cases.batch,
)
def batch(f: Function, X: Array, parameters: Parameters) -> None:
    """Each example is answered as if it were alone."""
    answer = _answer(f, X, parameters)
    require((answer[0] != answer[1]).any(), say("Different images get the same answer."), actual=answer)
    for i in range(len(X)):
        close(answer[i : i + 1], _answer(f, X[i : i + 1], parameters), scale=LOGITS)


@lenet_forward.prop(
    points=0.75, hint="Probabilities are exp(z) over their sum; the biases of the last layer belong to z."
)
def odds(f: Function, X: Array, parameters: Parameters) -> None:
    """One more on every last bias changes nothing; log 2 more on one of them doubles its class's odds."""
    answer = _answer(f, X, parameters)
    b5 = parameters["b5"]
    close(_answer(f, X, parameters | {"b5": b5 + 1}), answer, scale=LOGITS)
    favour = np.zeros_like(b5)
    favour[0, 0] = np.log(2)
    doubled = answer * np.where(np.arange(b5.size) == 0, 2, 1)
    other = _answer(f, X, parameters | {"b5": b5 + favour})
    close(other * doubled.sum(axis=1, keepdims=True), doubled, scale=LOGITS)


@lenet_forward.prop(points=0.75, hint="Take the largest logit away from all of them before the exponential.")
def large_logits(f: Function, X: Array, parameters: Parameters) -> None:
    """Softmax survives logits of ten thousand."""
    classes = parameters["b5"].shape[1]
    favour = np.zeros((1, classes))
    favour[0, classes - 1] = 1e4
    answer = _answer(f, X, parameters | {"b5": parameters["b5"] + favour})
    close(answer, np.broadcast_to(favour / 1e4, answer.shape), scale=LOGITS)
    # Beside an image of huge logits, those of another one are still their own.
    beside = _answer(f, np.concatenate([X, 1e6 * X]), parameters)
    close(beside[: len(X)], _answer(f, X, parameters), scale=LOGITS)


@lenet_forward.prop(
    points=0.75,
    hint="The number of classes is that of b5, the number of channels that of X.",
    inputs=cases.sizes,
)
def other_sizes(f: Function, X: Array, parameters: Parameters) -> None:
    """Other numbers of channels and classes work too, and exchanged classes are exchanged in the answer."""
    _matches_the_road(f, X, parameters)
    answer = _answer(f, X, parameters)
    turned = parameters | {name: parameters[name][..., ::-1] for name in ("W5", "b5")}
    close(_answer(f, X, turned), answer[:, ::-1], scale=LOGITS)


@lenet_forward.definition(
    points=0.75,
    hint="Look at how many channels, classes and examples there are, and at the order of the parameters.",
    inputs=free.free,
)
def together(answer: tuple[Array, Cache], X: Array, parameters: Parameters) -> None:
    """Whatever the images and the parameters are, the answers are the probabilities that LeNet-5 gives."""
    probabilities, _ = answer
    # A probability is off by its own rounding, and by as much as its logit is.
    scale = max(1.0, oracles.logits_scale(X, parameters))
    close(probabilities, oracles.lenet_forward(X, parameters)[0], scale=scale)
