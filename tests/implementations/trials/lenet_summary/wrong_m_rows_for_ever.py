"""Wrong: Wrong: the rows that never change are lists that every call hands out again; who writes into one
(rows[2][3] = "none") finds it in the next call's table.
"""

_FIXED = [
    ["POOL1", (14, 14, 6), 1176, 0],
    ["CONV2", (10, 10, 16), 1600, 2416],
    ["POOL2", (5, 5, 16), 400, 0],
    ["FC3", (120,), 120, 48120],
    ["FC4", (84,), 84, 10164],
]


def lenet_summary(n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    first = [
        ["INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0],
        ["CONV1", (28, 28, 6), 28 * 28 * 6, (5 * 5 * n_C0 + 1) * 6],
    ]
    return [*first, *_FIXED, ["SOFTMAX", (classes,), classes, (84 + 1) * classes]]
