"""Wrong answers to pool_forward, each named after its mistake: a student's loops with one thing wrong."""

import math

import numpy as np


def _usual(window, mode):
    return np.max(window) if mode == "max" else np.mean(window)


def _pool(A_prev, hparameters, mode, *, of=_usual, window=None, size=None):
    """Naive loops; ``window`` cuts out the pixels of an output, ``of`` makes the output of them."""
    if mode not in {"max", "average"}:
        raise ValueError(f"unknown mode {mode!r}")
    f, stride = hparameters["f"], hparameters["stride"]
    size = size or (lambda n: (n - f) // stride + 1)
    A = np.zeros((len(A_prev), size(A_prev.shape[1]), size(A_prev.shape[2]), A_prev.shape[3]))
    for i, h, w, c in np.ndindex(*A.shape):
        if window is None:
            pixels = A_prev[i, h * stride : h * stride + f, w * stride : w * stride + f, c]
        else:
            pixels = window(i, h, w, c)
        A[i, h, w, c] = of(pixels, mode)
    return A, (A_prev, hparameters)


def always_maximum(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, "max")


def columns_follow_the_row(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]

    def window(i, h, w, c):
        return A_prev[i, h * stride : h * stride + f, h * stride : h * stride + f, c]

    return _pool(A_prev, hparameters, mode, window=window)


def always_average(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, "average")


def exchanges_the_modes(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, "average" if mode == "max" else "max")


def average_by_default(A_prev, hparameters, mode="average"):
    return _pool(A_prev, hparameters, mode)


def sum_for_average(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: x.max() if mode == "max" else x.sum())


def divides_by_f(A_prev, hparameters, mode="max"):
    f = hparameters["f"]
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: x.max() if mode == "max" else x.sum() / f)


def divides_by_twice_f(A_prev, hparameters, mode="max"):
    f = hparameters["f"]
    return _pool(
        A_prev, hparameters, mode, of=lambda x, mode: x.max() if mode == "max" else x.sum() / (f + f)
    )


def median_for_average(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: x.max() if mode == "max" else np.median(x))


def maximum_starts_at_zero(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: max(0, *x.flat) if mode == "max" else x.mean())


def minimum_for_maximum(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: x.min() if mode == "max" else x.mean())


def maximum_of_absolute_values(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: np.abs(x).max() if mode == "max" else x.mean())


