"""Right: A network object made anew per call, blocks of examples with a remainder, einsum."""

import numpy as np

BLOCK = 3


class _Net:
    def __init__(self, parameters):
        self.parameters = parameters
        self.caches = []

    def conv(self, A, n):
        f = 5
        sm, sh, sw, sc = A.strides
        m, H, V, C = A.shape
        windows = np.lib.stride_tricks.as_strided(
            A, (m, H - f + 1, V - f + 1, f, f, C), (sm, sh, sw, sh, sw, sc), writeable=False
        )
        Z = np.einsum("mhwijk,ijkc->mhwc", windows, self.parameters["W%d" % n], optimize=True)
        return Z + self.parameters["b%d" % n]

    def pool(self, A):
        return np.maximum.reduceat(
            np.maximum.reduceat(A, np.arange(0, A.shape[1], 2), axis=1), np.arange(0, A.shape[2], 2), axis=2
        )

    def dense(self, A, n):
        return (
            np.einsum("mi,io->mo", A, self.parameters["W%d" % n], optimize=True) + self.parameters["b%d" % n]
        )

    def __call__(self, X):
        A = X
        for n in (1, 2):
            Z = self.conv(A, n)
            A = self.pool(np.where(Z > 0, Z, 0.0))
            self.caches.append((Z, A))
        A = np.reshape(A, (A.shape[0], 400))
        for n in (3, 4):
            Z = self.dense(A, n)
            A = (np.abs(Z) + Z) / 2
            self.caches.append((Z, A))
        Z = self.dense(A, 5)
        # 1 / sum of exp(z_k - z_c), by comparing every class with every class; exp may run to inf: 1 / inf = 0
        with np.errstate(over="ignore"):
            return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)


def lenet_forward(X, parameters):
    net = _Net(parameters)
    parts = [net(X[i : i + BLOCK]) for i in range(0, len(X), BLOCK)]
    return np.concatenate(parts), net.caches
