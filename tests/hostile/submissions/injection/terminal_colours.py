"""Raises an error whose text clears the screen and colours what follows.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("\x1b[2J\x1b[H\x1b[32mall passed\x1b[0m\x9b31m")
