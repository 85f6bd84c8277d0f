"""Wrong answers to lenet_summary, each named after its mistake."""


def _rows(n_C0, classes):
    return [
        ["INPUT", (32, 32, n_C0), 1024 * n_C0, 0],
        ["CONV1", (28, 28, 6), 4704, (25 * n_C0 + 1) * 6],
        ["POOL1", (14, 14, 6), 1176, 0],
        ["CONV2", (10, 10, 16), 1600, 2416],
        ["POOL2", (5, 5, 16), 400, 0],
        ["FC3", (120,), 120, 48120],
        ["FC4", (84,), 84, 10164],
        ["SOFTMAX", (classes,), classes, 85 * classes],
    ]


def leaves_out_the_biases(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    for row, biases in zip(rows, (0, 6, 0, 16, 0, 120, 84, classes), strict=True):
        row[3] -= biases
    return rows


def one_bias_a_layer(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    for row, biases in zip(rows, (0, 5, 0, 15, 0, 119, 83, classes - 1), strict=True):
        row[3] -= biases
    return rows


def forgets_the_depth(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[1][3], rows[3][3] = 156, 416
    return rows


def pooling_learns(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[2][3], rows[4][3] = 150, 1040
    return rows


def ignores_the_arguments(n_C0=3, classes=10):
    return _rows(3, 10)


def leaves_out_the_input(n_C0=3, classes=10):
    return _rows(n_C0, classes)[1:]


def same_padding(n_C0=3, classes=10):
    rows = _rows(n_C0, classes)
    rows[1][1:3] = [(32, 32, 6), 6144]
    return rows


def sizes_without_channels(n_C0=3, classes=10):
    return [
        [name, volume, volume[0] * (volume[1] if len(volume) > 1 else 1), n]
        for name, volume, _, n in _rows(n_C0, classes)
    ]


def no_parameters(n_C0=3, classes=10):
    return [[*row[:3], 0] for row in _rows(n_C0, classes)]
