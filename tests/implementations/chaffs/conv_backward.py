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


def stride_in_height_only(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = _pad(A_prev, pad)
    dA, dW = np.zeros(A.shape), np.zeros(W.shape)
    for i, h, w, c in np.ndindex(*dZ.shape):
        here = np.s_[i, h * stride : h * stride + f, w : w + f]
        dA[here] += W[..., c] * dZ[i, h, w, c]
        dW[..., c] += A[here] * dZ[i, h, w, c]
    return _cut(dA, pad, A_prev), dW, dZ.sum((0, 1, 2)).reshape(b.shape)


def first_example_only(dZ, cache):
    return _backward(dZ, cache, source=lambda A, pad: _pad(A[[0] * len(A)], pad))


def right_on_squares_only(dZ, cache):
    cut = lambda dA, pad, like: dA[:, pad : pad + like.shape[1], pad : pad + like.shape[1]]  # noqa: E731
    return _backward(dZ, cache, cut=cut)


def first_channel_only(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return np.repeat(dA[..., :1], dA.shape[3], axis=3), dW, db


def averages_the_image_gradient(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return dA / cache[1].shape[3], dW, db


def right_for_odd_filters_only(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    return (dA if cache[1].shape[0] % 2 else np.roll(dA, 1, axis=1)), dW, db


def right_on_small_images_only(dZ, cache):
    dZ = dZ.copy()
    dZ[:, 5:] = 0
    return _backward(dZ, cache)


def loops_over_three_filters(dZ, cache):
    dZ = dZ.copy()
    dZ[..., 3:] = 0
    return _backward(dZ, cache)


def loops_over_three_channels(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    dA[..., 3:] = dW[:, :, 3:] = 0
    return dA, dW, db


def loops_over_three_examples(dZ, cache):
    dZ = dZ.copy()
    dZ[3:] = 0
    return _backward(dZ, cache)


def bias_gradient_over_the_examples_only(dZ, cache):
    dA, dW, _ = _backward(dZ, cache)
    return dA, dW, dZ.sum(axis=0)[:1, :1, np.newaxis].reshape(cache[2].shape)


def leaves_the_windows_at_the_far_rim_out(dZ, cache):
    dZ = dZ.copy()
    dZ[:, -1], dZ[:, :, -1] = 0, 0
    dA, dW, _ = _backward(dZ, cache)
    return dA, dW, _backward(dZ, cache)[2]


def computes_in_float32(dZ, cache):
    A_prev, W, b, hparameters = cache
    narrow = (A_prev.astype(np.float32), W.astype(np.float32), b, hparameters)
    return tuple(gradient.astype(np.float32) for gradient in _backward(dZ.astype(np.float32), narrow))


def gradients_take_the_dtype_of_the_image(dZ, cache):
    return tuple(gradient.astype(cache[0].dtype) for gradient in _backward(dZ, cache))


def keeps_the_type_of_the_arguments(dZ, cache):
    dA, dW, db = (np.zeros_like(array) for array in cache[:3])
    dA[...], dW[...], db[...] = _backward(dZ, cache)
    return dA, dW, db


def weighs_the_gradient_in_place(dZ, cache):
    answer = _backward(dZ, cache)
    dZ *= 2
    return answer


def pads_the_cache_in_place(dZ, cache):
    answer = _backward(dZ, cache)
    cache[0][:, 0] = 0
    return answer


_SUMS = {}


def keeps_the_gradients_between_calls(dZ, cache):
    dA, dW, db = _backward(dZ, cache)
    dW += _SUMS.get(dW.shape, 0)
    _SUMS[dW.shape] = dW.copy()
    return dA, dW, db


def reads_memory_in_its_own_order(dZ, cache):
    return _backward(dZ.ravel(order="K").reshape(dZ.shape), cache)


_KNOWN = {}


def adds_to_remembered_gradients(dZ, cache):
    A_prev, W, _, hparameters = cache
    dA, dW, db = _backward(dZ, cache)
    key = (dZ.tobytes(), A_prev.tobytes(), W.tobytes(), dZ.shape, W.shape, *sorted(hparameters.items()))
    _KNOWN[key] = _KNOWN.get(key, 0) + dW
    return dA, _KNOWN[key].copy(), db


CAUGHT_BY = {
    "loses_the_unpadded_gradient": {"pad_zero"},
    "fails_without_padding": {"pad_zero"},
    "writes_padded_gradients_only": {"pad_zero"},
    "cuts_the_wrong_end": {"adjoint_in_image", "pointwise"},
    "keeps_the_padding": {"shapes", "bias_gradient"},
    "ignores_the_stride": {"strides"},
    "flips_the_filter": {"adjoint_in_image", "pad_zero"},
    "flips_the_filter_gradient": {"adjoint_in_filter", "pad_zero"},
    "flips_forward_and_backward_alike": {"adjoint_in_image", "adjoint_in_filter"},
    "overwrites_overlapping_windows": {"adjoint_in_image", "pointwise"},
    "overwrites_the_filter_gradient": {"shapes", "pointwise"},
    "overwrites_the_bias_gradient": {"bias_gradient", "batch"},
    "last_example_only": {"batch"},
    "writes_the_last_image_only": {"batch"},
    "averages_over_the_batch": {"batch"},
    "averages_the_filter_gradient": {"batch"},
    "filter_gradient_from_unpadded_images": {"adjoint_in_filter", "pointwise"},
    "leaves_out_the_bias_gradient": {"shapes", "bias_gradient"},
    "averages_the_bias_gradient": {"bias_gradient", "batch"},
    "one_bias_gradient_for_all": {"shapes", "bias_gradient"},
    "forgets_the_upstream_gradient": {"adjoint_in_image", "pointwise"},
    "first_filter_only": {"adjoint_in_image", "pointwise"},
    "exchanges_rows_and_columns": {"adjoint_in_image", "pointwise"},
    "reverses_the_signs": {"bias_gradient", "pointwise"},
    "filter_gradient_is_transposed": {"adjoint_in_filter", "pad_zero"},
    "gradients_start_as_random_numbers": {"adjoint_in_filter", "pointwise"},
    "stride_in_height_only": {"strides"},
    "first_example_only": {"batch"},
    "right_on_squares_only": {"not_square"},
    "first_channel_only": {"adjoint_in_image", "pointwise"},
    "averages_the_image_gradient": {"adjoint_in_image", "pointwise"},
    "right_for_odd_filters_only": {"adjoint_in_image", "pad_zero"},
    "right_on_small_images_only": {"bias_gradient", "pointwise"},
    "loops_over_three_filters": {"together"},
    "loops_over_three_channels": {"together"},
    "loops_over_three_examples": {"together"},
    "bias_gradient_over_the_examples_only": {"bias_gradient", "batch"},
    "leaves_the_windows_at_the_far_rim_out": {"adjoint_in_filter", "bias_gradient"},
    "computes_in_float32": {"number_types"},
    "gradients_take_the_dtype_of_the_image": {"number_types"},
    "keeps_the_type_of_the_arguments": {"number_types"},
    "weighs_the_gradient_in_place": {"arguments_unchanged"},
    "pads_the_cache_in_place": {"arguments_unchanged"},
    "keeps_the_gradients_between_calls": {"pointwise", "same_answer_twice"},
    "reads_memory_in_its_own_order": {"memory_order"},
    "adds_to_remembered_gradients": {"same_answer_twice"},
}


NAMED = {
    # With padding both are right; without it one is wrong and the other has no answer.
    "fails_without_padding": "loses_the_unpadded_gradient",
}

REDUNDANT = {
    "directional_difference": "catches what the adjoints do; it is the gradient check of the lesson",
    "pointwise": "catches what the adjoints do; it says that a 1x1 convolution is a dense layer",
    "impulse": "catches what the adjoints do; it shows where the gradient of one output goes",
}
