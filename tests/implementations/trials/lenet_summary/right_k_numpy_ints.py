"""Right: Right: rows are lists, all numbers are NumPy's int64, sizes and parameters are computed column by
column.
"""

import numpy as np

NAMES = "INPUT CONV1 POOL1 CONV2 POOL2 FC3 FC4 SOFTMAX".split()


def lenet_summary(n_C0=3, classes=10):
    side = np.array([32, 28, 14, 10, 5, 1, 1, 1], dtype=np.int64)
    depth = np.array([n_C0, 6, 6, 16, 16, 120, 84, classes], dtype=np.int64)
    seen = np.array([0, 5, 0, 5, 0, 5, 1, 1], dtype=np.int64)  # FC3 sees all of 5x5
    before = np.concatenate([[0], depth[:-1]])
    sizes = side**2 * depth
    learned = np.where(seen > 0, (seen**2 * before + 1) * depth, 0)
    shapes = [(n, n, c) if i < 5 else (c,) for i, (n, c) in enumerate(zip(side, depth))]
    return [list(row) for row in zip(NAMES, shapes, sizes, learned)]
