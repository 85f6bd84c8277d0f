"""Wrong: Wrong: products are computed in int32 and wrap: classes = 30 million give a negative number of
parameters (so does n_C0 = 3 million).
"""

import numpy as np


def _product(*numbers):
    return int(np.array(numbers, dtype=np.int32).prod(dtype=np.int32))


def lenet_summary(n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    shapes = {
        "INPUT": (32, 32, n_C0),
        "CONV1": (28, 28, 6),
        "POOL1": (14, 14, 6),
        "CONV2": (10, 10, 16),
        "POOL2": (5, 5, 16),
        "FC3": (120,),
        "FC4": (84,),
        "SOFTMAX": (classes,),
    }
    inputs = {"CONV1": 25 * n_C0, "CONV2": 150, "FC3": 400, "FC4": 120, "SOFTMAX": 84}
    rows = []
    for name, shape in shapes.items():
        parameters = _product(inputs[name] + 1, shape[-1]) if name in inputs else 0
        rows.append((name, shape, _product(*shape), parameters))
    return rows
