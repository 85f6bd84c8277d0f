"""The course's functions that answer for parts which a student has not got right, asked their own cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.arguments import unfit
from grader.course.blame import blaming, place_of
from grader.course.trees import copied
from grader.errors import BadAnswer, SuiteError

if TYPE_CHECKING:
    from grader.course.cases import Kept
    from grader.course.model import Exercise

__all__ = ["oracle_fault"]


def oracle_fault(exercise: Exercise, kept: Kept, seed: int) -> SuiteError | None:
    """Return what is wrong with an oracle on the cases of its own exercise; None if nothing is.

    An oracle may refuse what a student asks of it. On its own cases it has nothing to refuse.
    """
    if exercise.oracle is None:
        return None
    try:
        for inputs in (each for each in exercise.inputs if not each.refused):
            for case in kept.cases(inputs, seed):
                with blaming(f"the oracle of {exercise.name}", exercise.oracle), np.errstate(all="ignore"):
                    answer = exercise.oracle(*copied(list(case.arguments.values())))
                exercise.form.conform(answer, "the answer")
                _check_part(answer)
    except SuiteError as error:
        return error
    except BadAnswer as error:
        message = f"the oracle of {exercise.name} gives no usable answer: {error}"
        return SuiteError(message, where=place_of(exercise.oracle))
    return None


def _check_part(answer: object) -> None:
    """Refuse what would not come back from a worker, such as a set in a Cache."""
    if found := unfit(answer, "the answer"):
        raise BadAnswer(found)
