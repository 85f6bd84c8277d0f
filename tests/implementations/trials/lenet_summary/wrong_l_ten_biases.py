"""Wrong: The last layer's biases are counted as 10, whatever the number of classes: 84 * classes + 10."""


def lenet_summary(n_C0=3, classes=10):
    return [
        ("INPUT", (32, 32, n_C0), 32 * 32 * n_C0, 0),
        ("CONV1", (28, 28, 6), 28 * 28 * 6, 5 * 5 * n_C0 * 6 + 6),
        ("POOL1", (14, 14, 6), 14 * 14 * 6, 0),
        ("CONV2", (10, 10, 16), 10 * 10 * 16, 5 * 5 * 6 * 16 + 16),
        ("POOL2", (5, 5, 16), 5 * 5 * 16, 0),
        ("FC3", (120,), 120, 400 * 120 + 120),
        ("FC4", (84,), 84, 120 * 84 + 84),
        ("SOFTMAX", (classes,), classes, 84 * classes + 10),
    ]
