"""What a right zero_pad keeps."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array, Function, equal, require, say, shape, varies
from grader.suites.cnn import oracles

from . import cases, free
from .stub import zero_pad


def _padded_shape(X: Array, pad: int) -> tuple[int, ...]:
    m, n_H, n_W, n_C = X.shape
    return m, n_H + 2 * pad, n_W + 2 * pad, n_C


def _centre(padded: Array, X: Array, pad: int) -> Array:
    """Return the part of ``padded`` where X must stand, after a look at the shape."""
    shape(padded, _padded_shape(X, pad))
    _, n_H, n_W, _ = X.shape
    return padded[:, pad : pad + n_H, pad : pad + n_W, :]


@zero_pad.prop(
    points=1,
    hint="Axis 0 counts examples and axis 3 channels; only axes 1 and 2 get a border, on both of their ends.",
)
def output_shape(f: Function, X: Array, pad: int) -> None:
    """Height and width grow by two times pad; the numbers of examples and channels stay."""
    padded = f(X, pad)
    shape(padded, _padded_shape(X, pad))
    if X.size > 1:  # a single pixel, repeated by mistake, would be blamed on the shape
        varies(padded)


@zero_pad.prop(
    points=2,
    hint="The image starts pad pixels from the top and pad pixels from the left, and is not changed.",
)
def centre(f: Function, X: Array, pad: int) -> None:
    """The image stands unchanged in the middle."""
    equal(_centre(f(X, pad), X, pad), X)


@zero_pad.prop(points=2, hint="The border holds zeros, not copies of the edge and not its mirror image.")
def border(f: Function, X: Array, pad: int) -> None:
    """Every pixel of the border is 0, and the image inside is not."""
    padded = f(X, pad)
    inside = _centre(padded, X, pad)
    require(np.any(inside), say("The whole answer is 0, the image too."), actual=padded)
    frame = padded.copy()
    _centre(frame, X, pad)[...] = 0
    equal(frame, np.zeros(padded.shape))


@zero_pad.prop(
    points=1,
    hint="With pad = 0 a slice such as [pad:-pad] is empty: count from the front instead.",
    inputs=cases.none,
)
def pad_zero(f: Function, X: Array, pad: int) -> None:
    """With pad = 0 the images come back as they are."""
    equal(f(X, pad), X)
    require(
        f(X, pad + 1).shape != X.shape,
        say("With pad = 1 the images come back as they are, too: nothing is ever padded."),
    )


@zero_pad.prop(
    points=1,
    hint="X.shape is (m, n_H, n_W, n_C): height first, then width.",
    inputs=cases.not_square,
)
def not_square(f: Function, X: Array, pad: int) -> None:
    """Images that are higher than wide, or wider than high, are padded like square ones."""
    equal(f(X, pad), oracles.zero_pad(X, pad))


@zero_pad.prop(
    points=1,
    hint="Each image and each channel gets its own border, and none is mixed with another.",
    inputs=cases.many,
)
def examples_and_channels(f: Function, X: Array, pad: int) -> None:
    """Every example and every channel is padded on its own."""
    padded = f(X, pad)
    shape(padded, _padded_shape(X, pad))
    varies(padded)
    last = f(X[-1:, :, :, :1], pad)
    equal(padded[-1:, :, :, :1], last)
    equal(_centre(padded, X, pad), X)


@zero_pad.definition(
    points=1, hint="Try np.pad with one (before, after) pair for each of the four axes.", inputs=free.free
)
def together(answer: Array, X: Array, pad: int) -> None:
    """Whatever the sizes and the numbers are, the answer is the image with a frame of zeros."""
    equal(answer, oracles.zero_pad(X, pad))
