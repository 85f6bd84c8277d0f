"""Right: A chain of layer objects built by decorated closures, one example at a time out of a generator,
im2col inside; caches are dicts.
"""

import functools

import numpy as np


def _layer(name):
    def decorate(function):
        @functools.wraps(function)
        def run(state, *arguments):
            value, trace = state
            result = function(value, *arguments)
            return result, trace + [{"layer": name, "in": value, "out": result}]

        return run

    return decorate


@_layer("conv")
def _conv(A, W, b):
    f = W.shape[0]
    n_H, n_W = A.shape[0] - f + 1, A.shape[1] - f + 1
    columns = [A[i : i + n_H, j : j + n_W] for i in range(f) for j in range(f)]
    matrix = np.stack(columns, axis=2).reshape(n_H * n_W, -1)
    return (matrix @ W.reshape(-1, W.shape[3]) + b.reshape(-1)).reshape(n_H, n_W, -1)


@_layer("relu")
def _relu(Z):
    return Z * (Z > 0)


@_layer("pool")
def _pool(A):
    return np.stack([A[i::2, j::2] for i in (0, 1) for j in (0, 1)]).max(axis=0)


@_layer("flatten")
def _flatten(A):
    return np.concatenate([pixel for row in A for pixel in row])


@_layer("dense")
def _dense(a, W, b):
    return a @ W + b[0]


@_layer("softmax")
def _softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def _chain(p):
    p = {name: np.asarray(value, dtype=np.float64) for name, value in p.items()}
    for k in (1, 2):
        yield functools.partial(lambda s, k: _pool(_relu(_conv(s, p[f"W{k}"], p[f"b{k}"]))), k=k)
    yield _flatten
    for k in (3, 4):
        yield functools.partial(lambda s, k: _relu(_dense(s, p[f"W{k}"], p[f"b{k}"])), k=k)
    yield lambda s: _softmax(_dense(s, p["W5"], p["b5"]))


def lenet_forward(X, parameters):
    steps = list(_chain(parameters))

    def answers():
        for image in X:
            yield functools.reduce(lambda state, step: step(state), steps, (image.astype(np.float64), []))

    rows, traces = zip(*answers())
    return np.vstack(rows), list(traces)
