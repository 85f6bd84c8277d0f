"""Becomes another program.

zero_pad: failed, 0
"""

import os


def zero_pad(X, pad):
    try:
        os.execv("/bin/sh", ["sh", "-c", "cat @solutions@ >&2; touch @drop@/executed"])
    except OSError:
        return None
