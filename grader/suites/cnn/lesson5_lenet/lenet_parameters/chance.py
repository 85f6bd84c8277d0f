"""Are these numbers normal, independent, and of the right size?

Each test compares a statistic with its value for normal numbers, in units of its standard error. The limits
are so wide that normal numbers fail once in 10^10 times: ``LIMIT`` standard errors on each side.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from grader.course.authoring import Array

LIMIT = 6.5
"""Of a normal statistic; it is beyond this once in 10^10 draws."""

WITHIN = (0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
"""Numbers of standard deviations within which the share of numbers is compared."""

SAME = 1e-12
"""Independent numbers are hardly ever as close as this, in units of their size."""

PAIRS = 3
"""So many pairs of 60,000 normal numbers are never as close: one is expected in a thousand draws."""


def oddity(z: Array) -> str:
    """Return what is odd about numbers that should be normal with mean 0 and deviation 1; "" if nothing is.

    Args:
        z: at least a few hundred numbers, of any shape.
    """
    z = np.asarray(z, dtype=float).reshape(-1)
    n = z.size
    if abs(z.mean()) * math.sqrt(n) > LIMIT:
        return "mean"
    # The variance of n normal numbers has a standard error of sqrt(2 / n).
    if abs(np.mean(z**2) - 1) > LIMIT * math.sqrt(2 / n):
        return "deviation"
    for bound in WITHIN:
        expected = math.erf(bound / math.sqrt(2))
        error = math.sqrt(expected * (1 - expected) / n)
        share = float(np.mean(np.abs(z) < bound))
        # With fewer numbers on one side, a share is not normal, and the limit says nothing.
        if n * min(expected, 1 - expected) > 50 and abs(share - expected) > LIMIT * error:
            return "shape"
    return ""


def peakedness(z: Array) -> float:
    """Return the excess kurtosis of many numbers, in standard errors of that of normal ones: sqrt(24 / n)."""
    z = np.asarray(z, dtype=float).reshape(-1)
    z = z - z.mean()
    return float((np.mean(z**4) / np.mean(z**2) ** 2 - 3) / math.sqrt(24 / z.size))


def repeats(z: Array) -> bool:
    """Say whether numbers occur more than once, whatever their signs."""
    ordered = np.sort(np.abs(np.asarray(z, dtype=float).reshape(-1)))
    return int(np.sum(np.diff(ordered) <= SAME)) >= PAIRS
