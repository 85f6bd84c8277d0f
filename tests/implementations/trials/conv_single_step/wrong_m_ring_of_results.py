"""Wrong: Wrong: the answer is a 0-d array out of a ring of eight; the eighth call after it writes into the
same array, so an earlier result changes.
"""

import itertools

import numpy as np

_slots = itertools.cycle([np.zeros(()) for _ in range(8)])


def conv_single_step(a_slice_prev, W, b):
    slot = next(_slots)
    products = np.multiply(a_slice_prev, W, dtype=np.float64)
    np.sum(products, out=slot)
    np.add(slot, b.reshape(()), out=slot)
    return slot
