"""Right: Style: reads the architecture from a text through a generator, NumPy integers, rows as lists."""

import numpy as np

ARCHITECTURE = """
CONV1 conv 5 1 6
POOL1 pool 2 2 -
CONV2 conv 5 1 16
POOL2 pool 2 2 -
FC3 dense 120
FC4 dense 84
SOFTMAX dense {classes}
"""


def rows_of(n_C0, classes):
    shape = (32, 32, n_C0)
    yield ["INPUT", shape, np.prod(shape, dtype=np.int64), np.int64(0)]
    for line in ARCHITECTURE.format(classes=int(classes)).split("\n")[1:-1]:
        name, kind, *numbers = line.split()
        inputs = int(np.prod(shape))
        if kind != "dense":
            f, stride = int(numbers[0]), int(numbers[1])
            inputs = f * f * shape[-1]
            side = len(range(0, shape[0] - f + 1, stride))
            shape = (side, side, shape[-1] if kind == "pool" else int(numbers[2]))
        else:
            shape = (int(numbers[0]),)
        learned = 0 if kind == "pool" else sum([inputs + 1] * shape[-1])
        yield [name, shape, np.prod(shape, dtype=np.int64), np.int64(learned)]


def lenet_summary(n_C0=3, classes=10):
    return list(rows_of(n_C0, classes))
