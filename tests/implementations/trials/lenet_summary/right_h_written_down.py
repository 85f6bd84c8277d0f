"""Right: The table is written down with what depends on the arguments left open; rows as lists, sizes by
math.prod.
"""

import math


TABLE = """INPUT 32 32 c : 0
CONV1 28 28 6 : 150 c 6
POOL1 14 14 6 : 0
CONV2 10 10 16 : 2416
POOL2 5 5 16 : 0
FC3 120 : 48120
FC4 84 : 10164
SOFTMAX k : 85 k 0"""


def lenet_summary(n_C0=3, classes=10):
    known = {"c": int(n_C0), "k": int(classes)}
    table = []
    for line in TABLE.splitlines():
        left, right = line.split(":")
        name, *sides = left.split()
        shape = tuple(known[side] if side in known else int(side) for side in sides)
        terms = [known[term] if term in known else int(term) for term in right.split()]
        count = terms[0] if len(terms) == 1 else terms[0] * terms[1] + terms[2]
        table.append([name, shape, math.prod(shape), count])
    return table
