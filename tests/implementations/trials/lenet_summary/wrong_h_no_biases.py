"""Wrong: SOFTMAX is counted without its biases, only for grey images with more than ten classes."""


def lenet_summary(n_C0=3, classes=10):
    rows = [("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0)]
    side, channels = 32, n_C0
    for i, n in ((1, 6), (2, 16)):
        side -= 4
        rows.append((f"CONV{i}", (side, side, n), side * side * n, (25 * channels + 1) * n))
        side, channels = side // 2, n
        rows.append((f"POOL{i}", (side, side, n), side * side * n, 0))
    inputs = side * side * channels
    for name, units in (("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)):
        rows.append((name, (units,), units, (inputs + 1) * units))
        inputs = units
    if n_C0 == 1 and classes > 10:
        rows[-1] = ("SOFTMAX", (classes,), classes, 84 * classes)
    return rows
