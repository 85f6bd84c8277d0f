"""What wrong answers of lenet_forward look like."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array
from grader.suites.cnn import oracles
from grader.suites.cnn.oracles import Parameters

from .stub import lenet_forward


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


@lenet_forward.mistake(
    "Softmax overflows: exp of a large logit is infinite. Subtract the largest logit of each row first."
)
def softmax_without_shift(X: Array, parameters: Parameters) -> tuple[Array, None]:
    powers = np.exp(oracles.logits(X, parameters))
    return powers / powers.sum(axis=1, keepdims=True), None


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
