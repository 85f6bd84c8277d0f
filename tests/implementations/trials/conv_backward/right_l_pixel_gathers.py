"""Right: Every pixel gathers from the places that see it (divisibility by the stride instead of a padded
copy), loops from the back.
"""

import numpy as np


def _viewers(pixel, f, stride, pad, n_out):
    """Yield (place, offset in the filter) of every window that holds the pixel."""
    for offset in range(f - 1, -1, -1):
        place, rest = divmod(pixel + pad - offset, stride)
        if rest == 0 and 0 <= place < n_out:
            yield place, offset


def conv_backward(dZ, cache):
    A_prev, W, _, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f = W.shape[0]
    _, n_H, n_W, n_C = dZ.shape
    image, filters, gradient = (np.asarray(array, dtype=np.float64) for array in (A_prev, W, dZ))
    dA_prev = np.zeros(image.shape, order="F")
    dW = np.zeros(filters.shape)
    for y in reversed(range(image.shape[1])):
        for x in reversed(range(image.shape[2])):
            for h, i in _viewers(y, f, stride, pad, n_H):
                for w, j in _viewers(x, f, stride, pad, n_W):
                    dA_prev[:, y, x] += gradient[:, h, w] @ filters[i, j].T
                    dW[i, j] += image[:, y, x].T @ gradient[:, h, w]
    db = np.ones((1, gradient.size // n_C)) @ gradient.reshape(-1, n_C)
    return dA_prev, dW, db.reshape(1, 1, 1, n_C)
