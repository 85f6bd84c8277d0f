"""Right answers to pool_forward, of different kinds."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _check(mode):
    if mode not in ("max", "average"):
        raise ValueError(f"unknown mode {mode!r}")


def naive_loops(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = int(1 + (n_H_prev - f) / stride), int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    window = A_prev[i, h * stride : h * stride + f, w * stride : w * stride + f, c]
                    A[i, h, w, c] = np.max(window) if mode == "max" else np.mean(window)
    return A, (A_prev, hparameters)


def window_view(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    windows = sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return (windows.max((4, 5)) if mode == "max" else windows.mean((4, 5))), (A_prev, hparameters)


def window_positions(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (A_prev.shape[1] - f) // stride + 1, (A_prev.shape[2] - f) // stride + 1
    shifted = [
        A_prev[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
        for i in range(f)
        for j in range(f)
    ]
    return (np.maximum.reduce(shifted) if mode == "max" else sum(shifted) / f**2), (A_prev, hparameters)


def sorted_pixels(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    windows = sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    pixels = np.sort(windows.reshape(*windows.shape[:4], f * f), axis=-1)
    return (pixels[..., -1] if mode == "max" else np.add.reduce(pixels, axis=-1) / (f * f)), (
        A_prev,
        hparameters,
    )


def rows_then_columns(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    reduce = np.max if mode == "max" else np.mean
    rows = reduce(sliding_window_view(A_prev, f, axis=1), axis=-1)
    return reduce(sliding_window_view(rows, f, axis=2), axis=-1)[:, ::stride, ::stride], (A_prev, hparameters)


def grown_from_smaller_windows(A_prev, hparameters, mode="max"):
    """Maxima recursively, from windows one pixel smaller; averages by an integral image."""
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]

    def grown(A, size):
        if size == 1:
            return A
        A = np.maximum(A[:, :-1], A[:, 1:])
        return grown(np.maximum(A[:, :, :-1], A[:, :, 1:]), size - 1)

    if mode == "max":
        return grown(A_prev, f)[:, ::stride, ::stride], (A_prev, hparameters)
    sums = np.zeros((len(A_prev), A_prev.shape[1] + 1, A_prev.shape[2] + 1, A_prev.shape[3]))
    sums[:, 1:, 1:] = A_prev.cumsum(axis=1).cumsum(axis=2)  # the integral image
    windows = sums[:, f:, f:] - sums[:, :-f, f:] - sums[:, f:, :-f] + sums[:, :-f, :-f]
    return windows[:, ::stride, ::stride] / f**2, (A_prev, hparameters)


def keeps_the_dtype(A_prev, hparameters, mode="max"):
    """Maxima have the dtype of the image; averages of float32 are float32, those of integers float64."""
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (A_prev.shape[1] - f) // stride + 1, (A_prev.shape[2] - f) // stride + 1
    kind = A_prev.dtype if mode == "max" else np.result_type(A_prev, np.float32)
    A = np.empty((len(A_prev), n_H, n_W, A_prev.shape[3]), dtype=kind)
    for h, w in np.ndindex(n_H, n_W):
        window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f]
        A[:, h, w] = window.max((1, 2)) if mode == "max" else window.mean((1, 2), dtype=kind)
    return A, (A_prev, hparameters)


def transposed_internals(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    turned = np.asfortranarray(A_prev.transpose(3, 2, 0, 1))
    windows = sliding_window_view(turned, (f, f), axis=(1, 3))[:, ::stride, :, ::stride]
    A = np.max(windows, axis=(4, 5)) if mode == "max" else np.mean(windows, axis=(4, 5))
    return A.transpose(2, 3, 1, 0), (A_prev, hparameters)


def python_lists(A_prev, hparameters, mode="max"):
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    rows = range(0, A_prev.shape[1] - f + 1, stride)
    columns = range(0, A_prev.shape[2] - f + 1, stride)

    def one(image, top, left, c):
        pixels = [image[top + i][left + j][c] for i in range(f) for j in range(f)]
        return max(pixels) if mode == "max" else sum(pixels) / len(pixels)

    channels = range(A_prev.shape[3])
    A = [[[[one(x, h, w, c) for c in channels] for w in columns] for h in rows] for x in A_prev.tolist()]
    return np.array(A), (A_prev, hparameters)


def tiles_where_they_tile(A_prev, hparameters, mode="max"):
    """Reshapes where windows lie side by side, im2col elsewhere."""
    _check(mode)
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H, n_W = (n_H_prev - f) // stride + 1, (n_W_prev - f) // stride + 1
    reduce = np.amax if mode == "max" else np.average
    if f == stride:
        tiles = A_prev[:, : n_H * f, : n_W * f].reshape(m, n_H, f, n_W, f, n_C)
        return (tiles.max((2, 4)) if mode == "max" else tiles.mean((2, 4))), (A_prev, hparameters)
    corners = [(h * stride, w * stride) for h in range(n_H) for w in range(n_W)]
    columns = np.stack([A_prev[:, h : h + f, w : w + f].reshape(m, f * f, n_C) for h, w in corners], axis=1)
    return reduce(columns, axis=2).reshape(m, n_H, n_W, n_C), (A_prev, hparameters)
