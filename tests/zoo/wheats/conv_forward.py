"""Right answers to conv_forward, of different kinds."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _padded(A_prev, pad):
    return np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def naive_loops(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A = _padded(A_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    a = A[i, h * stride : h * stride + f, w * stride : w * stride + f, :]
                    Z[i, h, w, c] = np.sum(a * W[:, :, :, c]) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)


def window_view_and_einsum(A_prev, W, b, hparameters):
    stride, f = hparameters["stride"], W.shape[0]
    windows = sliding_window_view(_padded(A_prev, hparameters["pad"]), (f, f), axis=(1, 2))
    Z = np.einsum("mhwcij,ijcn->mhwn", windows[:, ::stride, ::stride], W) + b
    return Z, (A_prev, W, b, hparameters)


def kernel_positions(A_prev, W, b, hparameters):
    stride, A = hparameters["stride"], _padded(A_prev, hparameters["pad"])
    f = W.shape[0]
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    Z = np.zeros((len(A), n_H, n_W, W.shape[3])) + b
    for i in range(f):
        for j in range(f):
            Z += A[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride] @ W[i, j]
    return Z, None


def im2col(A_prev, W, b, hparameters):
    stride, A = hparameters["stride"], _padded(A_prev, hparameters["pad"])
    f, _, _, n_C = W.shape
    n_H, n_W = (A.shape[1] - f) // stride + 1, (A.shape[2] - f) // stride + 1
    columns = [
        A[:, h * stride : h * stride + f, w * stride : w * stride + f].reshape(len(A), -1)
        for h in range(n_H)
        for w in range(n_W)
    ]
    Z = np.stack(columns, axis=1) @ W.reshape(-1, n_C) + b.reshape(1, 1, -1)
    return Z.reshape(len(A), n_H, n_W, n_C), (A_prev, W, b, hparameters)


def fourier(A_prev, W, b, hparameters):
    stride, A, f = hparameters["stride"], _padded(A_prev, hparameters["pad"]), W.shape[0]
    size = A.shape[1:3]
    spectrum = np.fft.rfft2(A, axes=(1, 2))
    kernel = np.conj(np.fft.rfft2(W, s=size, axes=(0, 1)))
    Z = np.fft.irfft2(np.einsum("mhwc,hwcn->mhwn", spectrum, kernel), s=size, axes=(1, 2))
    Z = Z[:, : size[0] - f + 1, : size[1] - f + 1]
    return Z[:, ::stride, ::stride] + b, {}
