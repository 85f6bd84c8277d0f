"""Wrong: Remembered by functools.lru_cache: every call returns the same list, so what a caller appends or
sorts shows up in the next answer.
"""

import numpy as np
from functools import lru_cache


def _layers(classes):
    return [
        ("CONV1", "conv", {"f": 5, "stride": 1, "pad": 0, "n_C": 6}),
        ("POOL1", "pool", {"f": 2, "stride": 2}),
        ("CONV2", "conv", {"f": 5, "stride": 1, "pad": 0, "n_C": 16}),
        ("POOL2", "pool", {"f": 2, "stride": 2}),
        ("FC3", "dense", {"units": 120}),
        ("FC4", "dense", {"units": 84}),
        ("SOFTMAX", "dense", {"units": classes}),
    ]


@lru_cache
def lenet_summary(n_C0=3, classes=10):
    shape = (32, 32, n_C0)
    rows = [("INPUT", shape, 32 * 32 * n_C0, 0)]
    for name, kind, h in _layers(classes):
        count = 0
        if kind == "dense":
            n_in = 1
            for n in shape:
                n_in *= n
            count = (n_in + 1) * h["units"]
            shape = (h["units"],)
        else:
            n = (shape[0] + 2 * h.get("pad", 0) - h["f"]) // h["stride"] + 1
            if kind == "conv":
                count = (h["f"] ** 2 * shape[2] + 1) * h["n_C"]
            shape = (n, n, h.get("n_C", shape[2]))
        size = 1
        for n in shape:
            size *= n
        rows.append((name, shape, size, count))
    return rows
