"""Answers with structured, text, date and extended types.

zero_pad: failed, 0
"""

import numpy as np


def zero_pad(X, pad):
    kinds = ["U9", "S9", "M8[s]", "m8[s]", "longdouble", [("a", "f8"), ("b", "O")], "V0"]
    return tuple(np.zeros(X.shape, kind) for kind in kinds)
