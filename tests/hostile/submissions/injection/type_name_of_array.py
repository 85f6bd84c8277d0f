"""Answers with an array whose fields are named so.

zero_pad: failed, 0
"""

import numpy as np


def zero_pad(X, pad):
    return np.zeros(3, [("\n::error::\x1b[32m[bold]", "f8"), ("\u202e=1+1", "f8")])
