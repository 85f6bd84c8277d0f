"""Wrong: Parameters of convolutions are looked up by (f, channels before) only: for n_C0 = 6 CONV2 gets the
number of CONV1.
"""

import math


def lenet_summary(n_C0=3, classes=10):
    counted = {}

    def conv_weights(f, before, filters):
        return counted.setdefault((f, before), (f * f * before + 1) * filters)

    shape = (32, 32, n_C0)
    rows = [("INPUT", shape, math.prod(shape), 0)]
    for layer, filters in ((1, 6), (2, 16)):
        n = shape[0] - 4
        weights = conv_weights(5, shape[2], filters)
        shape = (n, n, filters)
        rows.append((f"CONV{layer}", shape, math.prod(shape), weights))
        shape = (n // 2, n // 2, filters)
        rows.append((f"POOL{layer}", shape, math.prod(shape), 0))
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        weights = (math.prod(shape) + 1) * units
        shape = (units,)
        rows.append((name, shape, units, weights))
    return rows
