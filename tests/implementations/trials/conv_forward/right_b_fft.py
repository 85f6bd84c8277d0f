"""Right: Style - correlation by FFT over the padded image, then every stride-th number."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    A = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    size = A.shape[1:3]
    spectrum = np.fft.fft2(A, axes=(1, 2))
    filters = np.conj(np.fft.fft2(W.astype(float), s=size, axes=(0, 1)))
    full = np.fft.ifft2(np.einsum("mhwk,hwkc->mhwc", spectrum, filters), axes=(1, 2)).real
    Z = full[:, : size[0] - f + 1 : stride, : size[1] - f + 1 : stride] + b
    return Z, (A_prev, W, b, hparameters)
