"""Answers with a list of three hundred thousand parts.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return list(range(300_000))
