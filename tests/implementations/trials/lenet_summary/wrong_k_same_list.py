"""Wrong: Wrong (kind 3): every call returns one and the same list: a later call with other arguments
changes an earlier result.
"""

rows = []


def _add(name, shape, parameters):
    size = 1
    for n in shape:
        size *= n
    rows.append((name, shape, size, parameters))


def lenet_summary(n_C0=3, classes=10):
    rows.clear()
    _add("INPUT", (32, 32, n_C0), 0)
    _add("CONV1", (28, 28, 6), (5 * 5 * n_C0 + 1) * 6)
    _add("POOL1", (14, 14, 6), 0)
    _add("CONV2", (10, 10, 16), (5 * 5 * 6 + 1) * 16)
    _add("POOL2", (5, 5, 16), 0)
    _add("FC3", (120,), (400 + 1) * 120)
    _add("FC4", (84,), (120 + 1) * 84)
    _add("SOFTMAX", (classes,), (84 + 1) * classes)
    return rows
