"""Right: Right: pure Python; whole numbers in exact big integers, all else with an exactly rounded sum."""

import math


def conv_single_step(a_slice_prev, W, b):
    (bias,) = b.reshape(-1).tolist()
    terms = [bias]
    for plane, weights in zip(a_slice_prev.tolist(), W.tolist()):
        for row, row_weights in zip(plane, weights):
            terms.extend(x * w for x, w in zip(row, row_weights))
    if all(isinstance(term, int) for term in terms):
        return float(sum(terms))
    return math.fsum(terms)
