"""Right: As_strided windows and tensordot; an int64 result for int64 inputs where it is exact, float64
else.
"""

import numpy as np


def _largest(array):
    return max(int(array.max()), -int(array.min()))


def _windows(padded, *, f, stride):
    m, height, width, channels = padded.shape
    down = (height - f) // stride + 1
    across = (width - f) // stride + 1
    a, y, x, c = padded.strides
    return np.lib.stride_tricks.as_strided(
        padded,
        shape=(m, down, across, f, f, channels),
        strides=(a, y * stride, x * stride, y, x, c),
        writeable=False,
    )


def conv_forward(A_prev, W, b, hparameters):
    s, p = int(hparameters["stride"]), int(hparameters["pad"])
    assert A_prev.ndim == W.ndim == b.ndim == 4
    assert W.shape[0] == W.shape[1] and A_prev.shape[3] == W.shape[2]
    kind = np.float64
    if {A_prev.dtype.kind, W.dtype.kind, b.dtype.kind} == {"i"}:
        bound = _largest(A_prev) * _largest(W) * W[..., 0].size + _largest(b)
        kind = np.int64 if bound < 2**63 else np.float64
    padded = np.pad(A_prev.astype(kind), ((0, 0), (p, p), (p, p), (0, 0)))
    windows = _windows(padded, f=W.shape[0], stride=s)
    Z = np.tensordot(windows, W.astype(kind), axes=3) + b.astype(kind)
    return Z, (A_prev, W, b, hparameters)
