"""Right: An object of layers called one after the other, one example at a time, log-softmax, empty caches."""

from functools import reduce

import numpy as np


class Network:
    def __init__(self, parameters):
        self.p = parameters

    def conv(self, i):
        W, b = self.p[f"W{i}"], self.p[f"b{i}"]
        n = W.shape[-1]

        def layer(a):
            side = a.shape[0] - 4
            columns = np.stack(
                [a[y : y + side, x : x + side].astype(float) for y in range(5) for x in range(5)], axis=2
            )
            z = columns.reshape(side * side, -1).dot(W.reshape(-1, n).astype(float)) + b.reshape(n)
            return (z * (z > 0)).reshape(side, side, n)

        return layer

    @staticmethod
    def pool(a):
        return reduce(np.maximum, (a[y::2, x::2] for y in (0, 1) for x in (0, 1)))

    def dense(self, i):
        return lambda a: a.ravel() @ self.p[f"W{i}"].astype(float) + self.p[f"b{i}"][0]

    def layers(self):
        yield from (self.conv(1), self.pool, self.conv(2), self.pool)
        for i in (3, 4):
            yield self.dense(i)
            yield lambda z: z.clip(min=0)
        yield self.dense(5)
        yield lambda z: z - z.max()
        yield lambda z: np.exp(z - np.log(np.exp(z).sum()))

    def __call__(self, image):
        return reduce(lambda a, layer: layer(a), self.layers(), image)


def lenet_forward(X, parameters):
    return np.array([*map(Network(parameters), X)]), []
