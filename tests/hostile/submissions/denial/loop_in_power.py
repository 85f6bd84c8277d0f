"""Computes a power with more digits than there is time: one step of Python, no signal gets through.

zero_pad: timed_out, 0
limits: short
"""


def zero_pad(X, pad):
    return pow(7, 10**9)
