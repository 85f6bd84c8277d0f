"""Aborts, as C programs do when they find themselves broken.

zero_pad: crashed, 0
"""

import os


def zero_pad(X, pad):
    os.abort()
