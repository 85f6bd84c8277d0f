"""Right: One image at a time, a dataclass as helper, in-place work on own copies, log-softmax by logaddexp."""

from dataclasses import dataclass, field

import numpy as np


@dataclass
class _Net:
    p: dict
    kept: list = field(default_factory=list)

    def conv(self, x, k):
        W, b = self.p[f"W{k}"], self.p[f"b{k}"]
        n = x.shape[0] - 4
        z = np.zeros((n, n, W.shape[3]))
        for i in range(5):
            for j in range(5):
                z += x[i : i + n, j : j + n] @ W[i, j]
        z += b[0, 0, 0]
        return self.relu(z)

    def relu(self, z):
        z[z < 0] = 0
        self.kept.append(z.copy())
        return z

    @staticmethod
    def pool(x):
        return np.maximum.reduce([x[i::2, j::2] for i in (0, 1) for j in (0, 1)])

    def __call__(self, image):
        x = np.array(image, dtype=np.float64)
        x = self.pool(self.conv(x, 1))
        x = self.pool(self.conv(x, 2)).flatten()
        for k in (3, 4):
            x = self.relu(x @ self.p[f"W{k}"] + self.p[f"b{k}"][0])
        z = x @ self.p["W5"] + self.p["b5"][0]
        z = z - z.max()
        return np.exp(z - np.logaddexp.reduce(z))


def lenet_forward(X, parameters):
    caches, rows = [], []
    for image in X:
        net = _Net(parameters)
        rows.append(net(image))
        caches.append(net.kept)
    return np.array(rows), caches
