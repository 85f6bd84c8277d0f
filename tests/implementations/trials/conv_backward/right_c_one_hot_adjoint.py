"""Right: Style: adjoint of one-hot selection tensors, three contractions, no loop and no padding."""

import numpy as np


def _select(n, f, stride, pad):
    count = (n + 2 * pad - f) // stride + 1
    place = stride * np.arange(count)[:, None, None] + np.arange(f)[:, None] - pad
    return np.equal(place, np.arange(n)) * 1.0


def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    f = W.shape[1]
    R, C = (_select(n, f, hparameters["stride"], hparameters["pad"]) for n in A_prev.shape[1:-1])
    A, K, D = A_prev.astype("f8"), W.astype("f8"), dZ.astype("f8")
    windows = np.einsum("hip,wjq,mpqk->mhwijk", R, C, A, optimize=["einsum_path", (0, 2), (0, 1)])
    dW = np.tensordot(windows, D, axes=((0, 1, 2), (0, 1, 2)))
    stamps = np.tensordot(D, K, axes=(3, 3))
    half = np.tensordot(R, stamps, axes=((0, 1), (1, 3)))  # p, m, w, j, k
    dA = np.tensordot(C, half, axes=((0, 1), (2, 3)))  # q, p, m, k
    return (
        dA.transpose(2, 1, 0, 3),
        dW,
        np.ones(D[..., 0].size).dot(D.reshape(-1, D.shape[3])).reshape(b.shape),
    )
