"""The wrong functions that people hand in, for the diagnosis."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import Array
from grader.suites.cnn import oracles

from .stub import zero_pad


def _np_pad(X: Array, *widths: int, mode: str = "constant") -> Array:
    """Pad the four axes by the given widths, the same before and after."""
    pairs = [(width, width) for width in widths]
    return np.pad(X, pairs, mode=mode)  # type: ignore[call-overload, no-any-return]


@zero_pad.mistake("With pad = 0 the slice [pad:-pad] is empty. Count from the front: [pad : pad + n_H].")
def fails_without_padding(X: Array, pad: int) -> Array:
    padded = np.zeros(oracles.zero_pad(X, pad).shape)
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
