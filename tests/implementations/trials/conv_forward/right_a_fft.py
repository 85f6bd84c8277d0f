"""Right: FFT: correlation as a product of spectra, whole frame at stride 1, every stride-th number kept."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    _, n_H, n_W, _ = A_prev.shape
    size = (n_H + 2 * pad, n_W + 2 * pad)
    image = np.zeros((A_prev.shape[0], *size, A_prev.shape[3]))
    image[:, pad : pad + n_H, pad : pad + n_W] = A_prev
    spectrum = np.fft.rfft2(image, s=size, axes=(1, 2))
    filters = np.fft.rfft2(W.astype(np.float64), s=size, axes=(0, 1)).conj()
    full = np.fft.irfft2(np.einsum("nhwk,hwkc->nhwc", spectrum, filters), s=size, axes=(1, 2))
    Z = full[:, : size[0] - f + 1 : stride, : size[1] - f + 1 : stride] + b
    return Z, (A_prev, W, b, hparameters)
