"""Right: Recursion with structural pattern matching, rows are lists."""

_LAYERS = (
    ("CONV1", {"filters": 6, "f": 5}),
    ("POOL1", {"f": 2, "stride": 2}),
    ("CONV2", {"filters": 16, "f": 5}),
    ("POOL2", {"f": 2, "stride": 2}),
    ("FC3", {"units": 120}),
    ("FC4", {"units": 84}),
    ("SOFTMAX", {"units": None}),
)


def _size(shape):
    return 1 if not shape else shape[0] * _size(shape[1:])


def _rows(shape, layers, classes):
    if not layers:
        return []
    (name, options), *rest = layers
    match options:
        case {"filters": n_C, "f": f}:
            count = (f * f * shape[2] + 1) * n_C
            shape = (shape[0] - f + 1, shape[1] - f + 1, n_C)
        case {"f": f, "stride": s}:
            count = 0
            shape = (*((n - f) // s + 1 for n in shape[:2]), shape[2])
        case {"units": None}:
            return _rows(shape, [(name, {"units": classes}), *rest], classes)
        case {"units": units}:
            count = (_size(shape) + 1) * units
            shape = (units,)
    return [[name, shape, _size(shape), count], *_rows(shape, rest, classes)]


def lenet_summary(n_C0=3, classes=10):
    start = (32, 32, int(n_C0))
    return [["INPUT", start, _size(start), 0], *_rows(start, _LAYERS, int(classes))]
