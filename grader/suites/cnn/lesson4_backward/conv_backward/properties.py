"""What a right conv_backward keeps."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array, Function, close, require, say, shape, varies
from grader.suites.cnn import oracles
from grader.suites.cnn.oracles import Gradients, Layer

from . import cases, free
from .stub import conv_backward


def _answer(f: Function, dZ: Array, cache: Layer) -> Gradients:
    """Return the student's gradients, after a look at their shapes."""
    dA, dW, db = f(dZ, cache)
    for gradient, of in zip((dA, dW, db), cache[:3], strict=True):
        shape(gradient, of.shape)
    return dA, dW, db


def _scale(dZ: Array, cache: Layer) -> float:
    """Bound what one gradient sums up.

    A pixel gets at most f * f * n_C products of dZ and W; a weight at most m * n_H * n_W products of dZ
    and a pixel; a bias as many numbers of dZ.
    """
    A_prev, W, _, _ = cache
    outputs = dZ.size // W.shape[3]
    return float(
        np.abs(dZ).max() * (len(W) ** 2 * W.shape[3] * np.abs(W).max() + outputs * (1 + np.abs(A_prev).max()))
    )


def _scales(dZ: Array, cache: Layer) -> tuple[float, float, float]:
    """Bound what one number of each gradient sums up: of dA_prev, of dW and of db; see ``_scale``."""
    A_prev, W, _, _ = cache
    outputs, largest = dZ.size // W.shape[3], np.abs(dZ.astype(float)).max()
    weights, pixels = np.abs(W.astype(float)).max(), np.abs(A_prev.astype(float)).max()
    sums = (len(W) ** 2 * W.shape[3] * weights, outputs * pixels, outputs)
    return tuple(float(largest * each) for each in sums)  # type: ignore[return-value]


def _forward(A_prev: Array, W: Array, b: Array, cache: Layer) -> Array:
    return oracles.correlate(A_prev, W, b, cache[3])


def _same(
    gradient: float, change: float, scale: float, *, actual: Array, expected: Array | None = None
) -> None:
    """Both numbers are the change of the loss along one direction."""
    if abs(gradient - change) <= 1e-12 * max(scale, 1.0):
        return
    message = say(
        "Along one direction the loss changes by {change}; the gradient says {gradient}.",
        change=f"{change:.12g}",
        gradient=f"{gradient:.12g}",
    )
    require(False, message, actual=actual, expected=expected)


def _direction(rng: np.random.Generator, like: Array) -> Array:
    """Return a direction of steps of 1/4 to 1, none of them 0: every number of a gradient is looked at."""
    return np.asarray(rng.integers(1, 5, size=like.shape) * (2 * rng.integers(0, 2, size=like.shape) - 1) / 4)


def _right(f: Function, dZ: Array, cache: Layer, parts: str) -> None:
    """The parts named by A, W and b are the sums that the chain rule gives."""
    answer, expected = _answer(f, dZ, cache), oracles.gradients(dZ, cache)
    for part, mine, right in zip("AWb", answer, expected, strict=True):
        if part in parts:
            close(mine, right, scale=_scale(dZ, cache))


@conv_backward.prop(
    points=1, hint="Start each gradient as zeros of the form of what it belongs to: A_prev, W, b."
)
def shapes(f: Function, dZ: Array, cache: Layer) -> None:
    """Each gradient has the form of what it is the gradient of."""
    for gradient, right in zip(_answer(f, dZ, cache), oracles.gradients(dZ, cache), strict=True):
        if np.ptp(right) > 0:
            varies(gradient)


@conv_backward.prop(
    points=4,
    hint="Add W[:, :, :, c] * dZ[i, h, w, c] to the window of the padded gradient, then cut the padding off.",
)
def adjoint_in_image(f: Function, dZ: Array, cache: Layer, rng: np.random.Generator) -> None:
    """Any change of the image changes the output, weighed by dZ, just as dA_prev foretells.

    The convolution is linear in the image: for every image X, <conv(X), dZ> = <X, dA_prev>.
    """
    A_prev, W, b, _ = cache
    dA, _, _ = _answer(f, dZ, cache)
    X = _direction(rng, A_prev)
    change = float(np.sum(_forward(X, W, 0 * b, cache) * dZ))
    # Each product of the double sum is at most |X| |W| |dZ|, and there are dZ.size * f * f * n_C_prev.
    scale = dZ.size * W[..., 0].size * np.abs(W).max() * np.abs(dZ).max()
    _same(float(np.sum(X * dA)), change, float(scale), actual=dA, expected=oracles.gradients(dZ, cache)[0])


@conv_backward.prop(
    points=4, hint="Add window * dZ[i, h, w, c] to dW[:, :, :, c], with the window of the padded image."
)
def adjoint_in_filter(f: Function, dZ: Array, cache: Layer, rng: np.random.Generator) -> None:
    """Any change of the filters changes the output, weighed by dZ, just as dW foretells.

    The convolution is linear in the filters: for all filters V, <conv with V, dZ> = <V, dW>.
    """
    A_prev, W, b, _ = cache
    _, dW, _ = _answer(f, dZ, cache)
    V = _direction(rng, W)
    change = float(np.sum(_forward(A_prev, V, 0 * b, cache) * dZ))
    scale = dZ.size * W[..., 0].size * np.abs(A_prev).max() * np.abs(dZ).max()
    _same(float(np.sum(V * dW)), change, float(scale), actual=dW, expected=oracles.gradients(dZ, cache)[1])


