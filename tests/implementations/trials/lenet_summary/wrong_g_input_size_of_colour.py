"""Wrong: The activation size of the input is 3072 whatever n_C0 is (all other numbers are right); wrong for
n_C0 != 3.
"""

import numpy as np


def lenet_summary(n_C0=3, classes=10):
    table = [["INPUT", (32, 32, n_C0), 3072, 0]]
    n, c = 32, n_C0
    for i, filters in ((1, 6), (2, 16)):
        n -= 4
        table.append([f"CONV{i}", (n, n, filters), n * n * filters, (25 * c + 1) * filters])
        c = filters
        n //= 2
        table.append([f"POOL{i}", (n, n, c), n * n * c, 0])
    units = n * n * c
    for name, out in zip(("FC3", "FC4", "SOFTMAX"), (120, 84, classes)):
        table.append([name, (out,), out, units * out + out])
        units = out
    return table
