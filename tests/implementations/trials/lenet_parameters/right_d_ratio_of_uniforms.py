"""Right: Ratio of uniforms (Kinderman and Monahan) with rejection, a class per layer, all weights before
all biases.
"""

import numpy as np


class Layer:
    def __init__(self, *shape):
        self.shape = tuple(int(n) for n in shape)
        self.fan_in = int(np.prod(self.shape[:-1]))

    def weights(self, rng):
        wanted = self.fan_in * self.shape[-1]
        found = np.empty(0)
        while found.size < wanted:
            u = 1 - rng.random(2 * wanted)
            v = (2 * rng.random(2 * wanted) - 1) * np.sqrt(2 / np.e)
            x = v / u
            found = np.append(found, x[x * x <= -4 * np.log(u)])
        return found[:wanted].reshape(self.shape) * np.sqrt(2.0 / self.fan_in)

    def biases(self):
        return np.zeros((1,) * (len(self.shape) - 1) + (self.shape[-1],))


def lenet_parameters(rng, n_C0=3, classes=10):
    layers = [Layer(5, 5, n_C0, 6), Layer(5, 5, 6, 16), Layer(400, 120), Layer(120, 84), Layer(84, classes)]
    answer = {f"W{i + 1}": layer.weights(rng) for i, layer in enumerate(layers)}
    answer.update((f"b{i + 1}", layer.biases()) for i, layer in enumerate(layers))
    return answer
