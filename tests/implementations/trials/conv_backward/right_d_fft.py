"""Right: Np.fft with dZ spread out by the stride: dA a convolution, dW a correlation, as products of
spectra.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = int(hparameters["stride"]), int(hparameters["pad"])
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    size = (n_H_prev + 2 * p, n_W_prev + 2 * p)
    spread = np.zeros((m, *size, dZ.shape[3]))
    spread[:, : dZ.shape[1] * s : s, : dZ.shape[2] * s : s] = dZ
    spread_hat = np.fft.rfft2(spread, axes=(1, 2)).transpose(1, 2, 0, 3)  # (y, x, m, n_C)
    W_hat = np.fft.rfft2(W.astype(float), s=size, axes=(0, 1))  # (y, x, n_C_prev, n_C)
    dA = np.fft.irfft2(spread_hat @ W_hat.swapaxes(-1, -2), s=size, axes=(0, 1)).transpose(2, 0, 1, 3)
    padded = np.zeros((m, *size, n_C_prev))
    padded[:, p : p + n_H_prev, p : p + n_W_prev] = A_prev
    A_hat = np.fft.rfft2(padded, axes=(1, 2)).transpose(1, 2, 3, 0)  # (y, x, n_C_prev, m)
    dW = np.fft.irfft2(A_hat @ spread_hat.conj(), s=size, axes=(0, 1))[:f, :f]
    db = np.fft.rfft2(dZ.astype(float), axes=(1, 2))[:, 0, 0].real.sum(axis=0).reshape(b.shape)
    return dA[:, p : p + n_H_prev, p : p + n_W_prev], dW, db
