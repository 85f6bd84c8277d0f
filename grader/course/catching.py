"""Cases that catch mistakes wherever they are made: each mistake, in each pair of levels of the factors.

A mistake that somebody makes only where there are many rows and negative numbers shows only in a case that
has both and in which it makes a difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.mistakes import is_wrong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.model import Arguments, Judged

__all__ = ["catching", "caught"]

Array = np.ndarray[Any, Any]


def caught(judged: Judged, cases: Sequence[Arguments]) -> Array:
    """Return for each mistake (axis 0) and case (axis 1) whether the case catches it.

    Raises:
        SuiteError: a formula or the definition fails.
    """
    return np.array([[is_wrong(judged, mistake, case) for case in cases] for mistake in judged.mistakes])


def catching(wrong: Array, pairs: Array, cost: Array, chosen: Sequence[int]) -> list[int]:
    """Add cases until each mistake is caught in each pair of levels in which a case is known to catch it.

    Args:
        wrong: for each mistake (axis 0) and each case (axis 1), whether the case catches it.
        pairs: for each case (axis 0), the numbers of its pairs of levels.
        cost: of each case.
        chosen: the cases that are there.
    """
    missing = np.zeros((len(wrong), pairs.max(initial=0) + 1), dtype=bool)
    for mistake, catches in enumerate(wrong):
        missing[mistake, pairs[catches]] = True
    for case in chosen:
        missing[np.ix_(wrong[:, case], pairs[case])] = False
    chosen = [*chosen]
    while missing.any():
        gain = sum(catches * missing[mistake][pairs].sum(axis=1) for mistake, catches in enumerate(wrong))
        best = int(np.argmax(gain / cost))
        chosen.append(best)
        missing[np.ix_(wrong[:, best], pairs[best])] = False
    return chosen
