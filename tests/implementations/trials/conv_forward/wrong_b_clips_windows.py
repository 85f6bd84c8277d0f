"""Wrong: Cuts windows at the image's edge instead of padding; windows more than a pixel outside the image
get negative ends (pad > f).
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        top = h * stride - pad
        r0, r1 = max(top, 0), min(top + f, n_H_prev)
        for w in range(n_W):
            left = w * stride - pad
            c0, c1 = max(left, 0), min(left + f, n_W_prev)
            # zeros of the frame add nothing, so only what lies in the image counts
            window = A_prev[:, r0:r1, c0:c1]
            part = W[r0 - top : r1 - top, c0 - left : c1 - left]
            Z[:, h, w] = np.tensordot(window, part, axes=3) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)
