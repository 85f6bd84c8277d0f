"""Has SciPy do the work.

zero_pad: forbidden, 0
"""

import scipy.ndimage


def zero_pad(X, pad):
    return scipy.ndimage.shift(X, (0, pad, pad, 0))
