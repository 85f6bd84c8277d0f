"""Looks for a library in all the places where one may be installed.

zero_pad: forbidden, 0
"""

import sys


def zero_pad(X, pad):
    for place in ("/usr/lib/python3/dist-packages", "/usr/local/lib/python3.11/site-packages", sys.prefix):
        sys.path.append(place)
    import pytest

    return pytest
