"""The wrong poolings that people hand in, for the diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.suites.cnn import oracles

from .stub import pool_forward

if TYPE_CHECKING:
    from grader.course.authoring import Array
    from grader.suites.cnn.oracles import Hyper

    Answer = tuple[Array, None]


@pool_forward.mistake(
    "The mode is ignored: the maximum is taken for average pooling, too. Look at the use of mode."
)
def always_maximum(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, "max"), None


@pool_forward.mistake(
    "The mode is ignored: the average is taken for max pooling, too. Look at the use of mode."
)
def always_average(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, "average"), None


@pool_forward.mistake("The modes are exchanged: max gives the average, and average the maximum.")
def exchanges_the_modes(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, "average" if mode == "max" else "max"), None


@pool_forward.mistake("Average pooling adds the pixels and does not divide. Divide by f * f, or use np.mean.")
def sum_for_average(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, mode) * (1 if mode == "max" else hparameters["f"] ** 2), None


@pool_forward.mistake("Average pooling divides by f. A window has f * f pixels.")
def divides_by_f(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, mode) * (1 if mode == "max" else hparameters["f"]), None


@pool_forward.mistake("Average pooling divides by f + f. A window has f * f pixels.")
def divides_by_twice_f(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, mode) * (1 if mode == "max" else hparameters["f"] / 2), None


@pool_forward.mistake(
    "The search for the maximum starts at 0, so no output is negative. Use np.max of the window."
)
def maximum_starts_at_zero(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    A = oracles.pool(A_prev, hparameters, mode)
    return np.maximum(A, 0) if mode == "max" else A, None


@pool_forward.mistake("Max pooling gives the smallest pixel of the window. Use np.max, not np.min.")
def minimum_for_maximum(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return -oracles.pool(-A_prev, hparameters, mode) if mode == "max" else oracles.pool(
        A_prev, hparameters, mode
    ), None


@pool_forward.mistake("Max pooling looks at sizes without signs. Use np.max of the pixels as they are.")
def maximum_of_absolute_values(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(np.abs(A_prev) if mode == "max" else A_prev, hparameters, mode), None


@pool_forward.mistake("Each window is pooled over all channels at once. Pool one channel at a time.")
def pools_over_all_channels(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    A = oracles.pool(A_prev, hparameters, mode)
    together = A.max(axis=3, keepdims=True) if mode == "max" else A.mean(axis=3, keepdims=True)
    return np.broadcast_to(together, A.shape), None


@pool_forward.mistake("Every output is pooled over the whole image. Cut out the window of each output first.")
def pools_over_the_whole_image(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    A = A_prev.max(axis=(1, 2), keepdims=True) if mode == "max" else A_prev.mean(axis=(1, 2), keepdims=True)
    return np.broadcast_to(A, oracles.pool_shape(A_prev, hparameters)), None


@pool_forward.mistake(
    "Every channel gets the answer of the first. Channel c of the output belongs to channel c."
)
def first_channel_only(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev[..., [0] * A_prev.shape[3]], hparameters, mode), None


@pool_forward.mistake("Every example gets the answer of the first image. Take the window from image i.")
def first_example_only(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev[[0] * len(A_prev)], hparameters, mode), None


@pool_forward.mistake(
    "The stride sets the size of the output but not where windows start: use h * stride and w * stride."
)
def ignores_the_stride(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    _, n_H, n_W, _ = oracles.pool_shape(A_prev, hparameters)
    return oracles.pool(A_prev, hparameters | {"stride": 1}, mode)[:, :n_H, :n_W], None


@pool_forward.mistake(
    "The stride moves the window down but not right. Use w * stride for the first column, too."
)
def stride_in_height_only(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    n_W = oracles.pool_shape(A_prev, hparameters)[2]
    return oracles.pool(A_prev, hparameters | {"stride": 1}, mode)[:, :: hparameters["stride"], :n_W], None


@pool_forward.mistake(
    "The stride moves the window right but not down. Use h * stride for the first row, too."
)
def stride_in_width_only(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    n_H = oracles.pool_shape(A_prev, hparameters)[1]
    return oracles.pool(A_prev, hparameters | {"stride": 1}, mode)[:, :n_H, :: hparameters["stride"]], None


@pool_forward.mistake("The stride is not used at all: the output has the size that belongs to stride 1.")
def always_stride_one(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters | {"stride": 1}, mode), None


@pool_forward.mistake("Windows start f pixels apart, whatever the stride is. Use h * stride, not h * f.")
def stride_is_f(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters | {"stride": hparameters["f"]}, mode), None


@pool_forward.mistake(
    "Only the first pixel of each window is kept. Take the maximum or the mean of all its pixels."
)
def keeps_the_first_pixel(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    _, n_H, n_W, _ = oracles.pool_shape(A_prev, hparameters)
    stride = hparameters["stride"]
    return A_prev[:, ::stride, ::stride][:, :n_H, :n_W], None


@pool_forward.mistake("The windows miss their last row and column. A window ends before row start + f.")
def windows_too_small(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    _, n_H, n_W, _ = oracles.pool_shape(A_prev, hparameters)
    smaller = hparameters | {"f": hparameters["f"] - 1}
    if not smaller["f"]:
        raise ValueError("an empty window has neither maximum nor mean")
    return oracles.pool(A_prev, smaller, mode)[:, :n_H, :n_W], None


@pool_forward.mistake(
    "The window's first column follows h, as its first row does. It starts at column w * stride."
)
def columns_follow_the_row(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    f, stride = hparameters["f"], hparameters["stride"]
    A = np.zeros(oracles.pool_shape(A_prev, hparameters))
    for h in range(A.shape[1]):
        window = A_prev[:, h * stride : h * stride + f, h * stride : h * stride + f]
        if not window.size:
            raise ValueError("an empty window has neither maximum nor mean")
        A[:, h] = (window.max(axis=(1, 2)) if mode == "max" else window.mean(axis=(1, 2)))[:, np.newaxis]
    return A, None


@pool_forward.mistake(
    "Rows and columns of the output are exchanged: A[i, h, w] is the window in row h and column w."
)
def exchanges_rows_and_columns(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, mode).transpose(0, 2, 1, 3), None


@pool_forward.mistake(
    "The last row and column of windows are missing. Look at the + 1 in the size of the output."
)
def forgets_the_last_window(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return oracles.pool(A_prev, hparameters, mode)[:, :-1, :-1], None


@pool_forward.mistake("The outputs are cut to whole numbers. Do not convert them with int.")
def cuts_to_whole_numbers(A_prev: Array, hparameters: Hyper, mode: str = "max") -> Answer:
    return np.trunc(oracles.pool(A_prev, hparameters, mode)), None
