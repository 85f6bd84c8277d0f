"""Right: A layer class with properties and a generator of places; Fortran-ordered Z, cache of equal copies."""

import numpy as np


class _Convolution:
    def __init__(self, filters, bias, *, stride, pad):
        self.filters = np.array(filters, dtype=np.float64)
        self.bias = np.array(bias, dtype=np.float64).ravel()
        self.stride, self.pad = int(stride), int(pad)

    @property
    def f(self):
        return self.filters.shape[0]

    def size(self, n):
        return (n + 2 * self.pad - self.f) // self.stride + 1

    def spans(self, n):
        """For every place: slice of the image and the matching slice of the filter."""
        for place in range(self.size(n)):
            start = place * self.stride - self.pad
            low, high = max(start, 0), min(start + self.f, n)
            high = max(low, high)
            yield place, slice(low, high), slice(low - start, high - start)

    def __call__(self, volume):
        m, n_H, n_W, _ = volume.shape
        Z = np.empty((m, self.size(n_H), self.size(n_W), self.filters.shape[3]), order="F")
        Z[...] = self.bias
        for h, rows, i in self.spans(n_H):
            for w, columns, j in self.spans(n_W):
                Z[:, h, w] += np.tensordot(volume[:, rows, columns], self.filters[i, j], 3)
        return Z


def conv_forward(A_prev, W, b, hparameters):
    layer = _Convolution(W, b, **hparameters)
    Z = layer(A_prev.astype(np.float64))
    return Z, (A_prev.copy(), W.copy(), b.copy(), dict(hparameters))
