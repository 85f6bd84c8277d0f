"""Wrong: Wrong (kind 2): a layer that keeps the number of channels is taken for pooling, so n_C0 = 6 leaves
CONV1 without parameters.
"""

import math

SIDES = [("CONV1", 28, 6, 5), ("POOL1", 14, 6, 2), ("CONV2", 10, 16, 5), ("POOL2", 5, 16, 2)]


def lenet_summary(n_C0=3, classes=10):
    shape = (32, 32, n_C0)
    table = [("INPUT", shape, math.prod(shape), 0)]
    for name, side, channels, f in SIDES:
        # pooling keeps the channels and learns nothing
        learned = 0 if channels == shape[2] else (f * f * shape[2] + 1) * channels
        shape = (side, side, channels)
        table.append((name, shape, math.prod(shape), learned))
    n_in = math.prod(shape)
    for name, n_out in [("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)]:
        table.append((name, (n_out,), n_out, (n_in + 1) * n_out))
        n_in = n_out
    return table
