"""What the known wrong formulas of an exercise compute, and whether its definition finds that wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.blame import blaming
from grader.course.fitting import given
from grader.course.trees import copied, fresh
from grader.errors import BadAnswer, CallError, Mismatch, Raised

if TYPE_CHECKING:
    from grader.course.model import Arguments, Judged, Mistake

__all__ = ["breaks", "is_wrong", "value"]

_REMEDY = "Without a value, it raises ArithmeticError, IndexError or ValueError. Correct anything else."


def value(mistake: Mistake, *args: Any, **kwargs: Any) -> Any:
    """Return what a wrong formula computes.

    Raises:
        Raised: it has no value for these arguments, as its ArithmeticError, IndexError or ValueError says.
        SuiteError: it raises anything else.
    """
    no_value = (ArithmeticError, IndexError, ValueError)
    try:
        doing = f"the mistake {mistake.name}"
        with np.errstate(all="ignore"), blaming(doing, mistake.formula, _REMEDY, passing=no_value):
            return mistake.formula(*copied(args), **copied(kwargs))  # it may work in place
    except no_value as error:
        raise Raised(type(error).__name__, kinds=(type(error).__name__,)) from error


def is_wrong(judged: Judged, mistake: Mistake, arguments: Arguments) -> bool:
    """Say whether the definition of an exercise finds the answer of a wrong formula wrong.

    Raises:
        SuiteError: the formula or the definition fails.
    """
    try:
        return breaks(judged, value(mistake, *arguments.values()), arguments)
    except CallError:
        return True


def breaks(judged: Judged, answer: Any, arguments: Arguments) -> bool:
    """Say whether the definition of an exercise finds an answer wrong, or it has another form.

    Raises:
        SuiteError: the definition fails.
    """
    try:
        formed = judged.form.conform(answer, "")
        with np.errstate(all="ignore"), blaming("the definition", judged.check, passing=(Mismatch,)):
            judged.check(formed, **fresh(given(judged.check, arguments)))
    except (BadAnswer, Mismatch):
        return True
    return False
