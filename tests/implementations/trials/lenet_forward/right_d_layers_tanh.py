"""Right: Layer classes, one image at a time, 2-D correlation as np.correlate of flattened images, exp from
tanh in the softmax.
"""

import numpy as np


class Convolution:
    def __init__(self, W, b):
        self.W, self.b = W.astype(float), b.ravel()

    def __call__(self, image):
        n, _, depth = image.shape
        size = n - 4
        maps = []
        for c, bias in enumerate(self.b):
            total = np.full(size * n - 4, float(bias))
            for k in range(depth):
                kernel = np.zeros((5, n))
                kernel[:, :5] = self.W[:, :, k, c]
                total = total + np.correlate(image[:, :, k].ravel(), kernel.ravel()[: 4 * n + 5], "valid")
            maps.append(np.append(total, np.zeros(4)).reshape(size, n)[:, :size])
        return np.stack(maps, axis=-1)


class Pooling:
    def __call__(self, image):
        return np.max([image[i::2, j::2] for i in (0, 1) for j in (0, 1)], axis=0)


class ReLU:
    def __call__(self, z):
        return np.where(z > 0, z, 0.0)


class Dense:
    def __init__(self, W, b):
        self.W, self.b = W.astype(float), b[0].astype(float)

    def __call__(self, a):
        return self.W.T @ a + self.b


class Softmax:
    def __call__(self, z):
        t = np.tanh((z - z.max()) / 2)
        powers = (1 + t) / (1 - t)
        return powers / powers.sum()


def lenet_forward(X, parameters):
    def wb(i):
        return parameters[f"W{i}"], parameters[f"b{i}"]

    layers = [Convolution(*wb(1)), ReLU(), Pooling(), Convolution(*wb(2)), ReLU(), Pooling(), np.ravel]
    layers += [Dense(*wb(3)), ReLU(), Dense(*wb(4)), ReLU(), Dense(*wb(5)), Softmax()]
    caches = []
    answers = []
    for image in X:
        trail = [image.astype(float)]
        for layer in layers:
            trail.append(layer(trail[-1]))
        caches.append(trail)
        answers.append(trail[-1])
    return np.array(answers), caches
