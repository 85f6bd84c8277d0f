"""Right: Style - image by image, filters shifted over whole maps, pooling before ReLU, softmax in the log
domain.
"""

import numpy as np


def _layer(A, W, b):
    n = A.shape[0] - 4
    Z = sum(A[i : i + n, j : j + n] @ W[i, j] for i in range(5) for j in range(5)) + b[0, 0, 0]
    pooled = np.maximum.reduce([Z[i::2, j::2] for i in (0, 1) for j in (0, 1)])
    return pooled * (pooled > 0)


def lenet_forward(X, parameters):
    p, caches, rows = parameters, [], []
    for image in X:
        A = _layer(_layer(image, p["W1"], p["b1"]), p["W2"], p["b2"]).ravel()
        for k in (3, 4):
            A = A @ p[f"W{k}"] + p[f"b{k}"][0]
            A = (A + abs(A)) / 2
        z = A @ p["W5"] + p["b5"][0]
        z = z - z.max()
        rows.append(np.exp(z - np.logaddexp.reduce(z)))
        caches.append(z)
    return np.stack(rows), caches
