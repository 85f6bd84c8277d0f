"""What a right conv_forward keeps."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array, Cache, Function, close, copies, require, say, shape
from grader.suites.cnn import oracles, windows
from grader.suites.cnn.oracles import Hyper

from . import cases, free
from .stub import conv_forward


def _scale(A_prev: Array, W: Array, b: Array) -> float:
    """Bound what one output sums up, sum |x| |w| + |b|: f * f * n_C_prev * max|A_prev| * max|W| + max|b|."""
    per_filter = W.size // W.shape[3]
    return float(per_filter * np.abs(A_prev).max() * np.abs(W).max() + np.abs(b).max())


def _anchored(Z: Array, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """The shape is right, and so are the first and the last output: each the sum over its window.

    A relation between answers holds for answers that are all 0, too; this ties them to the question.
    """
    shape(Z, oracles.conv_shape(A_prev, W, hparameters))
    A, (_, n_H, n_W, n_C) = oracles.zero_pad(A_prev, hparameters["pad"]), Z.shape
    for i, h, w, c in ((0, 0, 0, 0), (len(Z) - 1, n_H - 1, n_W - 1, n_C - 1)):
        patch = oracles.window(A, i, h, w, len(W), hparameters["stride"])
        expected = oracles.conv_single_step(patch, W[..., c], b[..., c])
        require(
            abs(float(Z[i, h, w, c]) - expected) <= 1e-12 * max(_scale(A_prev, W, b), 1.0),
            say(
                "The output at {index} is {actual}; the sum over its window is {expected}.",
                index=str([i, h, w, c]),
                actual=f"{float(Z[i, h, w, c]):.12g}",
                expected=f"{expected:.12g}",
            ),
            actual=Z,
            expected=oracles.correlate(A_prev, W, b, hparameters),
        )


def _all_windows(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Every output is the sum over its window, plus the bias."""
    Z, _ = f(A_prev, W, b, hparameters)
    close(Z, oracles.correlate(A_prev, W, b, hparameters), scale=_scale(A_prev, W, b))


