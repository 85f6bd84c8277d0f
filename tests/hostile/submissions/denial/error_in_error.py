"""Raises an exception during an exception during an exception, a thousand times.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    error = ValueError("the first")
    for _ in range(100_000):
        outer = ValueError("another")
        outer.__context__ = error
        error = outer
    raise error
