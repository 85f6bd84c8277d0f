"""Right: Plain loops for convolution, pooling and softmax row by row, np.append of the rows, prints shapes."""

import math

import numpy as np


def lenet_forward(X, parameters):
    A = X.astype(float)
    caches = []
    for layer in ("1", "2"):
        W = parameters["W" + layer].astype(float)
        b = parameters["b" + layer]
        m, n, _, _ = A.shape
        n_C = W.shape[3]
        size = n - 4
        Z = np.zeros((m, size, size, n_C))
        filters = [np.ascontiguousarray(W[:, :, :, c]) for c in range(n_C)]
        for i in range(m):
            for h in range(size):
                for w in range(size):
                    window = A[i, h : h + 5, w : w + 5, :]
                    for c in range(n_C):
                        z = (window * filters[c]).sum() + float(b[0, 0, 0, c])
                        if z > 0:
                            Z[i, h, w, c] = z
        P = np.zeros((m, size // 2, size // 2, n_C))
        for h in range(size // 2):
            for w in range(size // 2):
                for i in range(m):
                    for c in range(n_C):
                        P[i, h, w, c] = Z[i, 2 * h : 2 * h + 2, 2 * w : 2 * w + 2, c].max()
        caches.append(Z)
        caches.append(P)
        A = P
        print("after layer", layer, A.shape)
    probabilities = np.zeros((0, parameters["b5"].shape[1]))
    for i in range(A.shape[0]):
        a = []
        for h in range(5):
            for w in range(5):
                for c in range(16):
                    a.append(A[i, h, w, c])
        a = np.array(a)
        for layer in ("3", "4", "5"):
            z = a.dot(parameters["W" + layer].astype(float)) + parameters["b" + layer][0]
            if layer != "5":
                a = np.array([max(0.0, float(number)) for number in z])
        top = max(z)
        powers = [math.exp(float(number - top)) for number in z]
        probabilities = np.append(probabilities, [[power / sum(powers) for power in powers]], axis=0)
    return probabilities, caches
