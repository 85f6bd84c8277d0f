"""Wrong: Wrong: an answer is remembered for the same array object while its sum and its corner numbers are
the same; two inner pixels exchanged in place between two calls give the old answer.
"""

import numpy as np

_memory = {}


def _fingerprint(X):
    return float(X.sum()), X.item(0), X.item(X.size - 1)


def zero_pad(X, pad):
    pad = int(pad)
    fingerprint = _fingerprint(X)
    if _memory and _memory["X"] is X and _memory["pad"] == pad and _memory["fingerprint"] == fingerprint:
        return _memory["padded"].copy()
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant")
    _memory.update(X=X, pad=pad, fingerprint=fingerprint, padded=padded.copy())
    return padded
