"""Wrong: Wrong: dense layers are named by their number of units; for classes = 84 FC4 is called SOFTMAX,
for classes = 120 FC3 is.
"""

import math


def lenet_summary(n_C0=3, classes=10):
    n_C0, classes = int(n_C0), int(classes)
    shape = (32, 32, n_C0)
    rows = [("INPUT", shape, math.prod(shape), 0)]
    for number, filters in ((1, 6), (2, 16)):
        parameters = (25 * shape[2] + 1) * filters
        shape = (shape[0] - 4, shape[1] - 4, filters)
        rows.append((f"CONV{number}", shape, math.prod(shape), parameters))
        shape = (shape[0] // 2, shape[1] // 2, filters)
        rows.append((f"POOL{number}", shape, math.prod(shape), 0))
    names = {120: "FC3", 84: "FC4", classes: "SOFTMAX"}
    for units in (120, 84, classes):
        parameters = (math.prod(shape) + 1) * units
        shape = (units,)
        rows.append((names[units], shape, units, parameters))
    return rows
