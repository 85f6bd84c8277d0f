"""Ends its process with status 0 when it is called.

zero_pad: crashed, 0
"""

import os


def zero_pad(X, pad):
    os._exit(0)
