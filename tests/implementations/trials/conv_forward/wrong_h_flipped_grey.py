"""Wrong: The filter is flipped (true convolution), only for even f on images of one channel."""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0))).astype(float)
    kernel = W[::-1, ::-1] if n_C_prev == 1 and f % 2 == 0 else W
    n_H, n_W = ((n - f) // s + 1 for n in A.shape[1:3])
    Z = np.zeros((len(A), n_H, n_W, n_C))
    for i in range(f):
        for j in range(f):
            Z += A[:, i : i + s * (n_H - 1) + 1 : s, j : j + s * (n_W - 1) + 1 : s] @ kernel[i, j].astype(
                float
            )
    return Z + b, (A_prev, W, b, hparameters)
