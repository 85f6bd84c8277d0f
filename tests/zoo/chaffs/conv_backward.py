"""Wrong answers to conv_backward, each named after its mistake: a student's loops with one thing wrong."""

import numpy as np


def _pad(A, pad):
    return np.pad(A, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def _cut(dA, pad, like):
    return dA[:, pad : pad + like.shape[1], pad : pad + like.shape[2]]


def _backward(
    dZ, cache, *, stride=None, weigh=None, cut=_cut, add_A=True, add_W=True, add_b=True, source=_pad
):
    """Naive loops; the switches say what is set instead of added, ``cut`` how the padding is taken off."""
    A_prev, W, b, hparameters = cache
    pad, f = hparameters["pad"], W.shape[0]
    stride = stride or hparameters["stride"]
    weigh = weigh or (lambda weights, dz, c: weights[..., c] * dz)
    A, dA = source(A_prev, pad), np.zeros(_pad(A_prev, pad).shape)
    dW, db = np.zeros(W.shape), np.zeros(b.shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        here = np.s_[i, h * stride : h * stride + f, w * stride : w * stride + f]
        dA[here] = weigh(W, dZ[i, h, w, c], c) + (dA[here] if add_A else 0)
        dW[..., c] = A[here] * dZ[i, h, w, c] + (dW[..., c] if add_W else 0)
        db[..., c] = dZ[i, h, w, c] + (db[..., c] if add_b else 0)
    return cut(dA, pad, A_prev), dW, db


def loses_the_unpadded_gradient(dZ, cache):
    return _backward(dZ, cache, cut=lambda dA, pad, like: dA[:, pad:-pad, pad:-pad, :])


def fails_without_padding(dZ, cache):
    dA, dW, db = _backward(dZ, cache, cut=lambda dA, pad, like: dA)
    pad, dA_prev = cache[3]["pad"], np.zeros(cache[0].shape)
    for i in range(len(dA)):
        dA_prev[i, :, :, :] = dA[i, pad:-pad, pad:-pad, :]
    return dA_prev, dW, db


def writes_padded_gradients_only(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return (dA if cache[3]["pad"] else np.zeros_like(dA)), dW, db


def cuts_the_wrong_end(dZ, cache):
    return _backward(dZ, cache, cut=lambda dA, pad, like: dA[:, : like.shape[1], : like.shape[2]])


def keeps_the_padding(dZ, cache):
    return _backward(dZ, cache, cut=lambda dA, pad, like: dA)


def ignores_the_stride(dZ, cache):
    return _backward(dZ, cache, stride=1)


def flips_the_filter(dZ, cache):
    return _backward(dZ, cache, weigh=lambda W, dz, c: W[::-1, ::-1, :, c] * dz)


def flips_the_filter_gradient(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, np.flip(dW, (0, 1)), db


def flips_forward_and_backward_alike(dZ, cache):
    A_prev, W, b, hparameters = cache
    dA, dW, db = _backward(dZ, (A_prev, np.flip(W, (0, 1)), b, hparameters))
    return dA, np.flip(dW, (0, 1)), db


def overwrites_overlapping_windows(dZ, cache):
    return _backward(dZ, cache, add_A=False)


def overwrites_the_filter_gradient(dZ, cache):
    return _backward(dZ, cache, add_W=False)


def overwrites_the_bias_gradient(dZ, cache):
    return _backward(dZ, cache, add_b=False)


def last_example_only(dZ, cache):
    dA, _, _ = _backward(dZ, cache)
    _, dW, db = _backward(dZ[-1:], (cache[0][-1:], *cache[1:]))
    return dA, dW, db


def writes_the_last_image_only(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return np.concatenate([np.zeros_like(dA[:-1]), dA[-1:]]), dW, db


def averages_over_the_batch(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, dW / len(dZ), db / len(dZ)


def averages_the_filter_gradient(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, dW / len(dZ), db


def filter_gradient_from_unpadded_images(dZ, cache):
    far_end = lambda A, pad: np.pad(A, ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)))  # noqa: E731
    return _backward(dZ, cache, source=far_end)


def leaves_out_the_bias_gradient(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, dW, np.zeros_like(db)


def averages_the_bias_gradient(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, dW, dZ.mean(axis=(0, 1, 2)).reshape(db.shape)


def one_bias_gradient_for_all(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, dW, np.ones_like(db) * dZ.sum()


def forgets_the_upstream_gradient(dZ, cache):
    return _backward(dZ, cache, weigh=lambda W, dz, c: W[..., c])


def first_filter_only(dZ, cache):
    return _backward(dZ, cache, weigh=lambda W, dz, c: W[..., 0] * dz)


def exchanges_rows_and_columns(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA.swapaxes(1, 2), dW, db


def reverses_the_signs(dZ, cache):
    return tuple(-gradient for gradient in _backward(dZ, cache))


def filter_gradient_is_transposed(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA, dW.swapaxes(0, 1), db


def gradients_start_as_random_numbers(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    noise = np.random.default_rng(0)
    return dA + noise.standard_normal(dA.shape), dW + noise.standard_normal(dW.shape), db
