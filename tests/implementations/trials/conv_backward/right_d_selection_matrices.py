"""Right: Matrix form: 0/1 tensors say which pixel a place and a filter position meet (padding needs no
frame), einsum.
"""

import numpy as np


def _meets(places, f, n, stride, pad):
    h, i, y = np.ogrid[:places, :f, :n]
    return (h * stride + i - pad == y).astype(float)


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f = W.shape[0]
    down = _meets(dZ.shape[1], f, A_prev.shape[1], stride, pad)
    across = _meets(dZ.shape[2], f, A_prev.shape[2], stride, pad)
    filters = W.astype(float)
    dA_prev = np.empty(A_prev.shape, order="F")
    dW = np.zeros(W.shape, order="F")
    for image, gradient, answer in zip(A_prev.astype(float), dZ.astype(float), dA_prev):
        stamps = np.einsum("hwc,ijkc->hwijk", gradient, filters, optimize=True)
        rows = np.einsum("hiy,hwijk->ywjk", down, stamps, optimize=True)
        answer[...] = np.einsum("wjx,ywjk->yxk", across, rows, optimize=True)
        rows = np.einsum("hiy,yxk->hixk", down, image, optimize=True)
        windows = np.einsum("wjx,hixk->hwijk", across, rows, optimize=True)
        dW += np.einsum("hwijk,hwc->ijkc", windows, gradient, optimize=True)
    db = np.einsum("nhwc->c", dZ.astype(float)).reshape(1, 1, 1, -1)
    return dA_prev, dW, db
