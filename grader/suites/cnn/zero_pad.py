"""Put a frame of zeros around every image."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Annotated, Array, Function, equal, exercise, require, say, shape, varies
from grader.suites.cnn import oracles, parts, strategies


@exercise(
    "Zero padding", inputs=strategies.pad_plain, contracts=strategies.pad_together, oracle=parts.zero_pad
)
def zero_pad(X: Array, pad: int) -> Annotated[Array, "m n_H n_W n_C"]:
    """Pad every image of X (m, n_H, n_W, n_C) with ``pad`` zeros on its four sides.

    Returns: (m, n_H + 2 pad, n_W + 2 pad, n_C).
    """
    raise NotImplementedError


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
    inputs=strategies.pad_none,
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
    inputs=strategies.pad_not_square,
)
def not_square(f: Function, X: Array, pad: int) -> None:
    """Images that are higher than wide, or wider than high, are padded like square ones."""
    equal(f(X, pad), oracles.zero_pad(X, pad))


@zero_pad.prop(
    points=1,
    hint="Each image and each channel gets its own border, and none is mixed with another.",
    inputs=strategies.pad_many,
)
def examples_and_channels(f: Function, X: Array, pad: int) -> None:
    """Every example and every channel is padded on its own."""
    padded = f(X, pad)
    shape(padded, _padded_shape(X, pad))
    varies(padded)
    last = f(X[-1:, :, :, :1], pad)
    equal(padded[-1:, :, :, :1], last)
    equal(_centre(padded, X, pad), X)


@zero_pad.prop(
    points=1,
    hint="Try np.pad with one (before, after) pair for each of the four axes.",
    inputs=strategies.pad_together,
)
def together(f: Function, X: Array, pad: int) -> None:
    """All of this holds at once: any batch, any shape, any pad, and numbers of any sign."""
    equal(f(X, pad), oracles.zero_pad(X, pad))
    require(f(X, pad + 1).shape != X.shape, say("With a wider pad the images come back as they are."))


def _np_pad(X: Array, *widths: int, mode: str = "constant") -> Array:
    """Pad the four axes by the given widths, the same before and after."""
    pairs = [(width, width) for width in widths]
    return np.pad(X, pairs, mode=mode)  # type: ignore[call-overload, no-any-return]


@zero_pad.mistake("With pad = 0 the slice [pad:-pad] is empty. Count from the front: [pad : pad + n_H].")
def fails_without_padding(X: Array, pad: int) -> Array:
    padded = np.zeros(_padded_shape(X, pad))
    padded[:, pad:-pad, pad:-pad] = X
    return padded


@zero_pad.mistake("Nothing is padded: the images come back as they are. Look at what is returned.")
def pads_nothing(X: Array, pad: int) -> Array:
    return X.copy()


@zero_pad.mistake("The border repeats the edge of the image; it must be zeros. Look at the mode of np.pad.")
def repeats_the_edge(X: Array, pad: int) -> Array:
    return _np_pad(X, 0, pad, pad, 0, mode="edge")


@zero_pad.mistake("The border mirrors the image; it must be zeros. Look at the mode of np.pad.")
def mirrors_the_image(X: Array, pad: int) -> Array:
    return _np_pad(X, 0, pad, pad, 0, mode="symmetric")


@zero_pad.mistake(
    "The border is filled with ones; it must be zeros. Look at the constant that np.pad is given."
)
def pads_with_ones(X: Array, pad: int) -> Array:
    return oracles.zero_pad(X - 1, pad) + 1


@zero_pad.mistake("The border is filled with the number pad; it must be zeros. pad is only how wide it is.")
def pads_with_pad(X: Array, pad: int) -> Array:
    return oracles.zero_pad(X - pad, pad) + pad


@zero_pad.mistake("All four axes are padded; only height and width, axes 1 and 2, may grow.")
def pads_every_axis(X: Array, pad: int) -> Array:
    return _np_pad(X, pad, pad, pad, pad)


@zero_pad.mistake(
    "The examples are padded as well; axis 0 must keep its length. Look at the first pair of widths."
)
def pads_the_examples(X: Array, pad: int) -> Array:
    return _np_pad(X, pad, pad, 0, 0)


@zero_pad.mistake("Axes 0 and 1 are off by one: width and channels are padded instead of height and width.")
def pads_width_and_channels(X: Array, pad: int) -> Array:
    return _np_pad(X, 0, 0, pad, pad)


@zero_pad.mistake(
    "The channels are padded as well; axis 3 must keep its length. Look at the last pair of widths."
)
def pads_the_channels(X: Array, pad: int) -> Array:
    return _np_pad(X, 0, pad, pad, pad)


@zero_pad.mistake("Only the height is padded; the width needs the same border.")
def pads_the_height_only(X: Array, pad: int) -> Array:
    return _np_pad(X, 0, pad, 0, 0)


@zero_pad.mistake("Only the width is padded; the height needs the same border.")
def pads_the_width_only(X: Array, pad: int) -> Array:
    return _np_pad(X, 0, 0, pad, 0)


@zero_pad.mistake("Zeros are added below and to the right only; they belong above and to the left as well.")
def pads_one_end(X: Array, pad: int) -> Array:
    return oracles.zero_pad(X, pad)[:, pad:, pad:]


@zero_pad.mistake(
    "The image sits in the top left corner: all zeros are below and to the right of it, none before it."
)
def pads_the_far_end_twice(X: Array, pad: int) -> Array:
    return np.roll(oracles.zero_pad(X, pad), (-pad, -pad), axis=(1, 2))


@zero_pad.mistake("The border is one pixel wide whatever pad is. Look at where pad is used.")
def pads_by_one(X: Array, pad: int) -> Array:
    return oracles.zero_pad(X, 1)


@zero_pad.mistake("Height and width grow by pad on each side too much: the border is twice as wide as pad.")
def pads_twice(X: Array, pad: int) -> Array:
    return oracles.zero_pad(X, 2 * pad)
