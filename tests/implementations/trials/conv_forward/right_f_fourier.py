"""Right: By the Fourier transform of image and filter (exact enough: errors near 1e-15 of the largest
products).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    f, (H, V) = W.shape[0], A.shape[1:3]
    image, filters = np.fft.rfft2(A, axes=(1, 2)), np.fft.rfft2(W, (H, V), axes=(0, 1))
    Z = np.fft.irfft2(np.einsum("nhwk,hwkc->nhwc", image, filters.conj()), (H, V), axes=(1, 2))
    return Z[:, : H - f + 1 : s, : V - f + 1 : s] + b, (A_prev, W, b, hparameters)
