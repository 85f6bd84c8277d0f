"""Put the layers together: from an image to probabilities."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import (
    Annotated,
    Arguments,
    Array,
    Cache,
    Draw,
    Function,
    Inputs,
    Recipe,
    close,
    exercise,
    require,
    say,
    shape,
    varies,
)
from grader.suites.cnn import oracles
from grader.suites.cnn.oracles import Parameters
from grader.suites.cnn.values import POSITIVE, SIGNED, numbers, side

LOGITS = 100.0
"""A bound of the sums that a logit is made of: an error of a logit is at most that of its probability."""


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


positive_inputs = Inputs(draw_positive, build_lenet)
signed_inputs = Inputs(draw_signed, build_lenet)
batch_inputs = Inputs(draw_batch, build_lenet)
sizes_inputs = Inputs(draw_sizes, build_lenet)


@exercise("LeNet-5, forward pass", points=7, inputs=positive_inputs, needs=("conv_forward", "pool_forward"))
def lenet_forward(X: Array, parameters: Parameters) -> tuple[Annotated[Array, "m classes"], Cache]:
    """Run LeNet-5 on images X (m, 32, 32, n_C0).

    CONV 5x5x6, POOL 2/2, CONV 5x5x16, POOL 2/2 (max), flatten to 400, dense 120, dense 84, dense classes,
    softmax; ReLU after every CONV and dense layer but the last. Returns: probabilities (m, classes), caches.
    """
    raise NotImplementedError


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
    inputs=signed_inputs,
)
def activation(f: Function, X: Array, parameters: Parameters) -> None:
    """Negative activations are cut off by ReLU, between the layers and not at the end."""
    _matches_the_road(f, X, parameters)


@lenet_forward.prop(
    points=0.75,
    hint="Softmax and flattening work on each example alone: axis 0 counts examples.",
    inputs=batch_inputs,
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
    inputs=sizes_inputs,
)
def other_sizes(f: Function, X: Array, parameters: Parameters) -> None:
    """Other numbers of channels and classes work too, and exchanged classes are exchanged in the answer."""
    _matches_the_road(f, X, parameters)
    answer = _answer(f, X, parameters)
    turned = parameters | {name: parameters[name][..., ::-1] for name in ("W5", "b5")}
    close(_answer(f, X, turned), answer[:, ::-1], scale=LOGITS)


def _softmax(scores: Array, axis: int = 1) -> Array:
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return np.asarray(powers / powers.sum(axis=axis, keepdims=True))


def _variant(
    X: Array, parameters: Parameters, *, mode: str = "max", cut: float = 0, flat: str = "C"
) -> Array:
    """Return the logits of a LeNet that pools, cuts off (below ``cut``) or flattens in another way."""
    A = X
    for layer in (1, 2):
        Z = oracles.correlate(A, parameters[f"W{layer}"], parameters[f"b{layer}"], {"stride": 1, "pad": 0})
        A = oracles.pool(np.maximum(Z, cut), {"f": 2, "stride": 2}, mode)
    A = A.reshape(len(A), -1) if flat == "C" else A.transpose(0, 3, 1, 2).reshape(len(A), -1)
    for layer in (3, 4):
        A = np.maximum(A @ parameters[f"W{layer}"] + parameters[f"b{layer}"], cut)
    return np.asarray(A @ parameters["W5"] + parameters["b5"])


@lenet_forward.mistake("The logits are returned. Apply softmax to them, so that they become probabilities.")
def returns_the_logits(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return oracles.logits(X, parameters), None


@lenet_forward.mistake("There is no activation between the layers. Apply ReLU after CONV and dense layers.")
def leaves_out_relu(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(_variant(X, parameters, cut=-np.inf)), None


@lenet_forward.mistake("The logits go through ReLU before softmax. The last layer has no ReLU.")
def relu_before_softmax(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(np.maximum(oracles.logits(X, parameters), 0)), None


@lenet_forward.mistake("The POOL layers average. LeNet here takes the maximum of each window.")
def pools_the_average(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(_variant(X, parameters, mode="average")), None


@lenet_forward.mistake("Softmax runs over the examples. It runs over the classes, axis 1.")
def softmax_over_the_examples(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(oracles.logits(X, parameters), axis=0), None


@lenet_forward.mistake("The probabilities of the whole batch add up to 1. Divide by the sum of each row.")
def divides_by_the_batch(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(oracles.logits(X, parameters).reshape(1, -1)).reshape(len(X), -1), None


@lenet_forward.mistake(
    "Each logit goes through the sigmoid alone. Softmax divides by the sum over the classes."
)
def sigmoid_for_softmax(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return 1 / (1 + np.exp(-np.clip(oracles.logits(X, parameters), -700, 700))), None


@lenet_forward.mistake(
    "The volume is flattened channel by channel. Flatten (n_H, n_W, n_C) in its own order."
)
def flattens_channels_first(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(_variant(X, parameters, flat="channels")), None


@lenet_forward.mistake("The last biases are missing. Add b5 before softmax.")
def leaves_out_the_last_bias(X: Array, parameters: Parameters) -> tuple[Array, None]:
    return _softmax(oracles.logits(X, parameters | {"b5": 0 * parameters["b5"]})), None
