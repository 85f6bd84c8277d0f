"""Right: Python only: exact integers or math.fsum over a generator of products."""

import math

import numpy as np


def _products(a, w):
    if isinstance(a, list):
        for x, y in zip(a, w):
            yield from _products(x, y)
    else:
        yield a * w


def conv_single_step(a_slice_prev, W, b):
    terms = list(_products(a_slice_prev.tolist(), W.tolist()))
    terms.append(b.tolist()[0][0][0])
    if all(isinstance(t, int) for t in terms):
        return float(sum(terms))
    return math.fsum(terms)
