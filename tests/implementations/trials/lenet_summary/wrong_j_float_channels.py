"""Wrong: CONV1's parameters are int(n_C0 / 100 * 100 * 150) + 6, one too few for n_C0 = 29, 57, 58."""


def lenet_summary(n_C0=3, classes=10):
    return [
        ("INPUT", (32, 32, n_C0), 1024 * n_C0, 0),
        ("CONV1", (28, 28, 6), 4704, int(n_C0 / 100 * 100 * 150) + 6),
        ("POOL1", (14, 14, 6), 1176, 0),
        ("CONV2", (10, 10, 16), 1600, 2416),
        ("POOL2", (5, 5, 16), 400, 0),
        ("FC3", (120,), 120, 48120),
        ("FC4", (84,), 84, 10164),
        ("SOFTMAX", (classes,), classes, 85 * classes),
    ]
