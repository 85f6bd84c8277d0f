"""What the exercises compute, said as plainly as can be, and once more fast for the checks.

The functions named after an exercise are the public oracles: loops over one number at a time, straight
from the definition. ``correlate``, ``pool`` and ``gradients`` say the same with whole arrays; tests hold the
two together. No student code is called here.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

if TYPE_CHECKING:
    from grader.course.authoring import Array

Hyper = dict[str, int]
Layer = tuple["Array", "Array", "Array", Hyper]
"""A convolution's arguments, and its cache: A_prev, W, b, hparameters."""

Gradients = tuple["Array", "Array", "Array"]
"""dA_prev, dW, db."""


def output_size(n: int, f: int, stride: int, pad: int = 0) -> int:
    """Return how many windows of f pixels fit side by side: floor((n + 2 pad - f) / stride) + 1."""
    return (n + 2 * pad - f) // stride + 1


def conv_shape(A_prev: Array, W: Array, hparameters: Hyper) -> tuple[int, ...]:
    """Return the shape (m, n_H, n_W, n_C) of a convolution's output."""
    m, n_H, n_W, _ = A_prev.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    return m, output_size(n_H, len(W), stride, pad), output_size(n_W, len(W), stride, pad), W.shape[3]


def pool_shape(A_prev: Array, hparameters: Hyper) -> tuple[int, ...]:
    """Return the shape (m, n_H, n_W, n_C) of a pooling layer's output."""
    m, n_H, n_W, n_C = A_prev.shape
    f, stride = hparameters["f"], hparameters["stride"]
    return m, output_size(n_H, f, stride), output_size(n_W, f, stride), n_C