def _adds_the_bias(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """With the bias every output is larger by just that, whatever it is without."""
    Z, _ = f(A_prev, W, b, hparameters)
    without, _ = f(A_prev, W, np.zeros_like(b), hparameters)
    shape(Z, oracles.conv_shape(A_prev, W, hparameters))
    shape(without, Z.shape)
    close(Z - without.astype(float), np.broadcast_to(b, Z.shape), scale=_scale(A_prev, W, b))


@conv_forward.prop(
    points=1.5,
    hint="Use floor division, for height and width each; the last axis is the number of filters.",
    inputs=cases.shapes,
)
def output_shape(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """The output is floor((n + 2 pad - f) / stride) + 1 high and wide, one channel a filter."""
    Z, _ = f(A_prev, W, b, hparameters)
    windows.check_varies(Z, oracles.correlate(A_prev, W, b, hparameters), hparameters["stride"])


@conv_forward.prop(
    points=2, hint="The window of output (h, w) starts at row h * stride and column w * stride."
)
def window_sum(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Every output is the sum of the products of one window and the filter."""
    _all_windows(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=1, hint="Only multiply and add: no activation, no squares, nothing kept between calls."
)
def linearity(
    f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper, rng: np.random.Generator
) -> None:
    """Without bias, the answer to a sum of images is the sum of the answers."""
    other = rng.integers(1, 9, size=A_prev.shape) / 4
    Z, _ = f(A_prev, W, b, hparameters)
    _anchored(Z, A_prev, W, b, hparameters)
    mixed = A_prev + 2 * other
    Z_other, _ = f(other, W, b, hparameters)
    Z_mixed, _ = f(mixed, W, b, hparameters)
    shape(Z_other, Z.shape)
    close(Z_mixed, Z + 2 * Z_other, scale=_scale(mixed, W, b))


@conv_forward.prop(
    points=1.5,
    hint="Deep learning lays the filter on as it is: neither flip it nor transpose it.",
    inputs=cases.oriented,
)
def flipped_convolution(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Sliding a filter is convolving, in the textbook sense, with the filter turned by 180 degrees."""
    image, first = oracles.zero_pad(A_prev, hparameters["pad"])[0, :, :, 0], len(W) - 1
    full = oracles.convolve(image, W[::-1, ::-1, 0, 0])[first : len(image), first : image.shape[1]]
    Z, _ = f(A_prev, W, b, hparameters)
    close(Z, full[np.newaxis, ..., np.newaxis], scale=_scale(A_prev, W, b))


@conv_forward.prop(
    points=1.5,
    hint="A pixel meets the last weight first: the window that ends at the pixel sees it in its last corner.",
    inputs=cases.oriented,
)
def impulse(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """A single bright pixel gives back the filter, turned by 180 degrees."""
    size = len(W)
    image = np.zeros_like(A_prev, shape=(1, 2 * size - 1, 2 * size - 1, 1))
    image[0, size - 1, size - 1, 0] = 1
    Z, _ = f(image, W, b, hparameters)
    close(Z, oracles.zero_pad(W[np.newaxis, ::-1, ::-1, 0, :], hparameters["pad"]), scale=_scale(image, W, b))


@conv_forward.prop(
    points=1,
    hint="The weight W[i, j] meets the pixel i rows below and j columns right of the window's first.",
    inputs=cases.oriented,
)
def one_hot_filter(
    f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper, rng: np.random.Generator
) -> None:
    """A filter with a single 1 copies the image, shifted by the place of the 1."""
    row, column = (int(index) for index in rng.integers(0, len(W), size=2))
    one_hot = np.zeros_like(W)
    one_hot[row, column] = 1
    _, n_H, n_W, _ = oracles.conv_shape(A_prev, W, hparameters)
    Z, _ = f(A_prev, one_hot, b, hparameters)
    A = oracles.zero_pad(A_prev, hparameters["pad"])
    close(Z, A[:, row : row + n_H, column : column + n_W], scale=_scale(A, one_hot, b))


@conv_forward.prop(
    points=1,
    hint="With f = 1 a pixel's channels are a vector: the output is that vector times the weights.",
    inputs=cases.channels,
)
def pointwise(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """A 1 x 1 filter weighs the channels of each pixel, and looks at no neighbour."""
    weights = W[:1, :1]
    Z, _ = f(A_prev, weights, b, hparameters)
    expected = oracles.zero_pad(A_prev, hparameters["pad"]) @ weights[0, 0]
    close(Z, expected, scale=_scale(A_prev, weights, b))


@conv_forward.prop(
    points=2,
    hint="The window takes all channels, and the sum runs over them too.",
    inputs=cases.channels,
)
def channels(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """The answers to the single channels add up to the answer to all of them."""
    Z, _ = f(A_prev, W, b, hparameters)
    _anchored(Z, A_prev, W, b, hparameters)
    total = np.zeros(Z.shape)
    for c in range(A_prev.shape[3]):
        part, _ = f(A_prev[..., c : c + 1], W[:, :, c : c + 1], b, hparameters)
        shape(part, Z.shape)
        total += part
    close(Z, total, scale=_scale(A_prev, W, b))


@conv_forward.prop(
    points=2,
    hint="Output channel c uses W[:, :, :, c] and nothing of the other filters.",
    inputs=cases.filters,
)
def filters(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Each filter makes its own map, as if it were alone."""
    Z, _ = f(A_prev, W, b, hparameters)
    _anchored(Z, A_prev, W, b, hparameters)
    for c in range(W.shape[3]):
        alone, _ = f(A_prev, W[..., c : c + 1], b[..., c : c + 1], hparameters)
        close(Z[..., c : c + 1], alone, scale=_scale(A_prev, W, b))


@conv_forward.prop(
    points=1.5,
    hint="Add the bias to the finished sum: not before, not for every pixel, not to the image.",
    inputs=cases.bias,
)
def bias(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """The bias is added once to every output."""
    _adds_the_bias(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=0.5,
    hint="Output channel c gets the bias b[:, :, :, c].",
    inputs=cases.biases,
)
def bias_per_filter(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Each filter has a bias of its own."""
    _adds_the_bias(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=2,
    hint="Slide over the padded image, not over A_prev; the output grows with the padding.",
    inputs=cases.padded,
)
def padding(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """With padding, the windows run over the image with a frame of zeros around it."""
    _all_windows(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=1,
    hint="The slice [pad:-pad] is empty when pad is 0. Count from the front: [pad : pad + n_H].",
    inputs=cases.unpadded,
)
def without_padding(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """With pad = 0 the windows run over the image as it is."""
    _all_windows(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=2,
    hint="The stride multiplies where a window starts, in both directions: h * stride and w * stride.",
    inputs=cases.strided,
)
def strides(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """With stride s, the output is every s-th row and column of the stride-1 output."""
    stride = hparameters["stride"]
    Z, _ = f(A_prev, W, b, hparameters)
    _anchored(Z, A_prev, W, b, hparameters)
    every, _ = f(A_prev, W, b, hparameters | {"stride": 1})
    close(Z, every[:, ::stride, ::stride], scale=_scale(A_prev, W, b))


@conv_forward.prop(
    points=1,
    hint="Take the window from image i of the batch, and write it to image i of the output.",
    inputs=cases.batch,
)
def batch(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Each example is answered as if it were alone."""
    Z, _ = f(A_prev, W, b, hparameters)
    _anchored(Z, A_prev, W, b, hparameters)
    for i in range(len(A_prev)):
        alone, _ = f(A_prev[i : i + 1], W, b, hparameters)
        close(Z[i : i + 1], alone, scale=_scale(A_prev, W, b))


@conv_forward.prop(
    points=1,
    hint="Rows go with the height and columns with the width, in the loops, the sizes and the slices.",
    inputs=cases.not_square,
)
def not_square(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Images that are higher than wide, or wider than high, are treated like square ones."""
    _all_windows(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=0.5,
    hint="The convolution itself has no activation function, no absolute value and no limits.",
    inputs=cases.signed,
)
def negative_numbers(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Negative pixels, weights and outputs are numbers like any other."""
    _all_windows(f, A_prev, W, b, hparameters)


@conv_forward.prop(
    points=0.5,
    hint="Return Z, (A_prev, W, b, hparameters): the arguments as they came, not the padded image.",
    inputs=free.cached,
    required=True,
)
def cache(f: Function, A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """The cache is (A_prev, W, b, hparameters), unpadded and unchanged."""
    Z, kept = f.whole(A_prev, W, b, hparameters)
    windows.check_varies(Z, oracles.correlate(A_prev, W, b, hparameters), hparameters["stride"])
    copies(kept, (A_prev, W, b, hparameters), say("The cache"))


@conv_forward.definition(
    points=3,
    hint="Each part works alone; look at two of them at once, such as the stride on a padded image.",
    inputs=free.free,
)
def together(answer: tuple[Array, Cache], A_prev: Array, W: Array, b: Array, hparameters: Hyper) -> None:
    """Whatever the sizes and the numbers are, every output is the sum over its window, plus the bias."""
    Z, _ = answer
    close(Z, oracles.correlate(A_prev, W, b, hparameters), scale=_scale(A_prev, W, b))
