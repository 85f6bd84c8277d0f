"""Raises an error with halves of characters, which cannot be written as UTF-8.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("\ud800 \udc00 \udfff")
