"""Wrong: Wrong (kind 3): two classes are given a single output unit: classes = 2."""


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
    # two classes need one output only: p and 1 - p
    layers = lenet_layers(classes if classes > 2 else 1)
    shape, size = (32, 32, n_C0), 32 * 32 * n_C0
    rows = [("INPUT", shape, size, 0)]
    for name, kind, hp in layers:
        if kind == "dense":
            parameters = (size + 1) * hp["units"]
            shape = (hp["units"],)
            size = hp["units"]
        else:
            n = (shape[0] + 2 * hp.get("pad", 0) - hp["f"]) // hp["stride"] + 1
            n_C = hp.get("n_C", shape[2])
            parameters = (hp["f"] ** 2 * shape[2] + 1) * n_C if kind == "conv" else 0
            shape, size = (n, n, n_C), n * n * n_C
        rows.append((name, shape, size, parameters))
    return rows
