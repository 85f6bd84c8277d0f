"""Wrong: Wrong (kind 2): for stride 1 dA is a full convolution with a frame of f - 1 - pad, cut at 0: wrong
where pad > f - 1.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    A_pad = np.pad(A_prev.astype(float), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dW = np.zeros(W.shape)
    for i in range(f):
        for j in range(f):
            part = A_pad[:, i : i + n_H * stride : stride, j : j + n_W * stride : stride]
            dW[i, j] = np.tensordot(part, dZ, axes=([0, 1, 2], [0, 1, 2]))
    db = dZ.sum(axis=(0, 1, 2), dtype=float).reshape(1, 1, 1, n_C)
    if stride == 1:
        # the gradient by the input is the full convolution with the flipped filter
        q = max(f - 1 - pad, 0)
        dZ_pad = np.pad(dZ.astype(float), ((0, 0), (q, q), (q, q), (0, 0)))
        flipped = W[::-1, ::-1].transpose(0, 1, 3, 2)
        dA_prev = np.zeros(A_prev.shape)
        for i in range(f):
            for j in range(f):
                dA_prev += dZ_pad[:, i : i + n_H_prev, j : j + n_W_prev] @ flipped[i, j]
        return dA_prev, dW, db
    dA_pad = np.zeros(A_pad.shape)
    for h in range(n_H):
        for w in range(n_W):
            dA_pad[:, h * stride : h * stride + f, w * stride : w * stride + f] += np.einsum(
                "mc,ijkc->mijk", dZ[:, h, w].astype(float), W
            )
    return dA_pad[:, pad : pad + n_H_prev, pad : pad + n_W_prev], dW, db
