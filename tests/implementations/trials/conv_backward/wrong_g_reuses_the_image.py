"""Wrong: To save memory dA is collected in the padded image, which for pad == 0 is the cache's A_prev
itself; wrong (argument changed) for pad == 0 and float64 A_prev.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f, _, n_C_prev, n_C = W.shape
    A_pad = A_prev
    if pad > 0:
        A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    n_H, n_W = dZ.shape[1:3]
    dW = np.zeros((f, f, n_C_prev, n_C))
    for h in range(n_H):
        for w in range(n_W):
            a = A_pad[:, h * stride : h * stride + f, w * stride : w * stride + f]
            dW += np.einsum("nijk,nc->ijkc", a, dZ[:, h, w])
    # the padded image is not needed any more
    dA_pad = A_pad if A_pad.dtype == np.float64 else np.empty(A_pad.shape)
    dA_pad[...] = 0
    for h in range(n_H):
        for w in range(n_W):
            dA_pad[:, h * stride : h * stride + f, w * stride : w * stride + f] += np.einsum(
                "nc,ijkc->nijk", dZ[:, h, w], W
            )
    dA_prev = dA_pad if pad == 0 else dA_pad[:, pad:-pad, pad:-pad]
    return dA_prev, dW, np.sum(dZ, axis=(0, 1, 2), keepdims=True)
