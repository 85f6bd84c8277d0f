"""Wrong: A layer that keeps the number of channels is taken for pooling, so for n_C0 = 6 CONV1 has no
parameters.
"""


def lenet_summary(n_C0=3, classes=10):
    shapes = [(28, 28, 6), (14, 14, 6), (10, 10, 16), (5, 5, 16)]
    rows, before = [("INPUT", (32, 32, n_C0), 1024 * n_C0, 0)], n_C0
    for name, shape in zip(("CONV1", "POOL1", "CONV2", "POOL2"), shapes):
        n_C = shape[2]
        rows.append((name, shape, shape[0] * shape[1] * n_C, (25 * before + 1) * n_C * (n_C != before)))
        before = n_C
    before = 400
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append((name, (units,), units, (before + 1) * units))
        before = units
    return rows
