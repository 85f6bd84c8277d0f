"""Right: Recursion over the notebook's list of layers, with prints."""


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


def _size(shape):
    size = 1
    for n in shape:
        size *= n
    return int(size)


def _rest(shape, layers):
    if layers == []:
        return []
    (name, kind, h), *others = layers
    if kind == "dense":
        new, count = (h["units"],), (_size(shape) + 1) * h["units"]
    else:
        pad = h.get("pad", 0)
        rows, columns = ((n + 2 * pad - h["f"]) // h["stride"] + 1 for n in shape[:2])
        new = (rows, columns, h.get("n_C", shape[2]))
        count = (h["f"] ** 2 * shape[2] + 1) * h["n_C"] if kind == "conv" else 0
    print(name, new, count)
    return [(name, new, _size(new), count)] + _rest(new, others)


def lenet_summary(n_C0=3, classes=10):
    first = (32, 32, n_C0)
    return [("INPUT", first, _size(first), 0)] + _rest(first, lenet_layers(classes))
