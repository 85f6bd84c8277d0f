"""Right: Right: itertools.accumulate walks over a string that describes the network; every row is made from
the row before it.
"""

import itertools
import math
import re

NETWORK = "CONV1:conv 5 1 6; POOL1:pool 2 2; CONV2:conv 5 1 16; POOL2:pool 2 2; FC3:dense 120; FC4:dense 84"


def _next_row(row, description):
    _, shape, size, _ = row
    name, kind, numbers = re.fullmatch(r"(\w+):(\w+) (.*)", description).groups()
    numbers = [int(number) for number in numbers.split()]
    if kind == "dense":
        after, parameters = (numbers[0],), (size + 1) * numbers[0]
    else:
        f, stride, *filters = numbers
        n_C = filters[0] if filters else shape[2]
        after = tuple(len(range(0, n - f + 1, stride)) for n in shape[:2]) + (n_C,)
        parameters = (f * f * shape[2] + 1) * n_C if filters else 0
    return name, after, math.prod(after), parameters


def lenet_summary(n_C0=3, classes=10):
    shape = (32, 32, int(n_C0))
    layers = [*NETWORK.split("; "), f"SOFTMAX:dense {int(classes)}"]
    return list(itertools.accumulate(layers, _next_row, initial=("INPUT", shape, math.prod(shape), 0)))
