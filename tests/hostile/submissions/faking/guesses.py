"""Guesses: numbers at random, of the right shape.

zero_pad: failed, at most 1
"""

import numpy as np


def zero_pad(X, pad):
    shape = (len(X), X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3])
    return np.random.default_rng().normal(size=shape)
