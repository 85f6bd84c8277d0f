"""Right: Channels first inside, examples last (c, h, w, n), transposed back for the flattening; softmax as
exp(z - logsumexp); no caches kept.
"""

import numpy as np


def _block(A, W, b):
    n_H, n_W = A.shape[1] - 4, A.shape[2] - 4
    Z = np.zeros((W.shape[3], n_H, n_W, A.shape[3]))
    for i in range(4, -1, -1):
        for j in range(4, -1, -1):
            Z += np.tensordot(W[i, j], A[:, i : i + n_H, j : j + n_W], (0, 0))
    Z += b.reshape(-1, 1, 1, 1)
    pooled = Z.reshape(len(Z), n_H // 2, 2, n_W // 2, 2, -1).max(axis=(2, 4))
    return pooled.clip(min=0)  # ReLU after the maximum is the same as before it


def lenet_forward(X, parameters):
    P = {key: np.array(value, dtype=np.float64) for key, value in parameters.items()}
    A = np.transpose(X, (3, 1, 2, 0)).astype(np.float64)
    A = _block(_block(A, P["W1"], P["b1"]), P["W2"], P["b2"])
    a = np.ascontiguousarray(A.transpose(1, 2, 0, 3)).reshape(-1, X.shape[0])
    a = np.maximum(P["W3"].T @ a + P["b3"].T, 0)
    a = np.maximum(P["W4"].T @ a + P["b4"].T, 0)
    z = P["W5"].T @ a + P["b5"].T
    z = z - z.max(axis=0)
    return np.exp(z - np.log(np.exp(z).sum(axis=0))).T, []
