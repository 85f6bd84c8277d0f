"""Wrong: Parameters are kept by the shape of the activation, so with 84 or 120 classes FC4's or FC3's row
shows SOFTMAX's parameters.
"""


def lenet_summary(n_C0=3, classes=10):
    layers = [
        ("INPUT", (32, 32, n_C0)),
        ("CONV1", (28, 28, 6)),
        ("POOL1", (14, 14, 6)),
        ("CONV2", (10, 10, 16)),
        ("POOL2", (5, 5, 16)),
        ("FC3", (120,)),
        ("FC4", (84,)),
        ("SOFTMAX", (classes,)),
    ]
    learnt = {
        (32, 32, n_C0): 0,
        (28, 28, 6): (25 * n_C0 + 1) * 6,
        (14, 14, 6): 0,
        (10, 10, 16): 2416,
        (5, 5, 16): 0,
        (120,): 48120,
        (84,): 10164,
        (classes,): 85 * classes,
    }
    rows = []
    for name, shape in layers:
        size = 1
        for n in shape:
            size *= n
        rows.append((name, shape, size, learnt[shape]))
    return rows
