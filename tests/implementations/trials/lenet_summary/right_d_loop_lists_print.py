"""Right: A loop over the list of layers with if / elif, rows as lists, int(), prints the table."""

import numpy as np


def lenet_layers(classes=10):
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
    rows = []
    shape = (32, 32, n_C0)
    rows.append(["INPUT", shape, 32 * 32 * n_C0, 0])
    for layer in lenet_layers(classes):
        name = layer[0]
        kind = layer[1]
        h = layer[2]
        if kind == "conv":
            parameters = (h["f"] * h["f"] * shape[2] + 1) * h["n_C"]
            n_H = int((shape[0] + 2 * h["pad"] - h["f"]) / h["stride"]) + 1
            n_W = int((shape[1] + 2 * h["pad"] - h["f"]) / h["stride"]) + 1
            shape = (n_H, n_W, h["n_C"])
            size = n_H * n_W * h["n_C"]
        elif kind == "pool":
            parameters = 0
            n_H = int((shape[0] - h["f"]) / h["stride"]) + 1
            n_W = int((shape[1] - h["f"]) / h["stride"]) + 1
            shape = (n_H, n_W, shape[2])
            size = n_H * n_W * shape[2]
        elif kind == "dense":
            inputs = 1
            for n in shape:
                inputs = inputs * n
            parameters = (inputs + 1) * h["units"]
            shape = (h["units"],)
            size = h["units"]
        rows.append([name, shape, size, parameters])
    for row in rows:
        print(row)
    return rows
