"""Makes ten thousand files and folders.

zero_pad: failed, 0
"""

import os


def zero_pad(X, pad):
    try:
        for number in range(1000):
            os.makedirs(f"{number}/" * 10)
    except OSError:
        return None
    raise RuntimeError("GOT IT: ten thousand folders")
