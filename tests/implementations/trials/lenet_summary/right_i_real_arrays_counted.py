"""Right: Real (zero) arrays are made, and their shapes and sizes read off."""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    image = np.zeros((32, 32, n_C0))
    rows = [("INPUT", image.shape, image.size, 0)]
    settings = {
        "CONV1": np.zeros((5, 5, n_C0, 6)),
        "POOL1": None,
        "CONV2": np.zeros((5, 5, 6, 16)),
        "POOL2": None,
        "FC3": np.zeros((400, 120)),
        "FC4": np.zeros((120, 84)),
        "SOFTMAX": np.zeros((84, classes)),
    }
    volume = image
    for name, W in settings.items():
        if W is None:
            volume = volume[::2, ::2]
            rows.append((name, volume.shape, volume.size, 0))
        elif W.ndim == 4:
            volume = np.zeros((volume.shape[0] - 4, volume.shape[1] - 4, W.shape[3]))
            rows.append((name, volume.shape, volume.size, W.size + W.shape[3]))
        else:
            volume = volume.ravel() @ W
            rows.append((name, volume.shape, volume.size, W.size + len(volume)))
    return rows
