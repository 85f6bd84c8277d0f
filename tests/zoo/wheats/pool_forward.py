"""Right answers to pool_forward, of different kinds."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def naive_loops(A_prev, hparameters, mode="max"):
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
    f, stride = hparameters["f"], hparameters["stride"]
    windows = sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    return (windows.max((4, 5)) if mode == "max" else windows.mean((4, 5))), (A_prev, hparameters)


def window_positions(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    n_H, n_W = (A_prev.shape[1] - f) // stride + 1, (A_prev.shape[2] - f) // stride + 1
    shifted = [
        A_prev[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
        for i in range(f)
        for j in range(f)
    ]
    return (np.maximum.reduce(shifted) if mode == "max" else sum(shifted) / f**2), None


def sorted_pixels(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    windows = sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    pixels = np.sort(windows.reshape(*windows.shape[:4], f * f), axis=-1)
    return (pixels[..., -1] if mode == "max" else np.add.reduce(pixels, axis=-1) / (f * f)), {}


def rows_then_columns(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    reduce = np.max if mode == "max" else np.mean
    rows = reduce(sliding_window_view(A_prev, f, axis=1), axis=-1)
    return reduce(sliding_window_view(rows, f, axis=2), axis=-1)[:, ::stride, ::stride], None
