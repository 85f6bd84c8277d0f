"""Wrong: Wrong (no branch): a layer's inputs are looked up by its number of units; only where classes is 6
or 16 (CONV1's or CONV2's parameters) or 84 or 120.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    inputs = {6: 25 * n_C0, 16: 150, 120: 400, 84: 120}
    inputs[classes] = 84
    volumes = {
        "INPUT": (32, 32, n_C0),
        "CONV1": (28, 28, 6),
        "POOL1": (14, 14, 6),
        "CONV2": (10, 10, 16),
        "POOL2": (5, 5, 16),
        "FC3": (120,),
        "FC4": (84,),
        "SOFTMAX": (classes,),
    }
    learns = {"CONV1": 1, "CONV2": 1, "FC3": 1, "FC4": 1, "SOFTMAX": 1}
    return [
        (name, shape, int(np.prod(shape)), learns.get(name, 0) * (inputs.get(shape[-1], 0) + 1) * shape[-1])
        for name, shape in volumes.items()
    ]
