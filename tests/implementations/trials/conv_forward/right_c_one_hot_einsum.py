"""Right: Style: one-hot selection tensors instead of slices, frame included, one einsum."""

import numpy as np


def _select(n, f, stride, pad):
    count = (n + 2 * pad - f) // stride + 1
    place = np.arange(count)[:, None, None] * stride + np.arange(f)[None, :, None] - pad
    return (place == np.arange(n)).astype(float)


def conv_forward(A_prev, W, b, hparameters):
    f = len(W)
    rows, columns = (_select(n, f, **hparameters) for n in A_prev.shape[1:3])
    tall = np.einsum("hip,mpqk->mhiqk", rows, A_prev.astype(float))
    both = np.einsum("wjq,mhiqk->mhwijk", columns, tall)
    Z = np.tensordot(both, W.astype(float), axes=3)
    np.add(Z, b, out=Z)
    return Z, tuple((A_prev, W, b, hparameters))
