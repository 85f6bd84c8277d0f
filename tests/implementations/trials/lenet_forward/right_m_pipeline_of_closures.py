"""Right: Right: one example at a time through a chain of closures; a convolution is a sum over its 25
places, pooling a maximum of four slices, and no batch axis exists until the end.
"""

import functools

import numpy as np


def _conv(W, b):
    f = W.shape[0]

    def layer(A):
        n_H, n_W = A.shape[0] - f + 1, A.shape[1] - f + 1
        places = ((i, j) for i in range(f) for j in range(f))
        return (
            sum((A[i : i + n_H, j : j + n_W] @ W[i, j] for i, j in places), np.zeros((n_H, n_W, W.shape[3])))
            + b
        )

    return layer


def _pool(A):
    corners = [A[i::2, j::2] for i in (0, 1) for j in (0, 1)]
    return functools.reduce(np.maximum, corners)


def _relu(A):
    return np.where(A > 0, A, 0.0)


def _dense(W, b):
    return lambda A: A.ravel() @ W + b


def _softmax(z):
    # Halves, since the distance of two floats can be larger than the largest float.
    with np.errstate(under="ignore", over="ignore"):
        e = np.exp(2.0 * (z / 2.0 - z.max() / 2.0))
    return e / e.sum()


def lenet_forward(X, parameters):
    def get(name, *shape):
        return np.asarray(parameters[name], dtype=np.float64).reshape(shape or parameters[name].shape)

    chain = [
        _conv(get("W1"), get("b1", -1)),
        _relu,
        _pool,
        _conv(get("W2"), get("b2", -1)),
        _relu,
        _pool,
        _dense(get("W3"), get("b3", -1)),
        _relu,
        _dense(get("W4"), get("b4", -1)),
        _relu,
        _dense(get("W5"), get("b5", -1)),
        _softmax,
    ]
    rows, caches = [], []
    for image in X:
        volumes = [np.asarray(image, dtype=np.float64)]
        for layer in chain:
            volumes.append(layer(volumes[-1]))
        rows.append(volumes[-1])
        caches.append(volumes)
    return np.stack(rows), caches
