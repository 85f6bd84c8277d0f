"""Wrong: Wrong: if fewer than one in sixteen numbers of dZ is not 0, dA is added up with fancy indices,
where += counts a repeated pixel once: two such numbers at neighbouring places (or of two filters at one
place) overwrite each other.
"""

import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = int(hparameters["stride"]), int(hparameters["pad"])
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    dZ = dZ.astype(np.float64)
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_pad = np.zeros(A_pad.shape)
    dW = np.zeros(W.shape)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    if np.count_nonzero(dZ) * 16 < dZ.size:
        n, h, w, c = np.nonzero(dZ)
        dz = dZ[n, h, w, c][:, None, None, None]
        image = n[:, None, None]
        rows = (h[:, None] * stride + np.arange(f))[:, :, None]
        columns = (w[:, None] * stride + np.arange(f))[:, None, :]
        dA_pad[image, rows, columns] += np.moveaxis(W, 3, 0)[c] * dz
        np.add.at(np.moveaxis(dW, 3, 0), c, A_pad[image, rows, columns] * dz)
    else:
        for h in range(n_H):
            for w in range(n_W):
                rows, columns = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                dz = dZ[:, h, w, :]
                dA_pad[:, rows, columns, :] += np.tensordot(dz, W, axes=([1], [3]))
                dW += np.tensordot(A_pad[:, rows, columns, :], dz, axes=([0], [0]))
    height, width = A_prev.shape[1:3]
    return dA_pad[:, pad : pad + height, pad : pad + width, :], dW, db
