"""Fills a dictionary with numbers of one hash.

zero_pad: timed_out, 0
limits: short
"""


def zero_pad(X, pad):
    return dict.fromkeys(range(1, (2**61 - 1) * 50_000, 2**61 - 1))
