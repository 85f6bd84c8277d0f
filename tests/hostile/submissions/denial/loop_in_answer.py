"""Answers with an array whose size, when the worker asks for it, takes for ever.

zero_pad: failed or timed_out, 0
limits: short
"""

import numpy as np


class Slow(np.ndarray):
    def __array_finalize__(self, base):
        while type(base) is Slow:
            pass

    @property
    def nbytes(self):
        while True:
            pass


def zero_pad(X, pad):
    return np.zeros((1, 3, 3, 1)).view(Slow)
