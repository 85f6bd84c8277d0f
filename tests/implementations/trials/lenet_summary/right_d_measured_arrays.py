"""Right: Measured, not computed: dummy arrays are sliced as the layers do it, parameters are counted from
arrays' sizes.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    shapes = {
        "CONV1": [(5, 5, n_C0, 6), (1, 1, 1, 6)],
        "CONV2": [(5, 5, 6, 16), (1, 1, 1, 16)],
        "FC3": [(400, 120), (1, 120)],
        "FC4": [(120, 84), (1, 84)],
        "SOFTMAX": [(84, classes), (1, classes)],
    }
    learned = {name: sum(np.empty(shape).size for shape in pair) for name, pair in shapes.items()}
    volume = np.ones((32, 32, n_C0))
    rows = [("INPUT", volume.shape, volume.size, 0)]
    for name in ["CONV1", "POOL1", "CONV2", "POOL2", "FC3", "FC4", "SOFTMAX"]:
        if name[:4] == "CONV":
            places = np.lib.stride_tricks.sliding_window_view(volume, (5, 5), axis=(0, 1)).shape[:2]
            volume = np.ones(places + shapes[name][0][-1:])
        elif name[:4] == "POOL":
            volume = volume[1::2, 1::2]
        else:
            volume = (volume.reshape(1, -1) @ np.ones(shapes[name][0]))[0]
        rows.append((name, volume.shape, volume.size, learned.get(name, 0)))
    return rows
