"""Wrong: Wrong: the canvas of the last call is used again when the padded shape is the same; if the second
call of the two has a larger pad (6x6 pad 1, then 4x4 pad 2), old pixels stay in the frame.
"""

import numpy as np

_last = {"key": None, "canvas": None}


def zero_pad(X, pad):
    pad = int(pad)
    m, n_H, n_W, n_C = X.shape
    key = (m, n_H + 2 * pad, n_W + 2 * pad, n_C, X.dtype.str)
    if _last["key"] != key:
        _last["key"] = key
        _last["canvas"] = np.zeros(key[:4], dtype=X.dtype)
    canvas = _last["canvas"]
    canvas[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return canvas.copy()