def pools_over_all_channels(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    return _pool(
        A_prev, hparameters, mode, window=lambda i, h, w, c: A_prev[i, h * s : h * s + f, w * s : w * s + f]
    )


def pools_over_the_whole_image(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, window=lambda i, h, w, c: A_prev[i, :, :, c])


def first_channel_only(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    cut = lambda i, h, w, c: A_prev[i, h * s : h * s + f, w * s : w * s + f, 0]  # noqa: E731
    return _pool(A_prev, hparameters, mode, window=cut)


def first_example_only(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    cut = lambda i, h, w, c: A_prev[0, h * s : h * s + f, w * s : w * s + f, c]  # noqa: E731
    return _pool(A_prev, hparameters, mode, window=cut)


def pools_over_the_batch(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    cut = lambda i, h, w, c: A_prev[:, h * s : h * s + f, w * s : w * s + f, c]  # noqa: E731
    return _pool(A_prev, hparameters, mode, window=cut)


def ignores_the_stride(A_prev, hparameters, mode="max"):
    f = hparameters["f"]
    return _pool(A_prev, hparameters, mode, window=lambda i, h, w, c: A_prev[i, h : h + f, w : w + f, c])


def stride_in_height_only(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    return _pool(
        A_prev, hparameters, mode, window=lambda i, h, w, c: A_prev[i, h * s : h * s + f, w : w + f, c]
    )


def stride_in_width_only(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    return _pool(
        A_prev, hparameters, mode, window=lambda i, h, w, c: A_prev[i, h : h + f, w * s : w * s + f, c]
    )


def always_stride_one(A_prev, hparameters, mode="max"):
    return _pool(A_prev, {**hparameters, "stride": 1}, mode)


def stride_is_f(A_prev, hparameters, mode="max"):
    return _pool(A_prev, {**hparameters, "stride": hparameters["f"]}, mode)


def keeps_the_first_pixel(A_prev, hparameters, mode="max"):
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: x[0, 0])


def exchanges_rows_and_columns(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    return A.transpose(0, 2, 1, 3), cache


def forgets_the_last_window(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    return _pool(A_prev, hparameters, mode, size=lambda n: (n - f) // stride)


def rounds_the_size_up(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    return _pool(A_prev, hparameters, mode, size=lambda n: math.ceil((n - f) / stride) + 1)


def right_on_squares_only(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    return _pool(A_prev, hparameters, mode, size=lambda n: (A_prev.shape[1] - f) // stride + 1)


def cuts_to_whole_numbers(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    return A.astype(int), cache


def rounds_the_size(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    return _pool(A_prev, hparameters, mode, size=lambda n: int((n - f) / stride + 1.5))


def hard_codes_the_window_size(A_prev, hparameters, mode="max"):
    s = hparameters["stride"]
    return _pool(
        A_prev,
        hparameters,
        mode,
        window=lambda i, h, w, c: A_prev[i, h * s : h * s + 2, w * s : w * s + 2, c],
    )


def hard_codes_the_stride(A_prev, hparameters, mode="max"):
    return _pool(A_prev, {**hparameters, "stride": 2}, mode)


def windows_too_small(A_prev, hparameters, mode="max"):
    f = hparameters["f"]
    return _pool(A_prev, hparameters, mode, of=lambda x, mode: _usual(x[: f - 1, : f - 1], mode))


def right_on_small_images_only(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    A[:, 4:] = 0
    return A, cache


def loops_over_three_channels(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    A[..., 3:] = 0
    return A, cache


def loops_over_three_examples(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    A[3:] = 0
    return A, cache


def maximum_starts_at_minus_999(A_prev, hparameters, mode="max"):
    return _pool(
        A_prev, hparameters, mode, of=lambda x, mode: max(-999, x.max()) if mode == "max" else x.mean()
    )


def maximum_is_kept_from_window_to_window(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    return (np.maximum.accumulate(A, axis=2) if mode == "max" else A), cache


def average_leaves_out_zeros(A_prev, hparameters, mode="max"):
    return _pool(
        A_prev,
        hparameters,
        mode,
        of=lambda x, mode: x.max() if mode == "max" else x.sum() / max(np.count_nonzero(x), 1),
    )


def average_divides_by_the_channels(A_prev, hparameters, mode="max"):
    f, n_C = hparameters["f"], A_prev.shape[3]
    return _pool(
        A_prev, hparameters, mode, of=lambda x, mode: x.max() if mode == "max" else x.sum() / (f * f * n_C)
    )


def average_of_the_largest_and_smallest(A_prev, hparameters, mode="max"):
    return _pool(
        A_prev, hparameters, mode, of=lambda x, mode: x.max() if mode == "max" else (x.max() + x.min()) / 2
    )


def returns_a_mask(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    return np.isin(A, A.max(axis=(1, 2), keepdims=True)).astype(float), cache


def computes_in_float32(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev.astype(np.float32), hparameters, mode)
    return A.astype(np.float32), cache


def output_takes_the_dtype_of_the_image(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    return A.astype(A_prev.dtype), cache


def sorts_the_pixels_in_place(A_prev, hparameters, mode="max"):
    answer = _pool(A_prev, hparameters, mode)
    A_prev.sort(axis=1)
    return answer


_LARGEST = {}


def keeps_the_largest_between_calls(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    A = np.maximum(A, _LARGEST.get(A.shape, -np.inf))
    _LARGEST[A.shape] = A.copy()
    return A, cache


def reads_memory_in_its_own_order(A_prev, hparameters, mode="max"):
    return _pool(A_prev.ravel(order="K").reshape(A_prev.shape), hparameters, mode)


def average_ignores_the_stride(A_prev, hparameters, mode="max"):
    return (_pool if mode == "max" else ignores_the_stride)(A_prev, hparameters, mode)


def average_of_the_first_example_only(A_prev, hparameters, mode="max"):
    return _pool(A_prev if mode == "max" else A_prev[[0] * len(A_prev)], hparameters, mode)


def average_is_right_on_squares_only(A_prev, hparameters, mode="max"):
    return (_pool if mode == "max" else right_on_squares_only)(A_prev, hparameters, mode)


_KNOWN = {}


def adds_to_a_remembered_answer(A_prev, hparameters, mode="max"):
    A, cache = _pool(A_prev, hparameters, mode)
    key = (A_prev.tobytes(), A_prev.shape, mode, *sorted(hparameters.items()))
    _KNOWN[key] = _KNOWN.get(key, 0) + A
    return _KNOWN[key].copy(), cache


CAUGHT_BY = {
    "always_maximum": {"average_of_window", "average_is_linear"},
    "columns_follow_the_row": {"max_of_window", "max_commutes"},
    "always_average": {"max_of_window", "max_commutes"},
    "exchanges_the_modes": {"max_of_window", "max_commutes"},
    "average_by_default": {"max_by_default"},
    "sum_for_average": {"average_of_window", "average_of_constant"},
    "divides_by_f": {"average_of_window", "average_of_constant"},
    "divides_by_twice_f": {"average_of_window", "average_of_constant"},
    "median_for_average": {"average_of_window", "average_is_linear"},
    "maximum_starts_at_zero": {"max_of_negatives"},
    "minimum_for_maximum": {"max_of_window", "max_commutes"},
    "maximum_of_absolute_values": {"max_of_negatives"},
    "pools_over_all_channels": {"max_channels", "average_channels"},
    "pools_over_the_whole_image": {"max_output_shape", "average_output_shape"},
    "first_channel_only": {"max_channels", "average_channels"},
    "first_example_only": {"max_batch", "average_batch"},
    "pools_over_the_batch": {"max_batch", "average_batch"},
    "ignores_the_stride": {"max_strides", "average_strides"},
    "stride_in_height_only": {"max_strides", "average_strides"},
    "stride_in_width_only": {"max_strides", "average_strides"},
    "always_stride_one": {"max_output_shape", "average_output_shape"},
    "stride_is_f": {"max_output_shape", "average_output_shape"},
    "keeps_the_first_pixel": {"max_of_window", "max_commutes"},
    "exchanges_rows_and_columns": {"max_of_window", "max_commutes"},
    "forgets_the_last_window": {"max_output_shape", "average_output_shape"},
    "rounds_the_size_up": {"max_output_shape", "average_output_shape"},
    "right_on_squares_only": {"max_not_square", "average_not_square"},
    "cuts_to_whole_numbers": {"max_of_window", "average_of_constant"},
    "rounds_the_size": {"max_output_shape", "average_output_shape"},
    "hard_codes_the_window_size": {"max_of_window", "max_commutes"},
    "hard_codes_the_stride": {"max_output_shape", "average_output_shape"},
    "windows_too_small": {"max_of_window", "max_commutes"},
    "right_on_small_images_only": {"together"},
    "loops_over_three_channels": {"max_channels", "average_channels"},
    "loops_over_three_examples": {"max_batch", "average_batch"},
    "maximum_starts_at_minus_999": {"max_of_negatives"},
    "maximum_is_kept_from_window_to_window": {"max_of_window", "max_commutes"},
    "average_leaves_out_zeros": {"average_weights"},
    "average_divides_by_the_channels": {"average_channels"},
    "average_of_the_largest_and_smallest": {"average_of_window", "average_is_linear"},
    "returns_a_mask": {"max_of_window", "average_of_constant"},
    "computes_in_float32": {"average_of_window", "average_is_linear", "number_types"},
    "output_takes_the_dtype_of_the_image": {"number_types"},
    "sorts_the_pixels_in_place": {"arguments_unchanged"},
    "keeps_the_largest_between_calls": {"max_of_window", "average_of_constant"},
    "reads_memory_in_its_own_order": {"memory_order"},
    "average_ignores_the_stride": {"average_strides"},
    "average_of_the_first_example_only": {"average_batch"},
    "average_is_right_on_squares_only": {"average_not_square"},
    "adds_to_a_remembered_answer": {"same_answer_twice"},
}


REDUNDANT = {
    "max_commutes": "catches what max_of_window does; it says what a maximum is: a choice",
    "max_spike": "catches what max_of_window does; one bright pixel is the picture that explains windows",
    "average_is_linear": "catches what average_of_window does; it says what an average is: linear",
    "average_of_constant": "catches what average_of_window does; its hint is about the divisor",
    "average_nothing_to_learn": "catches what average_of_window does; it says what pooling is for in LeNet",
}
