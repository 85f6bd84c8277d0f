"""Right: NumPy arithmetic: shapes, sizes and counts are np.int64; a layer is a row of a table, sizes by
np.prod.
"""

import numpy as np

NAMES = "CONV1 POOL1 CONV2 POOL2 FC3 FC4 SOFTMAX".split()


def lenet_summary(n_C0=3, classes=10):
    # A dense layer is a convolution as large as its volume: f, stride, units (0: a pooling layer).
    table = np.array(
        [[5, 1, 6], [2, 2, 0], [5, 1, 16], [2, 2, 0], [5, 1, 120], [1, 1, 84], [1, 1, classes]],
        dtype=np.int64,
    )
    volume = np.array([32, 32, n_C0], dtype=np.int64)
    rows = [("INPUT", tuple(volume), volume.prod(), np.int64(0))]
    for name, (f, stride, units) in zip(NAMES, table):
        learned = (f * f * volume[2] + 1) * units
        volume = np.append((volume[:2] - f) // stride + 1, units or volume[2])
        flat = not (name.startswith("CONV") or name.startswith("POOL"))
        rows.append((name, tuple(volume[2:] if flat else volume), np.prod(volume), learned))
    return rows
