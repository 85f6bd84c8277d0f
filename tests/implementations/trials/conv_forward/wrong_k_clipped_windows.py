"""Wrong: Wrong (kind 2): windows are clipped to the image in place of padding; one wholly outside (pad > f)
gets a negative end.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    A, W_ = A_prev.astype(float), W.astype(float)
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for h in range(n_H):
        top = h * stride - pad
        r0, r1 = max(top, 0), min(top + f, n_H_prev)
        for w in range(n_W):
            left = w * stride - pad
            c0, c1 = max(left, 0), min(left + f, n_W_prev)
            # zeros add nothing: only the part of the filter that lies on the image counts
            window = A[:, r0:r1, c0:c1, :]
            part = W_[r0 - top : r1 - top, c0 - left : c1 - left]
            Z[:, h, w, :] += np.tensordot(window, part, axes=3)
    return Z, (A_prev, W, b, hparameters)
