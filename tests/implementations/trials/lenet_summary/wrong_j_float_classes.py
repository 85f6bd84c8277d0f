"""Wrong: The last layer's parameters are int(classes / 84 * 7140), one too few for 43, 86 or 91 classes."""


def lenet_summary(n_C0=3, classes=10):
    return [
        ("INPUT", (32, 32, n_C0), 1024 * n_C0, 0),
        ("CONV1", (28, 28, 6), 4704, (25 * n_C0 + 1) * 6),
        ("POOL1", (14, 14, 6), 1176, 0),
        ("CONV2", (10, 10, 16), 1600, 2416),
        ("POOL2", (5, 5, 16), 400, 0),
        ("FC3", (120,), 120, 48120),
        ("FC4", (84,), 84, 10164),
        ("SOFTMAX", (classes,), classes, int(classes / 84 * 7140)),
    ]
