"""Right: Recursion over a list of layers, index tables memoised by size, tuple of caches."""

from functools import lru_cache

import numpy as np

PLAN = ("conv", "relu", "pool", "conv", "relu", "pool", "flat", "dense", "relu", "dense", "relu", "dense")


@lru_cache(maxsize=None)
def _index(H, V, f, s):
    rows = np.arange((H - f) // s + 1)[:, None, None, None] * s + np.arange(f)[:, None]
    cols = np.arange((V - f) // s + 1)[:, None, None] * s + np.arange(f)
    return rows, cols


def _go(A, plan, number, P, caches):
    if not plan:
        e = np.exp(A - A.max(axis=1).reshape(-1, 1))
        e /= e.sum(axis=1).reshape(-1, 1)
        return e, tuple(caches)
    kind, rest = plan[0], plan[1:]
    caches = caches + [(kind, A)]
    if kind == "conv":
        rows, cols = _index(A.shape[1], A.shape[2], 5, 1)
        W = P[f"W{number}"]
        windows = A[:, rows, cols]  # m, h, w, 5, 5, k
        new = windows.reshape(*windows.shape[:3], -1) @ W.reshape(-1, W.shape[-1]) + P[f"b{number}"]
        return _go(new, rest, number + 1, P, caches)
    if kind == "pool":
        rows, cols = _index(A.shape[1], A.shape[2], 2, 2)
        return _go(A[:, rows, cols].max(axis=3).max(axis=3), rest, number, P, caches)
    if kind == "relu":
        return _go(np.fmax(A, 0), rest, number, P, caches)
    if kind == "flat":
        return _go(A.reshape(A.shape[0], -1), rest, number, P, caches)
    return _go(np.matmul(A, P[f"W{number}"]) + P[f"b{number}"], rest, number + 1, P, caches)


def lenet_forward(X, parameters):
    return _go(X.astype(np.float64), PLAN, 1, dict(parameters), [])
