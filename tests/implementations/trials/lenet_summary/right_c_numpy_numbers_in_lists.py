"""Right: Style: rows are lists, all numbers NumPy integers, shapes by recursion, named by a generator."""

import numpy as np

_NET = "CONV1 c6|POOL1 p|CONV2 c16|POOL2 p|FC3 d120|FC4 d84|SOFTMAX d"


def _walk(shape, todo, classes):
    if not todo:
        return
    name, (kind, *digits) = todo[0].split()
    n_out = np.int64("".join(digits) or classes)
    n = np.int64(shape[0])
    if kind == "c":
        new, count = (n - 4, n - 4, n_out), (25 * shape[2] + 1) * n_out
    elif kind == "p":
        new, count = (n // 2, n // 2, shape[2]), np.int64(0)
    else:
        new, count = (n_out,), (np.prod(shape) + 1) * n_out
    yield [name, new, np.prod(new), count]
    yield from _walk(new, todo[1:], classes)


def lenet_summary(n_C0=3, classes=10):
    start = tuple(np.array([32, 32, n_C0]))
    return [["INPUT", start, np.prod(start), np.int64(0)], *_walk(start, _NET.split("|"), classes)]
