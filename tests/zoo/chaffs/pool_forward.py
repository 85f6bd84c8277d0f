"""Wrong answers to pool_forward, each named after its mistake: a student's loops with one thing wrong."""

import math

import numpy as np


def _usual(window, mode):
    return np.max(window) if mode == "max" else np.mean(window)


def _pool(A_prev, hparameters, mode, *, of=_usual, window=None, size=None):
    """Naive loops; ``window`` cuts out the pixels of an output, ``of`` makes the output of them."""
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
