"""Right: One image at a time, dense layers as convolution by tensordot, softmax through the logarithm of
the sum; caches is a dict; probabilities Fortran-ordered.
"""

import numpy as np


def block(a, W, b):
    f = W.shape[0]
    n = a.shape[0] - f + 1
    z = b.reshape(-1) + sum(
        a[i : i + n, j : j + n].astype(float) @ W[i, j] for i in range(f) for j in range(f)
    )
    z = z * (z > 0)
    return np.max([z[i::2, j::2] for i in (0, 1) for j in (0, 1)], axis=0)


def lenet_forward(X, parameters):
    get = parameters.__getitem__
    columns, caches = [], {}
    for number, image in enumerate(X):
        a = block(block(image, get("W1"), get("b1")), get("W2"), get("b2"))
        a = np.tensordot(a, get("W3").reshape(5, 5, 16, 120), axes=3) + get("b3")[0]
        a = np.clip(a, 0, None)
        a = np.clip(get("W4").T @ a + get("b4")[0], 0, None)
        scores = get("W5").T @ a + get("b5")[0]
        scores = scores - scores.max()
        columns.append(np.exp(scores - np.log(np.exp(scores).sum())))
        caches[number] = a
    return np.stack(columns, axis=1).T, caches
