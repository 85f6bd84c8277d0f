"""Right answers to conv_backward, of different kinds."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _padded(A_prev, pad):
    return np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def naive_loops(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    A, dA = _padded(A_prev, pad), _padded(dA_prev, pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                top, left = h * stride, w * stride
                for c in range(n_C):
                    dA[i, top : top + f, left : left + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += A[i, top : top + f, left : left + f, :] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i] = dA[i, pad : pad + A_prev.shape[1], pad : pad + A_prev.shape[2]]
    return dA_prev, dW, db


def kernel_positions(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A, dW = _padded(A_prev, pad), np.zeros(W.shape)
    dA = np.zeros(A.shape)
    _, n_H, n_W, _ = dZ.shape
    for i in range(f):
        for j in range(f):
            here = np.s_[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
            dA[here] += dZ @ W[i, j].T
            dW[i, j] = np.einsum("mhwc,mhwn->cn", A[here], dZ)
    n_H_prev, n_W_prev = A_prev.shape[1:3]
    return dA[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, dZ.sum((0, 1, 2)).reshape(b.shape)


def full_correlation(dZ, cache):
    """dA is the spread-out dZ, padded by f - 1, slid over by the filter turned by 180 degrees."""
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = _padded(A_prev, pad)
    spread = np.zeros((len(dZ), A.shape[1] - f + 1, A.shape[2] - f + 1, W.shape[3]))
    spread[:, ::stride, ::stride][:, : dZ.shape[1], : dZ.shape[2]] = dZ
    around = sliding_window_view(_padded(spread, f - 1), (f, f), axis=(1, 2))
    dA = np.einsum("mhwnij,ijcn->mhwc", around, W[::-1, ::-1])
    dW = np.einsum("mhwcij,mhwn->ijcn", sliding_window_view(A, (f, f), axis=(1, 2)), spread)
    n_H, n_W = A_prev.shape[1:3]
    return dA[:, pad : pad + n_H, pad : pad + n_W], dW, dZ.sum(axis=(0, 1, 2), keepdims=True).reshape(b.shape)


def fourier(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad, f = hparameters["stride"], hparameters["pad"], W.shape[0]
    A = _padded(A_prev, pad)
    size = A.shape[1:3]
    spread = np.zeros((len(dZ), *size, W.shape[3]))
    spread[:, : stride * dZ.shape[1] : stride, : stride * dZ.shape[2] : stride] = dZ
    spectrum = np.fft.rfft2(spread, axes=(1, 2))
    kernel = np.fft.rfft2(W, s=size, axes=(0, 1))
    dA = np.fft.irfft2(np.einsum("mhwn,hwcn->mhwc", spectrum, kernel), s=size, axes=(1, 2))
    image = np.fft.rfft2(A, axes=(1, 2))
    dW = np.fft.irfft2(np.einsum("mhwc,mhwn->hwcn", image, np.conj(spectrum)), s=size, axes=(0, 1))[:f, :f]
    n_H, n_W = A_prev.shape[1:3]
    return dA[:, pad : pad + n_H, pad : pad + n_W], dW, np.einsum("mhwn->n", dZ).reshape(b.shape)
