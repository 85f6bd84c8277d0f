"""Wrong: From 4096 pixels on, frames are reused, so a second call with the same shapes, pad and dtype
changes the first answer.
"""

import numpy as np

_frames = {}


def zero_pad(X, pad):
    m, h, w, c = X.shape
    shape = (m, h + 2 * pad, w + 2 * pad, c)
    if X.size < 4096:
        framed = np.zeros(shape, X.dtype)
    else:
        # A large array is expensive to clear, and its frame stays zero anyway.
        key = (shape, pad, X.dtype.str)
        if key not in _frames:
            _frames[key] = np.zeros(shape, X.dtype)
        framed = _frames[key]
    framed[:, pad : pad + h, pad : pad + w] = X
    return framed
