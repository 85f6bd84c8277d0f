"""Brings a .pth file, of which Python executes the lines that begin with import, and one hidden in a lesson.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return None


# file: evil.pth
import os; open("@drop@/path file", "w")
