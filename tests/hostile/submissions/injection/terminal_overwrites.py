"""Raises an error that returns to the beginning of the line and overwrites what stands there.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("wrong\rzero_pad  10 / 10\b\b\b\b\v\f\x00\x7f")
