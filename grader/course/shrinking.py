"""Looking by Hypothesis for a smaller case that fails too."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from grader.course.building import built
from grader.course.drawing import no_borrowed_constants, recipes_of
from grader.course.model import Case
from grader.course.trees import size
from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.course.model import Inputs, Recipe

__all__ = ["shrink"]

SHRINKS = 300  # recipes tried at most
SHRINK_SECONDS = 3.0  # after which the kept case is shown


def shrink(
    inputs: Inputs, found: Case, fails: Callable[[Case], bool], clock: Callable[[], float] = time.process_time
) -> Case:
    """Look for a smaller case that fails too.

    Tries at most ``SHRINKS`` recipes. After ``SHRINK_SECONDS``, it returns the case that was found: a slow
    machine may show a larger counterexample than a fast one.

    Args:
        inputs: where the case came from.
        found: a failing case.
        fails: whether the property fails for a case in the same way; anything it raises ends the search.
        clock: the seconds that count: best those of the function, or another one's work would decide.
    """
    from hypothesis import HealthCheck, Phase, find, settings  # noqa: PLC0415 - only after a failure
    from hypothesis.errors import NoSuchExample, Unsatisfiable  # noqa: PLC0415

    best, until = found, clock() + SHRINK_SECONDS
    known: dict[str, bool] = {}

    def smaller(recipe: Recipe) -> bool:
        nonlocal best
        key = json.dumps(recipe, sort_keys=True)
        if key not in known:
            late = clock() > until
            if late or len(known) >= SHRINKS:
                raise _Enough(late)
            case = _built(inputs, found.number, recipe)
            known[key] = case is not None and fails(case)
            if case is not None and known[key] and size(case.arguments) < size(best.arguments):
                best = case
        return known[key]

    options = settings(
        max_examples=SHRINKS,
        phases=(Phase.generate, Phase.shrink),  # Phase.explain costs seconds and its result is not shown
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        with no_borrowed_constants:
            find(recipes_of(inputs, patient=True), smaller, settings=options, random=_random())
    except _Enough as enough:
        return found if enough.late else best
    except (NoSuchExample, Unsatisfiable):
        return found
    return best


def _built(inputs: Inputs, number: int, recipe: Recipe) -> Case | None:
    """Return a case; None if it cannot be built: then it shows nothing, and there are cases that could be."""
    try:
        return Case(number, recipe, built(inputs, recipe))
    except SuiteError:
        return None


class _Enough(BaseException):
    """Leaves Hypothesis at once, as only what is no Exception does."""

    def __init__(self, late: bool) -> None:
        self.late = late


def _random() -> Any:
    import random  # noqa: PLC0415 - beside Hypothesis, which has loaded it

    return random.Random(0)  # noqa: S311 - a search order, not a secret
