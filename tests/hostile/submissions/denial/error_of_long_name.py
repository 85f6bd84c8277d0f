"""Raises an error whose class has a name of ten megabytes.

zero_pad: raised or failed, 0
"""


def zero_pad(X, pad):
    raise type("x" * 10**7, (Exception,), {})
