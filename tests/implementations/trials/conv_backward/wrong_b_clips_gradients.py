"""Wrong: Gradients are clipped to +-1e5 'against exploding', so larger ones (pixels 0..255 with a large dZ)
are cut.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    for h in range(n_H):
        for w in range(n_W):
            rows = slice(h * stride, h * stride + f)
            columns = slice(w * stride, w * stride + f)
            for c in range(n_C):
                g = dZ[:, h, w, c][:, None, None, None]
                dA_pad[:, rows, columns] += W[..., c] * g
                dW[..., c] += (A_pad[:, rows, columns] * g).sum(axis=0)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    dA_prev = dA_pad[:, pad : dA_pad.shape[1] - pad, pad : dA_pad.shape[2] - pad]
    return tuple(np.clip(g, -1e5, 1e5) for g in (dA_prev, dW, db))
