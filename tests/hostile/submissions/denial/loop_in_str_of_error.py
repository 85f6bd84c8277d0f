"""Raises an exception whose text never comes to an end.

zero_pad: timed_out, 0
limits: short
"""


class Endless(Exception):
    def __str__(self):
        while True:
            pass


def zero_pad(X, pad):
    raise Endless
