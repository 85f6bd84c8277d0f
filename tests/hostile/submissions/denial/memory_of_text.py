"""Asks for a text of a terabyte.

zero_pad: raised, 0
limits: short
"""


def zero_pad(X, pad):
    return "x" * 10**12
