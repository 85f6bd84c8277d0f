"""Wrong: State between calls: every cache holds one and the same settings dictionary, so a later call with
another stride or pad changes the hparameters in an earlier call's cache.
"""

import numpy as np

_settings = {}


def conv_forward(A_prev, W, b, hparameters):
    _settings.update(hparameters)
    s, p, f = int(_settings["stride"]), int(_settings["pad"]), W.shape[0]
    A_pad = np.pad(A_prev.astype(np.float64), ((0, 0), (p, p), (p, p), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(A_pad, (f, f), axis=(1, 2))[:, ::s, ::s]
    Z = np.einsum("mhwkij,ijkc->mhwc", windows, W.astype(np.float64)) + b
    return Z, (A_prev, W, b, _settings)
