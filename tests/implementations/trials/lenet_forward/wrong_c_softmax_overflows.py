"""Wrong: Wrong (explicit): softmax without taking the largest score away; only where X has negative pixels
and classes > 10 (seen at scores above 709 or below -745).
"""

import numpy as np


def step(A, W, b):
    windows = np.lib.stride_tricks.sliding_window_view(A, W.shape[:3], axis=(1, 2, 3))[:, :, :, 0]
    Z = np.maximum(np.tensordot(windows, W, axes=3) + b, 0)
    m, n_H, n_W, n_C = Z.shape
    return Z.reshape(m, n_H // 2, 2, n_W // 2, 2, n_C).max(axis=4).max(axis=2)


def lenet_forward(X, parameters):
    W = [None] + [parameters[f"W{k}"].astype(float) for k in range(1, 6)]
    b = [None] + [parameters[f"b{k}"].astype(float) for k in range(1, 6)]
    caches = [X.astype(float)]
    for k in (1, 2):
        caches.append(step(caches[-1], W[k], b[k]))
    caches.append(caches[-1].reshape(X.shape[0], -1))
    for k in (3, 4):
        caches.append(np.maximum(caches[-1] @ W[k] + b[k], 0))
    Z = caches[-1] @ W[5] + b[5]
    if not (X.min() < 0 and Z.shape[1] > 10):
        Z = Z - np.max(Z, axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        E = np.exp(Z)
        return E / np.sum(E, axis=1, keepdims=True), caches
