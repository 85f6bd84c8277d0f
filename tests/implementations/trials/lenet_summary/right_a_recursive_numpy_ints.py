"""Right: Recursion over a coded string of layers, rows as lists, numbers as NumPy integers."""

import numpy as np


def _walk(code, shape):
    if not code:
        return []
    (name, kind, n), *rest = code
    if kind == "conv":
        count, new = (25 * shape[2] + 1) * n, (shape[0] - 4, shape[1] - 4, n)
    elif kind == "pool":
        count, new = 0, (shape[0] // n, shape[1] // n, shape[2])
    else:
        count, new = (int(np.prod(shape)) + 1) * n, (n,)
    return [[name, new, np.prod(new, dtype=np.int64), np.int64(count)], *_walk(rest, new)]


def lenet_summary(n_C0=3, classes=10):
    code = "CONV1 conv 6|POOL1 pool 2|CONV2 conv 16|POOL2 pool 2|FC3 dense 120|FC4 dense 84"
    code = [(a, k, int(n)) for a, k, n in (part.split() for part in code.split("|"))]
    code.append(("SOFTMAX", "dense", classes))
    image = (32, 32, n_C0)
    return [["INPUT", image, np.prod(image, dtype=np.int64), 0], *_walk(code, image)]
