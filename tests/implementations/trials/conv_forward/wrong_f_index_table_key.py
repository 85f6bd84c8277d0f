"""Wrong: Tables of window positions are kept under a text without separators: a 3x33 image and then a 33x3
one share it.
"""

import numpy as np

_tables = {}


def _table(H, V, C, f, s):
    key = f"{H}{V}{C}{f}{s}"
    if key not in _tables:
        places = np.arange(H * V * C).reshape(H, V, C)
        windows = np.lib.stride_tricks.sliding_window_view(places, (f, f, C))[::s, ::s, 0]
        _tables[key] = windows.reshape(-1, f * f * C)
    return _tables[key]


def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    m, H, V, C = A.shape
    f, n_C = W.shape[0], W.shape[3]
    columns = A.reshape(m, -1)[:, _table(H, V, C, f, s)]
    Z = columns @ W.reshape(-1, n_C)
    return Z.reshape(m, (H - f) // s + 1, (V - f) // s + 1, n_C) + b, (A_prev, W, b, hparameters)
