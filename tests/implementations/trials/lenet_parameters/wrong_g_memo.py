"""Wrong: The weights are remembered for each (n_C0, classes); a second call gives the first one's weights
(same objects) whatever rng is.
"""

import numpy as np

_known = {}


def lenet_parameters(rng, n_C0=3, classes=10):
    key = (n_C0, classes)
    if key not in _known:
        result = {}
        shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
        for number, shape in enumerate(shapes, start=1):
            scale = (2 / np.prod(shape[:-1])) ** 0.5
            result[f"W{number}"] = rng.normal(size=shape) * scale
            result[f"b{number}"] = np.zeros((*(1,) * (len(shape) - 1), shape[-1]))
        _known[key] = result
    return dict(_known[key])
