"""Wrong: Sizes and counts are kept in uint16 columns and wrap at 65536; wrong for n_C0 >= 64 (input), n_C0
>= 437 (CONV1), classes >= 772 (SOFTMAX).
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    names = ["INPUT", "CONV1", "POOL1", "CONV2", "POOL2", "FC3", "FC4", "SOFTMAX"]
    shapes = [(32, 32, n_C0), (28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16), (120,), (84,), (classes,)]
    sizes = np.array([np.prod(s) for s in shapes]).astype(np.uint16)
    counts = np.array(
        [0, (25 * n_C0 + 1) * 6, 0, (25 * 6 + 1) * 16, 0, 401 * 120, 121 * 84, 85 * classes]
    ).astype(np.uint16)
    return [(n, s, int(a), int(c)) for n, s, a, c in zip(names, shapes, sizes, counts)]
