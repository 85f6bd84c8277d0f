"""Wrong: The same array object with the same sum gets the last answer again, although its numbers may have
changed places since.
"""

import numpy as np

_last = []


def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    if mode not in {"max", "average"}:
        raise ValueError(mode)
    call = (f, s, mode, A_prev.sum())
    if _last and _last[0] is A_prev and _last[1] == call:
        return _last[2].copy(), (A_prev, hparameters)
    windows = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    A = windows.max(axis=(4, 5)) if mode == "max" else windows.mean(axis=(4, 5))
    _last[:] = A_prev, call, A.copy()
    return A, (A_prev, hparameters)
