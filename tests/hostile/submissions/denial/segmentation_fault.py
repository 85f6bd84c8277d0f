"""Reads where nothing is.

zero_pad: crashed, 0
"""

import ctypes


def zero_pad(X, pad):
    return ctypes.string_at(0)
