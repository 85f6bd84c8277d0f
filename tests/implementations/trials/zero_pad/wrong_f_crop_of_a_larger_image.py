"""Wrong: X that is a crop Y[:, pad:-pad, pad:-pad] of a larger array gets Y back, whose border is not zero."""

import numpy as np


def zero_pad(X, pad):
    m, h, w, c = X.shape
    shape = (m, h + 2 * pad, w + 2 * pad, c)
    whole = X.base
    if isinstance(whole, np.ndarray) and whole.shape == shape and whole.strides == X.strides:
        return whole  # it has been padded before
    framed = np.zeros(shape, X.dtype)
    framed[:, pad : pad + h, pad : pad + w] = X
    return framed
