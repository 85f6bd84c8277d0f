"""Right: Style - every product of filter and dZ is dropped into its pixel's bin by np.bincount; the frame
has a bin of its own.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    f, _, k, c = W.shape
    m, H, Wd, _ = A_prev.shape
    _, n_H, n_W, _ = dZ.shape
    n, h, w, i, j = np.ogrid[:m, :n_H, :n_W, :f, :f]
    y, x = h * s + i - p, w * s + j - p
    inside = (0 <= y) & (y < H) & (0 <= x) & (x < Wd)
    place = np.where(inside, (n * H + y) * Wd + x, m * H * Wd)
    flat = np.concatenate([A_prev.reshape(-1, k).astype(float), np.zeros((1, k))])
    windows = flat[place]
    dW = np.einsum("nhwijk,nhwc->ijkc", windows, dZ.astype(float))
    products = np.einsum("ijkc,nhwc->knhwij", W.astype(float), dZ.astype(float))
    bins = [
        np.bincount(place.ravel(), weights=part.ravel(), minlength=m * H * Wd + 1)[:-1] for part in products
    ]
    return np.stack(bins, axis=-1).reshape(m, H, Wd, k), dW, np.einsum("nhwc->c", dZ)[None, None, None]
