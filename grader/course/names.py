"""Names that a course must not use twice, and names that must exist."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grader.course.model import Exercise, Inputs, Suite

__all__ = ["check_inputs", "check_names"]


def check_names(suite: Suite) -> None:
    """Look at the names of lessons and exercises.

    Raises:
        SuiteError: two of them have one name, or an exercise needs one that does not exist, or itself.
    """
    exercises = suite.exercises
    names = [exercise.name for exercise in exercises]
    for name, count in Counter([*names, *(lesson.name for lesson in suite.lessons)]).items():
        if count > 1:
            places = dict.fromkeys(each.where for each in exercises if each.name == name)
            twice = len(places) == 1 and names.count(name) == count
            found = f"{name} is listed {count} times." if twice else f"{count} things are called {name}."
            remedy = "List it once." if twice else "Give each lesson and exercise a name of its own."
            raise SuiteError(found, where=" and ".join(places) or suite.name, remedy=remedy)
    by_name = {exercise.name: exercise for exercise in exercises}
    for exercise in exercises:
        _check_needs(exercise, by_name)


def _check_needs(exercise: Exercise, by_name: Mapping[str, Exercise]) -> None:
    """Follow what an exercise needs to the end; it must not come back to the exercise."""
    pending: list[tuple[Exercise, tuple[str, ...]]] = [(exercise, (exercise.name,))]
    seen: set[str] = set()
    while pending:
        each, path = pending.pop()
        for needed in each.needs:
            if needed not in by_name:
                found, remedy = f"{each.name} needs {needed}, which is not an exercise.", ", ".join(by_name)
                raise SuiteError(found, where=each.where, remedy=f"It can need: {remedy}.")
            if needed == exercise.name:
                circle = " needs ".join((*path, needed))
                raise SuiteError(f"{circle}.", where=each.where, remedy="Remove one of these needs.")
            if needed not in seen:
                seen.add(needed)
                pending.append((by_name[needed], (*path, needed)))


def check_inputs(suite: Suite) -> None:
    """Look at where cases come from: they are kept by the name of their strategy.

    Raises:
        SuiteError: two strategies have one name, or an exercise has no case of its own that counts.
    """
    seen: dict[str, Inputs] = {}
    for exercise in suite.exercises:
        for prop in exercise.properties:
            if seen.setdefault(prop.inputs.key, prop.inputs) != prop.inputs:
                raise SuiteError(
                    f"two different Inputs draw with {prop.inputs.key}.",
                    where=prop.where,
                    remedy="Give each a draw function of its own.",
                )
        own = [prop for prop in exercise.properties if not prop.contract]
        if own and all(prop.inputs.instead for prop in own):
            raise SuiteError(
                f"every property of {exercise.name} has cases with ``instead``.",
                where=exercise.where,
                remedy="Give one property cases without ``instead``.",
            )
