"""Wrong: Wrong (kind 3): from f = 7 on an FFT is used, whose inverse is not told the width: odd padded
width and f >= 7.
"""

import numpy as np


def _correlate_fft(images, kernel):
    spectrum = np.fft.rfft2(images) * np.conj(np.fft.rfft2(kernel, s=images.shape[-2:]))
    return np.fft.irfft2(spectrum)


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    m, n_H_pad, n_W_pad, _ = A_pad.shape
    n_H = (n_H_pad - f) // stride + 1
    n_W = (n_W_pad - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    if f >= 7:  # large filters are faster in the frequency domain
        for c in range(n_C):
            for k in range(n_C_prev):
                full = _correlate_fft(A_pad[:, :, :, k], W[:, :, k, c])
                Z[..., c] += full[:, : n_H_pad - f + 1 : stride, : n_W_pad - f + 1 : stride]
    else:
        for i in range(f):
            for j in range(f):
                shifted = A_pad[:, i : i + n_H * stride : stride, j : j + n_W * stride : stride]
                Z += shifted @ W[i, j]
    return Z + b, (A_prev, W, b, hparameters)
