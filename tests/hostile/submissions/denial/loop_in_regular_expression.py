"""Backtracks in a regular expression.

zero_pad: timed_out, 0
limits: short
"""

import re


def zero_pad(X, pad):
    return re.match(r"(a|aa)+$", "a" * 60 + "b")
