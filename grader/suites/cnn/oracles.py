"""What the exercises compute, said as plainly as can be, and once more fast for the checks.

The functions named after an exercise are the public oracles: loops over one number at a time, straight
from the definition. ``correlate``, ``pool`` and ``gradients`` say the same with whole arrays; tests hold the
two together. No student code is called here, and nothing here is what a student is shown to write.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from grader.authoring import Array

Hyper = dict[str, int]


def output_size(n: int, f: int, stride: int, pad: int = 0) -> int:
    """Return how many windows of f pixels fit side by side: floor((n + 2 pad - f) / stride) + 1."""
    return (n + 2 * pad - f) // stride + 1


def zero_pad(X: Array, pad: int) -> Array:
    """Return X (m, n_H, n_W, n_C) with pad zeros above, below, left and right of every image."""
    m, n_H, n_W, n_C = X.shape
    padded = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    padded[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return padded


def conv_single_step(a_slice_prev: Array, W: Array, b: Array) -> float:
    """Return the sum of a_slice_prev * W, both (f, f, n_C_prev), plus the bias b (1, 1, 1)."""
    total = float(b.reshape(-1)[0])
    for row, column, channel in product(*map(range, W.shape)):
        total += float(a_slice_prev[row, column, channel]) * float(W[row, column, channel])
    return total
