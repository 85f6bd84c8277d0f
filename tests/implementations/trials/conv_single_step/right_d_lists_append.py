"""Right: Three loops, float(), append to a list, sum by hand, print; returns a Python float."""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    products = []
    for i in range(a_slice_prev.shape[0]):
        for j in range(a_slice_prev.shape[1]):
            for k in range(a_slice_prev.shape[2]):
                products.append(float(a_slice_prev[i, j, k]) * float(W[i, j, k]))
    z = 0.0
    for p in products:
        z = z + p
    z = z + float(b[0, 0, 0])
    print("z =", z)
    return z
