"""Wrong: Large filters (f >= 4, stride 1) go through the FFT, and irfft2 is not told the width; wrong when
the padded width is odd.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, _, n_C = W.shape
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    m, H, V, _ = A_pad.shape
    n_H, n_W = (H - f) // stride + 1, (V - f) // stride + 1
    if f >= 4 and stride == 1:
        FA = np.fft.rfft2(A_pad, axes=(1, 2))
        FW = np.fft.rfft2(W, s=(H, V), axes=(0, 1))
        Z = np.fft.irfft2(np.einsum("nhwk,hwkc->nhwc", FA, FW.conj()), axes=(1, 2))
        Z = Z[:, :n_H, :n_W, :]
    else:
        Z = np.empty((m, n_H, n_W, n_C))
        for h in range(n_H):
            for w in range(n_W):
                y, x = h * stride, w * stride
                Z[:, h, w] = np.tensordot(A_pad[:, y : y + f, x : x + f], W, axes=3)
    return Z + b, (A_prev, W, b, hparameters)
