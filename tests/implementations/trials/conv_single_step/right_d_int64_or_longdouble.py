"""Right: Np.int64 for whole numbers (exact in Python ints; np.float64 where too large), np.longdouble
otherwise.
"""

import numpy as np


def conv_single_step(a_slice_prev, W, b):
    if all(np.issubdtype(x.dtype, np.integer) for x in (a_slice_prev, W, b)):
        total = (a_slice_prev.astype(object) * W.astype(object)).sum() + b.astype(object).item()
        if -(2**63) <= total < 2**63:
            return np.int64(total)
        return np.float64(total)
    wide = np.longdouble
    return (a_slice_prev.astype(wide) * W.astype(wide)).sum() + b.astype(wide)[0, 0, 0]
