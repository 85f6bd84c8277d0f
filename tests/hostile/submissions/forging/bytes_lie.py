"""An array whose ``tobytes`` writes other numbers, of another length, than it holds.

zero_pad: failed, 0
"""

import numpy as np


class Liar(np.ndarray):
    def tobytes(self, order="C"):
        return b"\x7f" * 10**6


def zero_pad(X, pad):
    return np.zeros((len(X), X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3])).view(Liar)
