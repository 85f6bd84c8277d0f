"""What a right pool_forward keeps."""

from __future__ import annotations

from math import prod

import numpy as np

from grader.course.authoring import (
    Array,
    Function,
    close,
    equal,
    require,
    say,
    shape,
)
from grader.suites.cnn import oracles, windows
from grader.suites.cnn.oracles import Hyper

from . import cases
from .stub import pool_forward


def scale(A_prev: Array) -> float:
    """Bound what an average sums up: f * f pixels of at most max|A_prev|, each weighed 1 / (f * f)."""
    return float(np.abs(A_prev).max())


def pooled(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> Array:
    """Return the student's answer, after a look at all of its numbers."""
    A, _ = f(A_prev, hparameters, mode)
    close(A, oracles.pool(A_prev, hparameters, mode), scale=scale(A_prev))
    return np.asarray(A)


def _spike(A_prev: Array, hparameters: Hyper, rng: np.random.Generator) -> tuple[Array, Array]:
    """Return a dark copy of A_prev with one pixel of 1, and which outputs look at that pixel."""
    _, n_H, n_W, _ = A_prev.shape
    row, column = int(rng.integers(0, n_H)), int(rng.integers(0, n_W))
    image = np.zeros(A_prev.shape)
    image[0, row, column, 0] = 1
    lit = np.zeros(oracles.pool_shape(A_prev, hparameters))
    size, stride = hparameters["f"], hparameters["stride"]
    for h, w in np.ndindex(*lit.shape[1:3]):
        lit[0, h, w, 0] = 0 <= row - h * stride < size and 0 <= column - w * stride < size
    return image, lit


def _nothing_to_learn(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    A, _ = f(A_prev, hparameters, mode)
    small, large = (10, 28) if A_prev.shape[1] == 28 else (28, 10)
    other = A_prev.reshape(-1)[: small * small].reshape(1, small, small, 1)
    B, _ = f(other, hparameters, mode)
    volumes = {large: A.shape[1:3], small: B.shape[1:3]}
    require(
        volumes[28] == (14, 14),
        say("28 x 28 pixels become {size}.", size=str(volumes[28])),
        expected=(14, 14),
    )
    flat = prod(volumes[10]) * 16
    count = oracles.lenet_count(flat=flat)
    require(
        count == 62_006,
        say("With this pooling LeNet-5 has {count} parameters instead of 62006.", count=count),
        actual=volumes[10],
        expected=(5, 5),
    )
    close(A, oracles.pool(A_prev, hparameters, mode), scale=scale(A_prev))


# Maximum -----------------------------------------------------------------------------------------

_LOOK_LENET = "A pooling layer has no weights; it only makes a volume smaller."
_LOOK_SHAPE = "Use floor division, once for the height and once for the width; the channels stay."
_LOOK_STRIDE = "The stride multiplies where a window starts, in both directions: h * stride and w * stride."
_LOOK_CHANNELS = "Pool the window of one channel at a time: A_prev[i, rows, columns, c]."
_LOOK_BATCH = "Take the window from image i of the batch, and write it to image i of the output."
_LOOK_SQUARE = "Rows go with the height and columns with the width, in the loops, the sizes and the slices."


@pool_forward.prop(points=0.5, hint=_LOOK_SHAPE, inputs=cases.maximum["shapes"])
def max_output_shape(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: the output is floor((n - f) / stride) + 1 high and wide, with as many channels as before."""
    A, _ = f(A_prev, hparameters, mode)
    windows.check_varies(A, oracles.pool(A_prev, hparameters, mode), hparameters["stride"])


@pool_forward.prop(points=1, hint="Take np.max of the window: f rows and f columns of one channel.")
def max_of_window(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: every output is the largest pixel of its window, one of them and no other number."""
    A = pooled(f, A_prev, hparameters, mode)
    require(np.isin(A, A_prev).all(), say("An output is none of the image's pixels."), actual=A)


@pool_forward.prop(
    points=1.25, hint="The maximum is only chosen, never computed with: nothing is scaled or added."
)
def max_commutes(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: brightening all pixels by an increasing function first or afterwards is the same."""
    A = pooled(f, A_prev, hparameters, mode)
    bright, _ = f(A_prev**3 + 2, hparameters, mode)
    equal(bright, A.astype(float) ** 3 + 2)


@pool_forward.prop(points=0.75, hint="Which windows see the pixel? Those that start at most f - 1 before it.")
def max_spike(f: Function, A_prev: Array, hparameters: Hyper, mode: str, rng: np.random.Generator) -> None:
    """Maximum: a single bright pixel lights every window that it lies in, and no other."""
    image, lit = _spike(A_prev, hparameters, rng)
    A, _ = f(image, hparameters, mode)
    equal(A, lit)
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(
    points=0.5,
    hint="Where does the search for the maximum start? Not at 0: use np.max, or start from the first pixel.",
    inputs=cases.maximum["signed"],
)
def max_of_negatives(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: among negative pixels the largest is still one of them, not 0."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(points=1, hint=_LOOK_STRIDE, inputs=cases.maximum["strided"])
def max_strides(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: with stride s, the output is every s-th row and column of the stride-1 output."""
    stride = hparameters["stride"]
    A, _ = f(A_prev, hparameters, mode)
    close(A, oracles.pool(A_prev, hparameters | {"stride": 1}, mode)[:, ::stride, ::stride])


@pool_forward.prop(points=0.5, hint=_LOOK_CHANNELS, inputs=cases.maximum["channels"])
def max_channels(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: every channel is pooled on its own, and all of them stay."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(points=0.25, hint=_LOOK_BATCH, inputs=cases.maximum["batch"])
def max_batch(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: every example is pooled as if it were alone."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(points=0.25, hint=_LOOK_SQUARE, inputs=cases.maximum["not_square"])
def max_not_square(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: images that are higher than wide, or wider than high, are pooled like square ones."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(
    points=0.25, hint='Give the argument mode the default value "max".', inputs=cases.maximum["plain"]
)
def max_by_default(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Without a mode the maximum is taken."""
    require(mode == "max", say("This case is for the maximum."))
    A, _ = f(A_prev, hparameters)
    equal(A, oracles.pool(A_prev, hparameters, mode))


@pool_forward.prop(points=0.25, hint=_LOOK_LENET, inputs=cases.maximum["lenet"])
def max_nothing_to_learn(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Maximum: pooling halves LeNet's volumes and leaves it 62006 parameters, none of them its own."""
    _nothing_to_learn(f, A_prev, hparameters, mode)


# Average -----------------------------------------------------------------------------------------


@pool_forward.prop(points=0.5, hint=_LOOK_SHAPE, inputs=cases.average["shapes"])
def average_output_shape(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: the output is floor((n - f) / stride) + 1 high and wide, with as many channels as before."""
    A, _ = f(A_prev, hparameters, mode)
    windows.check_varies(A, oracles.pool(A_prev, hparameters, mode), hparameters["stride"])


@pool_forward.prop(
    points=1,
    hint="Take np.mean of the window: f rows and f columns of one channel.",
    inputs=cases.average["plain"],
)
def average_of_window(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: every output is the mean of its window."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(
    points=1.25,
    hint="Only add and divide, always by the same number: f * f.",
    inputs=cases.average["plain"],
)
def average_is_linear(
    f: Function, A_prev: Array, hparameters: Hyper, mode: str, rng: np.random.Generator
) -> None:
    """Average: the answer to a sum of images is the sum of the answers."""
    other = rng.integers(1, 9, size=A_prev.shape) / 4
    A = pooled(f, A_prev, hparameters, mode)
    B, _ = f(other, hparameters, mode)
    shape(B, A.shape)
    mixed, _ = f(A_prev + 2 * other, hparameters, mode)
    close(mixed, A + 2 * B, scale=scale(A_prev) + 2 * scale(other))


@pool_forward.prop(
    points=0.75,
    hint="Each of the f * f pixels of a window counts the same: 1 / (f * f).",
    inputs=cases.average["plain"],
)
def average_weights(
    f: Function, A_prev: Array, hparameters: Hyper, mode: str, rng: np.random.Generator
) -> None:
    """Average: a single pixel of 1 gives 1 / (f * f) in every window that it lies in, and 0 elsewhere."""
    image, lit = _spike(A_prev, hparameters, rng)
    A, _ = f(image, hparameters, mode)
    close(A, lit / hparameters["f"] ** 2)
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(
    points=0.75,
    hint="Divide the window's sum by the number of its pixels, f * f.",
    inputs=cases.average["plain"],
)
def average_of_constant(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: where all pixels are equal, so are the outputs."""
    level = 1 + abs(float(A_prev.flat[0]))
    A, _ = f(np.full(A_prev.shape, level), hparameters, mode)
    close(A, np.full(oracles.pool_shape(A_prev, hparameters), level), scale=level)


@pool_forward.prop(points=1, hint=_LOOK_STRIDE, inputs=cases.average["strided"])
def average_strides(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: with stride s, the output is every s-th row and column of the stride-1 output."""
    stride = hparameters["stride"]
    A, _ = f(A_prev, hparameters, mode)
    every = oracles.pool(A_prev, hparameters | {"stride": 1}, mode)
    close(A, every[:, ::stride, ::stride], scale=scale(A_prev))


@pool_forward.prop(points=0.5, hint=_LOOK_CHANNELS, inputs=cases.average["channels"])
def average_channels(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: every channel is pooled on its own, and all of them stay."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(points=0.25, hint=_LOOK_BATCH, inputs=cases.average["batch"])
def average_batch(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: every example is pooled as if it were alone."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(points=0.25, hint=_LOOK_SQUARE, inputs=cases.average["not_square"])
def average_not_square(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: images that are higher than wide, or wider than high, are pooled like square ones."""
    pooled(f, A_prev, hparameters, mode)


@pool_forward.prop(points=0.25, hint=_LOOK_LENET, inputs=cases.average["lenet"])
def average_nothing_to_learn(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """Average: pooling halves LeNet's volumes and leaves it 62006 parameters, none of them its own."""
    _nothing_to_learn(f, A_prev, hparameters, mode)
