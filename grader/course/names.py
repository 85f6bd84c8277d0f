"""Names that a course must not use twice, and those that must lead somewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from grader.course.model import Inputs, Suite

__all__ = ["check_inputs", "check_names"]


def check_names(suite: Suite) -> None:
    """Look at the names of lessons and exercises.

    Raises:
        SuiteError: a name stands for two of them, or an exercise needs one that is not there.
    """
    exercises = suite.exercises
    names = [exercise.name for exercise in exercises]
    for name, count in Counter([*names, *(lesson.name for lesson in suite.lessons)]).items():
        if count > 1:
            places = [each.where for each in exercises if each.name == name]
            raise SuiteError(
                f"the name {name} is used for {count} lessons or exercises.",
                where=" and ".join(dict.fromkeys(places)) or suite.name,
                remedy="Give each a name of its own, and list each once.",
            )
    for exercise in exercises:
        for needed in exercise.needs:
            if needed not in names:
                raise SuiteError(
                    f"{exercise.name} needs {needed}, which is not an exercise.",
                    where=exercise.where,
                    remedy=f"It can need: {', '.join(names)}.",
                )


def check_inputs(suite: Suite) -> None:
    """Look at where cases come from: they are kept by the name of their strategy.

    Raises:
        SuiteError: a name stands for two strategies, or an exercise has no case of its own that counts.
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
