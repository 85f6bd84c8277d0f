"""Wrong: Wrong: maps of 20000 numbers and more are written into a workspace that is kept for the shape; a
second call with such a map of the same shape changes the first call's Z.
"""

import numpy as np

_workspaces = {}


def _room(shape):
    if np.prod(shape) < 20000:
        return np.empty(shape)
    if shape not in _workspaces:
        _workspaces.clear()
        _workspaces[shape] = np.empty(shape)
    return _workspaces[shape]


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f, _, _, n_C = W.shape
    A = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(A, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    Z = _room(windows.shape[:3] + (n_C,))
    Z[...] = np.tensordot(windows, W.astype(np.float64), axes=([4, 5, 3], [0, 1, 2]))
    Z += b
    return Z, (A_prev, W, b, hparameters)
