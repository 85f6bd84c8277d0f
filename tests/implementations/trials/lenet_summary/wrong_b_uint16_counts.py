"""Wrong: Sizes and counts are uint16 (the largest default, 48120, fits), which wraps for n_C0 >= 64 or
classes >= 772.
"""

import numpy as np


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


def lenet_summary(n_C0=3, classes=10):
    shapes = [(32, 32, n_C0)]
    counts = [0]
    for _, kind, h in _layers(classes):
        last = shapes[-1]
        if kind == "dense":
            counts.append((int(np.prod(last)) + 1) * h["units"])
            shapes.append((h["units"],))
            continue
        n = (last[0] + 2 * h.get("pad", 0) - h["f"]) // h["stride"] + 1
        counts.append((h["f"] ** 2 * last[2] + 1) * h["n_C"] if kind == "conv" else 0)
        shapes.append((n, n, h.get("n_C", last[2])))
    sizes = np.array([int(np.prod(shape)) for shape in shapes]).astype(np.uint16)
    counts = np.array(counts).astype(np.uint16)
    names = ["INPUT"] + [name for name, _, _ in _layers(classes)]
    return [(a, s, int(n), int(k)) for a, s, n, k in zip(names, shapes, sizes, counts)]
