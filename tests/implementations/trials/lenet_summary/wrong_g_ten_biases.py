"""Wrong: SOFTMAX is counted with ten biases whatever the classes are; wrong for classes != 10."""


def _conv(f, c_in, c_out):
    return f * f * c_in * c_out + c_out


def lenet_summary(n_C0=3, classes=10):
    return [
        ("INPUT", (32, 32, n_C0), 1024 * n_C0, 0),
        ("CONV1", (28, 28, 6), 4704, _conv(5, n_C0, 6)),
        ("POOL1", (14, 14, 6), 1176, 0),
        ("CONV2", (10, 10, 16), 1600, _conv(5, 6, 16)),
        ("POOL2", (5, 5, 16), 400, 0),
        ("FC3", (120,), 120, 400 * 120 + 120),
        ("FC4", (84,), 84, 120 * 84 + 84),
        ("SOFTMAX", (classes,), classes, 84 * classes + 10),
    ]
