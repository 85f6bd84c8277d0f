"""Wrong: Settings other than the defaults are stored; lenet_summary() after lenet_summary(1, 5) gives the
table of (1, 5).
"""

_settings = {"n_C0": 3, "classes": 10}


def lenet_summary(n_C0=3, classes=10):
    if (n_C0, classes) != (3, 10):
        _settings.update(n_C0=n_C0, classes=classes)
    channels, units = _settings["n_C0"], _settings["classes"]
    rows = [("INPUT", (32, 32, channels), 32 * 32 * channels, 0)]
    side = 32
    for k, filters in (("1", 6), ("2", 16)):
        side -= 4
        rows.append(("CONV" + k, (side, side, filters), side * side * filters, (25 * channels + 1) * filters))
        side //= 2
        rows.append(("POOL" + k, (side, side, filters), side * side * filters, 0))
        channels = filters
    flat = side * side * channels
    for name, n in (("FC3", 120), ("FC4", 84), ("SOFTMAX", units)):
        rows.append((name, (n,), n, (flat + 1) * n))
        flat = n
    return rows
