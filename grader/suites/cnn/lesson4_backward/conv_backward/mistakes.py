"""The wrong gradients that people hand in, for the diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.suites.cnn import oracles

from .stub import conv_backward

if TYPE_CHECKING:
    from grader.course.authoring import Array
    from grader.suites.cnn.oracles import Gradients, Layer


def _uncut(dZ: Array, cache: Layer) -> Array:
    """Return the gradient of the padded images."""
    A_prev, W, b, hparameters = cache
    padded = oracles.zero_pad(A_prev, hparameters["pad"])
    return oracles.gradients(dZ, (padded, W, b, hparameters | {"pad": 0}))[0]


@conv_backward.mistake(
    "With pad = 0 the slice [pad:-pad] is empty, so dA_prev is lost. Cut with [pad : pad + n_H] instead."
)
def loses_the_unpadded_gradient(dZ: Array, cache: Layer) -> Gradients:
    _, dW, db = oracles.gradients(dZ, cache)
    pad = cache[3]["pad"]
    return _uncut(dZ, cache)[:, pad:-pad, pad:-pad], dW, db


@conv_backward.mistake("With pad = 0 dA_prev stays 0: it is only written when there is padding to cut off.")
def writes_padded_gradients_only(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA * (cache[3]["pad"] > 0), dW, db


@conv_backward.mistake(
    "dA_prev starts at the padding: cut pad rows and columns off before the image, not only behind it."
)
def cuts_the_wrong_end(dZ: Array, cache: Layer) -> Gradients:
    _, dW, db = oracles.gradients(dZ, cache)
    _, n_H, n_W, _ = cache[0].shape
    return _uncut(dZ, cache)[:, :n_H, :n_W], dW, db


@conv_backward.mistake("dA_prev still has the padding. Cut pad rows and columns off on every side.")
def keeps_the_padding(dZ: Array, cache: Layer) -> Gradients:
    _, dW, db = oracles.gradients(dZ, cache)
    return _uncut(dZ, cache), dW, db


@conv_backward.mistake(
    "The stride is ignored: windows start at h and w. They start at h * stride and w * stride."
)
def ignores_the_stride(dZ: Array, cache: Layer) -> Gradients:
    A_prev, W, b, hparameters = cache
    every = oracles.conv_shape(A_prev, W, hparameters | {"stride": 1})
    packed = np.zeros(every)
    packed[:, : dZ.shape[1], : dZ.shape[2]] = dZ
    return oracles.gradients(packed, (A_prev, W, b, hparameters | {"stride": 1}))


@conv_backward.mistake(
    "The filter is flipped in dA_prev. Add W[:, :, :, c] * dZ as it is; the flip comes by itself."
)
def flips_the_filter(dZ: Array, cache: Layer) -> Gradients:
    A_prev, W, b, hparameters = cache
    _, dW, db = oracles.gradients(dZ, cache)
    return oracles.gradients(dZ, (A_prev, W[::-1, ::-1], b, hparameters))[0], dW, db


@conv_backward.mistake("dW is flipped: both of its first two axes run backwards.")
def flips_the_filter_gradient(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW[::-1, ::-1], db


@conv_backward.mistake("dA_prev is overwritten where windows overlap. Add to it: +=, not =.")
def overwrites_overlapping_windows(dZ: Array, cache: Layer) -> Gradients:
    A_prev, W, _, hparameters = cache
    _, dW, db = oracles.gradients(dZ, cache)
    pad, stride = hparameters["pad"], hparameters["stride"]
    dA = np.zeros(oracles.zero_pad(A_prev, pad).shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        oracles.window(dA, i, h, w, len(W), stride)[...] = W[..., c] * dZ[i, h, w, c]
    _, n_H, n_W, _ = A_prev.shape
    return dA[:, pad : pad + n_H, pad : pad + n_W], dW, db


@conv_backward.mistake("dW is overwritten by each window, so only the last one counts. Add to it: +=, not =.")
def overwrites_the_filter_gradient(dZ: Array, cache: Layer) -> Gradients:
    dA, _, db = oracles.gradients(dZ, cache)
    last = np.zeros_like(dZ)
    last[-1, -1, -1] = dZ[-1, -1, -1]
    return dA, oracles.gradients(last, cache)[1], db


@conv_backward.mistake("db is overwritten by each output, so only the last one counts. Add to it: +=, not =.")
def overwrites_the_bias_gradient(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW, dZ[-1, -1, -1].reshape(db.shape)


@conv_backward.mistake(
    "dW and db hold the last example only. Set them to zero before the loop over the examples."
)
def last_example_only(dZ: Array, cache: Layer) -> Gradients:
    dA, _, _ = oracles.gradients(dZ, cache)
    A_prev, W, b, hparameters = cache
    _, dW, db = oracles.gradients(dZ[-1:], (A_prev[-1:], W, b, hparameters))
    return dA, dW, db


@conv_backward.mistake(
    "dA_prev is written for the last example only. Write it inside the loop over the examples."
)
def writes_the_last_image_only(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    dA[:-1] = 0
    return dA, dW, db


@conv_backward.mistake("dW and db are averaged over the examples. They add up; the loss has divided already.")
def averages_over_the_batch(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW / len(dZ), db / len(dZ)


@conv_backward.mistake("dW is averaged over the examples. It adds up; the loss has divided already.")
def averages_the_filter_gradient(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW / len(dZ), db


@conv_backward.mistake("dW uses the images without their padding. Take its windows from the padded images.")
def filter_gradient_from_unpadded_images(dZ: Array, cache: Layer) -> Gradients:
    A_prev, W, b, hparameters = cache
    dA, _, db = oracles.gradients(dZ, cache)
    pad = hparameters["pad"]
    shifted = np.pad(A_prev, ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)))
    return dA, oracles.gradients(dZ, (shifted, W, b, hparameters | {"pad": 0}))[1], db


@conv_backward.mistake("db stays 0. Add every dZ of a filter's map to its bias gradient.")
def leaves_out_the_bias_gradient(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW, 0 * db


@conv_backward.mistake("db is a mean. It is a sum: each output adds its whole dZ.")
def averages_the_bias_gradient(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW, db * dZ.shape[3] / dZ.size


@conv_backward.mistake("db adds up all filters together. Each filter has a sum of its own.")
def one_bias_gradient_for_all(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA, dW, np.full_like(db, db.sum())


@conv_backward.mistake("dA_prev adds up filters without dZ. Multiply W[:, :, :, c] by dZ[i, h, w, c].")
def forgets_the_upstream_gradient(dZ: Array, cache: Layer) -> Gradients:
    _, dW, db = oracles.gradients(dZ, cache)
    return oracles.gradients(np.ones_like(dZ), cache)[0], dW, db


@conv_backward.mistake(
    "dA_prev uses the first filter for every output channel. Channel c belongs to W[:, :, :, c]."
)
def first_filter_only(dZ: Array, cache: Layer) -> Gradients:
    A_prev, W, b, hparameters = cache
    _, dW, db = oracles.gradients(dZ, cache)
    return oracles.gradients(dZ, (A_prev, W[..., [0] * W.shape[3]], b, hparameters))[0], dW, db


@conv_backward.mistake("Rows and columns are exchanged in dA_prev.")
def exchanges_rows_and_columns(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return dA.transpose(0, 2, 1, 3), dW, db


@conv_backward.mistake("The signs are reversed: every gradient is the negative of the right one.")
def reverses_the_signs(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    return -dA, -dW, -db


@conv_backward.mistake(
    "The gradients are cut to whole numbers where A_prev, W or b are integers. np.zeros_like keeps their "
    "type: write np.zeros(A_prev.shape) instead."
)
def keeps_the_type_of_the_arguments(dZ: Array, cache: Layer) -> Gradients:
    dA, dW, db = oracles.gradients(dZ, cache)
    A_prev, W, b, _ = cache
    return dA.astype(A_prev.dtype), dW.astype(W.dtype), db.astype(b.dtype)
