"""Calls itself without end.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    return zero_pad(X, pad)
