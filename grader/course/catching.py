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

__all__ = ["catching", "caught", "likelihood"]

ROUNDS = 3  # of looking for a case in each pair of levels in which a mistake was never found wrong

Array = np.ndarray[Any, Any]


def caught(judged: Judged, cases: Sequence[Arguments], levels: Array, pairs: Array, first: int) -> Array:
    """Return for each mistake (axis 0) and case (axis 1) whether the case is known to catch it.

    All mistakes are tried in the ``first`` cases. These show at which levels a mistake is often wrong. With
    that, the others are searched for cases in pairs of levels in which a mistake was never found wrong.

    Args:
        judged: the mistakes.
        cases: the arguments of each case.
        levels: for each case (axis 0) and factor (axis 1), the number of its level.
        pairs: for each case (axis 0), the numbers of its pairs of levels.
        first: how many cases are tried in any event.

    Raises:
        SuiteError: a formula or the definition fails.
    """
    wrong = np.zeros((len(judged.mistakes), len(cases)), dtype=bool)
    for mine, mistake in zip(wrong, judged.mistakes, strict=True):
        tried = np.arange(len(cases)) < first
        mine[:first] = [is_wrong(judged, mistake, case) for case in cases[:first]]
        for _ in range(ROUNDS):
            likely = np.where(tried, -np.inf, likelihood(levels, mine, tried))
            chosen = _promising(pairs, likely, pairs[mine])
            mine[chosen] = [is_wrong(judged, mistake, cases[case]) for case in chosen]
            tried[chosen] = True
    return wrong


def likelihood(levels: Array, wrong: Array, tried: Array) -> Array:
    """Return how likely each case catches a mistake, as naive Bayes sees it: a log, up to what all share."""
    score = np.zeros(len(levels))
    for factor in levels.T:
        count = np.bincount(factor[tried], minlength=factor.max() + 1)
        hits = np.bincount(factor[wrong], minlength=factor.max() + 1)
        score += np.log((hits + 0.5) / (count + 1))[factor]
    return score


def _promising(pairs: Array, likely: Array, known: Array) -> list[int]:
    """Return the likeliest case for each pair of levels in which no case is known to catch a mistake."""
    is_open = np.zeros(pairs.max(initial=0) + 1, dtype=bool)
    is_open[pairs] = True
    is_open[known] = False
    found = []
    for case in np.argsort(-likely, kind="stable"):
        if not np.isfinite(likely[case]) or not is_open.any():
            break
        if is_open[pairs[case]].any():
            found.append(int(case))
            is_open[pairs[case]] = False
    return found


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
