"""Raises SystemExit(0) while it is loaded.

zero_pad: raised, 0
"""

import sys


def zero_pad(X, pad, _now=sys.exit(0)):
    return None
