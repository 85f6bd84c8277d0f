"""Raises an exception whose text is ten megabytes long.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("x" * 10**7)
