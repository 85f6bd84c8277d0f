"""Wrong: DA is collected in a workspace kept per shape, copied out only when there is a frame to cut off:
with pad = 0 a later call changes the earlier dA_prev.
"""

import numpy as np

_workspace = {}


def _zeros(shape):
    """np.zeros is slow for big volumes; use the same memory in every training step."""
    if shape not in _workspace:
        _workspace[shape] = np.empty(shape)
    array = _workspace[shape]
    array.fill(0.0)
    return array


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0))).astype(np.float64)
    dA_pad = _zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    dZ = dZ.astype(np.float64)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            y, x = h * stride, w * stride
            window = A_pad[:, y : y + f, x : x + f]
            dA_pad[:, y : y + f, x : x + f] += np.tensordot(dZ[:, h, w], W, axes=(1, 3))
            dW += np.tensordot(window, dZ[:, h, w], axes=(0, 0))
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    if pad:
        dA_prev = dA_pad[:, pad:-pad, pad:-pad].copy()
    else:
        dA_prev = dA_pad
    return dA_prev, dW, db