def zero_pad(X: Array, pad: int) -> Array:
    """Return X (m, n_H, n_W, n_C) with pad zeros above, below, left and right of every image."""
    m, n_H, n_W, n_C = X.shape
    padded = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    padded[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return padded


def window(A: Array, example: int, row: int, column: int, f: int, stride: int) -> Array:
    """Return the window (f, f, n_C) of an image of A (m, n_H, n_W, n_C) for the output at row, column."""
    top, left = row * stride, column * stride
    return A[example, top : top + f, left : left + f, :]


def conv_single_step(a_slice_prev: Array, W: Array, b: Array) -> float:
    """Return the sum of a_slice_prev * W, both (f, f, n_C_prev), plus the bias b (1, 1, 1)."""
    total = float(b.reshape(-1)[0])
    for row, column, channel in product(*map(range, W.shape)):
        total += float(a_slice_prev[row, column, channel]) * float(W[row, column, channel])
    return total


def conv_forward(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> tuple[Array, Layer]:
    """Return Z (m, n_H, n_W, n_C), window by window, and the cache."""
    A, stride = zero_pad(A_prev, hparameters["pad"]), hparameters["stride"]
    Z = np.zeros(conv_shape(A_prev, W, hparameters))
    for i, h, w, c in np.ndindex(*Z.shape):
        Z[i, h, w, c] = conv_single_step(window(A, i, h, w, len(W), stride), W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)


def pool_forward(A_prev: Array, hparameters: Hyper, mode: str = "max") -> tuple[Array, Any]:
    """Return the maximum or the average of every window and channel, and the cache."""
    f, stride = hparameters["f"], hparameters["stride"]
    A = np.zeros(pool_shape(A_prev, hparameters))
    for i, h, w, c in np.ndindex(*A.shape):
        pixels = [float(pixel) for pixel in window(A_prev, i, h, w, f, stride)[..., c].flat]
        A[i, h, w, c] = max(pixels) if mode == "max" else sum(pixels) / len(pixels)
    return A, (A_prev, hparameters)


def conv_backward(dZ: Array, cache: Layer) -> Gradients:
    """Return dA_prev, dW and db: each output hands its gradient to what it was made of."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = len(W), hparameters["stride"], hparameters["pad"]
    A = zero_pad(A_prev, pad)
    dA, dW, db = np.zeros(A.shape), np.zeros(W.shape), np.zeros(b.shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        window(dA, i, h, w, f, stride)[...] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += window(A, i, h, w, f, stride) * dZ[i, h, w, c]
        db[..., c] += dZ[i, h, w, c]
    _, n_H, n_W, _ = A_prev.shape
    return dA[:, pad : pad + n_H, pad : pad + n_W, :], dW, db


def _windows(A: Array, f: int, stride: int) -> Array:
    """Return all windows of A (m, n_H, n_W, n_C) as (m, rows, columns, n_C, f, f)."""
    return sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]


def correlate(A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> Array:
    """Return the Z of ``conv_forward``, with whole arrays."""
    windows = _windows(zero_pad(A_prev, hparameters["pad"]), len(W), hparameters["stride"])
    return np.asarray(np.tensordot(windows, W, axes=((3, 4, 5), (2, 0, 1))) + b)


def pool(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Array:
    """Return the A of ``pool_forward``, with whole arrays."""
    windows = _windows(A_prev, hparameters["f"], hparameters["stride"])
    return np.asarray(windows.max(axis=(4, 5)) if mode == "max" else windows.mean(axis=(4, 5)))


def gradients(dZ: Array, cache: Layer) -> Gradients:
    """Return what ``conv_backward`` returns, with whole arrays and loops over the filter's positions only."""
    A_prev, W, b, hparameters = cache
    f, stride, pad = len(W), hparameters["stride"], hparameters["pad"]
    A = zero_pad(A_prev, pad)
    dW = np.tensordot(_windows(A, f, stride), dZ, axes=((0, 1, 2), (0, 1, 2))).transpose(1, 2, 0, 3)
    dA = np.zeros(A.shape)
    _, rows, columns, _ = dZ.shape
    for i, j in np.ndindex(f, f):
        dA[:, i : i + stride * rows : stride, j : j + stride * columns : stride] += dZ @ W[i, j].T
    _, n_H, n_W, _ = A_prev.shape
    return dA[:, pad : pad + n_H, pad : pad + n_W], dW, dZ.sum(axis=(0, 1, 2)).reshape(b.shape)


def every_map_varies(expected: Array) -> bool:
    """Tell whether no channel of no example of (m, n_H, n_W, n_C) is one number repeated.

    Only then may an answer be blamed for not varying: the maxima of overlapping windows can all be one pixel.
    """
    return bool((np.ptp(expected, axis=(1, 2)) > 0).all())


def convolve(image: Array, kernel: Array) -> Array:
    """Return the textbook convolution of a plane with a kernel (f, f), in full: f - 1 higher and wider.

    Sum over i, j of kernel[i, j] * image[y - i, x - j]: the product of two polynomials in two
    variables. With rows long enough not to run into each other it is one product in one variable.
    """
    (n_H, n_W), f = image.shape, len(kernel)
    width = n_W + f - 1
    plane = np.pad(image, ((0, 0), (0, f - 1))).reshape(-1)
    line = np.pad(kernel, ((0, 0), (0, n_W - 1))).reshape(-1)
    return np.convolve(plane, line)[: (n_H + f - 1) * width].reshape(-1, width)


Parameters = dict[str, "Array"]
Row = tuple[str, tuple[int, ...], int, int]
"""A layer of a summary: name, activation shape, activation size, parameters."""


def lenet_shapes(n_C0: int = 3, classes: int = 10, flat: int = 400) -> dict[str, tuple[int, ...]]:
    """Return the shape of each of LeNet-5's parameters; ``flat`` numbers come out of POOL2."""
    sizes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (flat, 120), (120, 84), (84, classes)]
    shapes: dict[str, tuple[int, ...]] = {}
    for layer, size in enumerate(sizes, start=1):
        shapes[f"W{layer}"] = size
        shapes[f"b{layer}"] = (1,) * (len(size) - 1) + size[-1:]
    return shapes


def lenet_count(n_C0: int = 3, classes: int = 10, flat: int = 400) -> int:
    """Return how many numbers LeNet-5 learns: 62,006 with three input channels and ten classes."""
    return sum(prod(shape) for shape in lenet_shapes(n_C0, classes, flat).values())


def deviation(shape: tuple[int, ...]) -> float:
    """Return the standard deviation of first weights (..., outputs), sqrt(2 / inputs) (He et al., 2015)."""
    return float(np.sqrt(2 / prod(shape[:-1])))


def lenet_parameters(rng: np.random.Generator, n_C0: int = 3, classes: int = 10) -> Parameters:
    """Return normal weights, see ``deviation``, and biases of 0."""
    parameters: Parameters = {}
    for name, shape in lenet_shapes(n_C0, classes).items():
        is_weight = name[0] == "W"
        parameters[name] = rng.standard_normal(shape) * deviation(shape) if is_weight else np.zeros(shape)
    return parameters


def logits(X: Array, parameters: Parameters) -> Array:
    """Return what LeNet-5 hands to its softmax, (m, classes), for X (m, 32, 32, n_C0)."""
    A = X
    for layer in (1, 2):
        Z = correlate(A, parameters[f"W{layer}"], parameters[f"b{layer}"], {"stride": 1, "pad": 0})
        A = pool(np.maximum(Z, 0), {"f": 2, "stride": 2})
    A = A.reshape(len(A), -1)
    for layer in (3, 4):
        A = np.maximum(A @ parameters[f"W{layer}"] + parameters[f"b{layer}"], 0)
    return np.asarray(A @ parameters["W5"] + parameters["b5"])


def logits_scale(X: Array, parameters: Parameters) -> float:
    """Bound the absolute sums that a logit is made of: LeNet-5 of absolute numbers, without softmax."""
    absolute = {name: np.abs(value.astype(float)) for name, value in parameters.items()}
    return float(logits(np.abs(X.astype(float)), absolute).max())


def lenet_forward(X: Array, parameters: Parameters) -> tuple[Array, Any]:
    """Return the probabilities (m, classes), and nothing as caches."""
    scores = logits(X, parameters)
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return odds / odds.sum(axis=1, keepdims=True), None


def lenet_summary(n_C0: int = 3, classes: int = 10) -> list[Row]:
    """Return a row for the input and for each layer."""
    volumes: list[tuple[str, tuple[int, ...]]] = [
        ("INPUT", (32, 32, n_C0)),
        ("CONV1", (28, 28, 6)),
        ("POOL1", (14, 14, 6)),
        ("CONV2", (10, 10, 16)),
        ("POOL2", (5, 5, 16)),
        ("FC3", (120,)),
        ("FC4", (84,)),
        ("SOFTMAX", (classes,)),
    ]
    learnt = [prod(shape) for shape in lenet_shapes(n_C0, classes).values()]
    layers = {"CONV1": 0, "CONV2": 2, "FC3": 4, "FC4": 6, "SOFTMAX": 8}
    return [
        (name, shape, prod(shape), sum(learnt[layers[name] : layers[name] + 2]) if name in layers else 0)
        for name, shape in volumes
    ]
