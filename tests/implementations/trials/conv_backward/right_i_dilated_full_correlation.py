"""Right: DA is the full correlation of the stretched dZ with the turned filters; dW a strided einsum."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _stretch(dZ, stride, H, V, f):
    """dZ with stride - 1 zeros between its numbers, as large as the stride-1 map, plus a frame of f - 1."""
    m, n_H, n_W, n_C = dZ.shape
    out = np.zeros((m, H - f + 1 + 2 * (f - 1), V - f + 1 + 2 * (f - 1), n_C))
    inner = out[:, f - 1 : f - 1 + H - f + 1, f - 1 : f - 1 + V - f + 1]
    inner[:, ::stride, ::stride][:, :n_H, :n_W] = dZ
    return out


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    pad, stride = hparameters["pad"], hparameters["stride"]
    f = len(W)
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    _, H, V, _ = padded.shape
    turned = np.flip(W, (0, 1))
    around = sliding_window_view(_stretch(dZ, stride, H, V, f), (f, f), axis=(1, 2))
    dP = np.einsum("mhwcij,ijkc->mhwk", around, turned, optimize=True)
    dA = dP[:, pad : H - pad, pad : V - pad, :].copy(order="F")
    windows = sliding_window_view(padded, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    dW = np.einsum("mhwkij,mhwc->ijkc", windows, dZ, optimize=True)
    return dA, dW, np.add.reduce(dZ, axis=(0, 1, 2)).reshape(b.shape)
