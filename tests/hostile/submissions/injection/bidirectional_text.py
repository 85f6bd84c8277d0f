"""Raises an error whose text is read from right to left, so that 0 / 10 looks like another number.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("\u202e01 / 01\u202c \u2066x\u2069 \u200f")
