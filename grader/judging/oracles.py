"""The course's functions that answer for parts which a student has not got right, asked their own cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.blame import blaming
from grader.course.trees import copied
from grader.errors import SuiteError

if TYPE_CHECKING:
    from grader.course.cases import Kept
    from grader.course.model import Exercise

__all__ = ["oracle_fault"]


def oracle_fault(exercise: Exercise, kept: Kept, seed: int) -> SuiteError | None:
    """Return what an oracle raises on a case of its own exercise, with the author's line; None if nothing.

    An oracle may refuse what a student asks of it. On its own cases it has nothing to refuse.
    """
    if exercise.oracle is None:
        return None
    try:
        for inputs in exercise.inputs:
            for case in kept.cases(inputs, seed):
                with blaming(f"the oracle of {exercise.name}", exercise.oracle), np.errstate(all="ignore"):
                    exercise.oracle(*copied(list(case.arguments.values())))
    except SuiteError as error:
        return error
    return None
