"""Wrong: A single channel is dropped from the input's shape: (32, 32) in place of (32, 32, 1) for n_C0 = 1."""


def lenet_summary(n_C0=3, classes=10):
    shape = (32, 32) if n_C0 == 1 else (32, 32, n_C0)
    rows = [("INPUT", shape, 32 * 32 * n_C0, 0)]
    n, n_C = 32, n_C0
    for number, filters in ((1, 6), (2, 16)):
        n = n - 5 + 1
        rows.append((f"CONV{number}", (n, n, filters), n * n * filters, (5 * 5 * n_C + 1) * filters))
        n_C = filters
        n = (n - 2) // 2 + 1
        rows.append((f"POOL{number}", (n, n, n_C), n * n * n_C, 0))
    inputs = n * n * n_C
    for name, units in [("FC3", 120), ("FC4", 84), ("SOFTMAX", classes)]:
        rows.append((name, (units,), units, (inputs + 1) * units))
        inputs = units
    return rows
