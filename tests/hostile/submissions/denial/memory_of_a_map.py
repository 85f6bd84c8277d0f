"""Maps memory that is counted to nobody.

zero_pad: raised or forbidden, 0
limits: short
"""

import mmap


def zero_pad(X, pad):
    kept = []
    while True:
        kept.append(mmap.mmap(-1, 2**28))
