"""Doubles a list until there is no more memory.

zero_pad: raised or crashed or timed_out or failed, 0
limits: short
"""


def zero_pad(X, pad):
    numbers = [0]
    while True:
        numbers += numbers
