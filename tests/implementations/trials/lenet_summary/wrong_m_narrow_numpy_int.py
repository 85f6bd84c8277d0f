"""Wrong: Wrong: computes in the type of its arguments; narrow NumPy whole numbers overflow: classes =
np.uint8(10) gives 82 parameters in place of 850, classes = np.int16(1000) a negative number, n_C0 =
np.uint8(3) an OverflowError.
"""


def _layers(classes):
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
    return size


def lenet_summary(n_C0=3, classes=10):
    shape = (32, 32, n_C0)
    rows = [("INPUT", shape, _size(shape), 0)]
    for name, kind, how in _layers(classes):
        if kind == "dense":
            parameters = (_size(shape) + 1) * how["units"]
            shape = (how["units"],)
        else:
            f, stride, pad = how["f"], how["stride"], how.get("pad", 0)
            n_H, n_W = ((n + 2 * pad - f) // stride + 1 for n in shape[:2])
            n_C = how.get("n_C", shape[2])
            parameters = (f * f * shape[2] + 1) * n_C if kind == "conv" else 0
            shape = (n_H, n_W, n_C)
        rows.append((name, shape, _size(shape), parameters))
    return rows
