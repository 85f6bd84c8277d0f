"""Lifts the limit on recursion and runs through the stack.

zero_pad: crashed or raised, 0
"""

import sys


class Deep:
    def __getattr__(self, name):
        return getattr(self, name)


def zero_pad(X, pad):
    sys.setrecursionlimit(10**9)
    return Deep().end