@conv_backward.prop(
    points=3, hint="Each bias is added to a whole map: add up that map's dZ, one number a filter."
)
def bias_gradient(f: Function, dZ: Array, cache: Layer) -> None:
    """The gradient of a bias is the sum of its filter's dZ."""
    _, _, db = _answer(f, dZ, cache)
    close(db.reshape(-1), np.array([dZ[..., c].sum() for c in range(dZ.shape[3])]), scale=_scale(dZ, cache))


@conv_backward.prop(
    points=2.5,
    hint="Compare with a difference: change one number, run the forward pass, look at sum(Z * dZ).",
)
def directional_difference(f: Function, dZ: Array, cache: Layer, rng: np.random.Generator) -> None:
    """A step of image and filters together changes the loss by what dA_prev and dW foretell.

    The loss sum(Z * dZ) is bilinear, so half the difference between a step ahead and one back is exact for
    steps of any size.
    """
    A_prev, W, b, _ = cache
    dA, dW, _ = _answer(f, dZ, cache)
    X, V = _direction(rng, A_prev), _direction(rng, W)
    ahead, back = (_forward(A_prev + step * X, W + step * V, b, cache) for step in (0.5, -0.5))
    change = float(np.sum((ahead - back) * dZ))
    # An output of either road is at most ``most``, each is weighed by dZ, and there are dZ.size in each road.
    most = (np.abs(A_prev).max() + 1) * (np.abs(W).max() + 1) * W[..., 0].size + np.abs(b).max()
    scale = float(2 * dZ.size * most * np.abs(dZ).max())
    _same(float(np.sum(X * dA) + np.sum(V * dW)), change, scale, actual=dW)


@conv_backward.prop(
    points=2.5,
    hint="One output was made of one window and one filter: its gradient goes there and nowhere else.",
)
def impulse(f: Function, dZ: Array, cache: Layer, rng: np.random.Generator) -> None:
    """If one output matters, dA_prev is its filter, put on its window, and dW is its window."""
    A_prev, W, _, hparameters = cache
    h, w, c = (int(rng.integers(0, size)) for size in dZ.shape[1:])
    one = np.zeros(dZ.shape)
    one[0, h, w, c] = 1
    dA, dW, _ = _answer(f, one, cache)
    size, stride, pad = len(W), hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, _ = A_prev.shape
    canvas, stamp = np.zeros(oracles.zero_pad(A_prev, pad).shape), np.zeros(W.shape)
    oracles.window(canvas, 0, h, w, size, stride)[...] = W[..., c]
    stamp[..., c] = oracles.window(oracles.zero_pad(A_prev, pad), 0, h, w, size, stride)
    close(dA, canvas[:, pad : pad + n_H, pad : pad + n_W], scale=_scale(one, cache))
    close(dW, stamp, scale=_scale(one, cache))


@conv_backward.prop(
    points=1, hint="With f = 1 every pixel is a vector of channels and the layer is a dense one."
)
def pointwise(f: Function, dZ: Array, cache: Layer, rng: np.random.Generator) -> None:
    """With 1 x 1 filters the gradients are matrix products, pixel by pixel."""
    A_prev, W, b, hparameters = cache
    weights, pad = W[:1, :1], hparameters["pad"]
    layer = (A_prev, weights, b, hparameters)
    output = _direction(rng, _forward(A_prev, weights, b, layer))
    dA, dW, _ = _answer(f, output, layer)
    _, n_H, n_W, n_C = A_prev.shape
    inner = output[:, pad : pad + n_H, pad : pad + n_W]
    close(dA, inner @ weights[0, 0].T, scale=_scale(output, layer))
    product = A_prev.reshape(-1, n_C).T @ inner.reshape(-1, dZ.shape[3])
    close(dW, product[np.newaxis, np.newaxis], scale=_scale(output, layer))


@conv_backward.prop(
    points=2,
    hint="The slice [pad:-pad] is empty when pad is 0. Count from the front: [pad : pad + n_H].",
    inputs=cases.unpadded,
)
def pad_zero(f: Function, dZ: Array, cache: Layer) -> None:
    """Without padding nothing is cut off."""
    _right(f, dZ, cache, "AW")


@conv_backward.prop(
    points=2,
    hint="The windows start where they started in the forward pass: at h * stride and w * stride.",
    inputs=cases.strided,
)
def strides(f: Function, dZ: Array, cache: Layer) -> None:
    """With a stride each dZ goes back to the window that it came from."""
    _right(f, dZ, cache, "AW")


@conv_backward.prop(
    points=1,
    hint="dW and db add up over all examples; dA_prev[i] is written inside the loop over the examples.",
    inputs=cases.batch,
)
def batch(f: Function, dZ: Array, cache: Layer) -> None:
    """Each example gets its own dA_prev, and all of them add to dW and db."""
    _right(f, dZ, cache, "AWb")


@conv_backward.prop(
    points=0.5,
    hint="Rows go with the height and columns with the width, in the loops and in the slices.",
    inputs=cases.not_square,
)
def not_square(f: Function, dZ: Array, cache: Layer) -> None:
    """Images that are higher than wide, or wider than high, are treated like square ones."""
    _right(f, dZ, cache, "AW")


@conv_backward.definition(
    points=2,
    hint="Each part works alone; look at two of them at once, such as the stride on a padded image.",
    inputs=free.free,
)
def together(answer: Gradients, dZ: Array, cache: Layer) -> None:
    """Whatever the sizes and the numbers are, all gradients are the sums that the chain rule gives."""
    for mine, right, scale in zip(answer, oracles.gradients(dZ, cache), _scales(dZ, cache), strict=True):
        close(mine, right, scale=scale)
