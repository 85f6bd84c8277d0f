"""Second tries: one mistake is not punished twice, and an old idiom is no mistake.

Which try follows from how the last one came out, and what is said of it. An exercise that did not pass is
judged again

- with the old idioms of NumPy made to work (``worker.idioms``), if one of them is what failed;
- with the parts that it needs, and that did not pass either, answered by the course (``run.parts``).

The try that earns most counts, the earlier one of equals. Who passes at once never gets here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from grader.model import Exercise, ExerciseGrade, Verdict

__all__ = ["Try", "best", "next_try", "notes", "wrong_parts"]

# How NumPy, through the worker, says that it no longer takes what it once took.
_OLD = re.compile(
    r"TypeError: only 0-dimensional arrays can be converted"
    r"|ValueError: setting an array element with a sequence"
    r"|ValueError: Error setting single item of array"
    r"|AttributeError: module 'numpy' has no attribute "
    r"|AttributeError: `np\.\w+` was removed in "
    r"|ImportError: cannot import name '\w+' from 'numpy'"
)


@dataclass(frozen=True, slots=True)
class Try:
    """How a function is judged: with whose parts, and with which NumPy.

    Attributes:
        parts: exercises that the course answers for, in place of the student's functions.
        mend: whether old idioms are made to work.
    """

    parts: tuple[Exercise, ...] = ()
    mend: bool = False


def best(
    attempt: Callable[[Try, bool], ExerciseGrade], wrong: Sequence[Exercise], *, stuck: bool = False
) -> tuple[ExerciseGrade, bool]:
    """Judge until nothing more can help; return the best grade, and whether it passes by its own parts.

    Only the grade that counts is explained, by a diagnosis and a small counterexample: that is what costs.

    Args:
        attempt: judges the function once, and explains what is wrong if it is told to.
        wrong: the parts of it that are not right by themselves; see ``wrong_parts``.
        stuck: one of them hangs or goes down: with it, all that is to be learnt is how long that takes.
    """
    made: Try | None = Try(parts=tuple(wrong)) if stuck else Try()
    explained = not wrong  # there is no second try to be foreseen
    tries: list[tuple[Try, ExerciseGrade]] = []
    right = False
    while made is not None:
        tries.append((made, attempt(made, explained)))
        right = right or (_answers_right(tries[-1][1]) and not made.parts)
        made = next_try(made, tries[-1][1].verdicts, wrong)
    counts, grade = max(tries, key=lambda each: -1.0 if each[1].earned is None else each[1].earned)
    if not explained and grade.status != "passed":
        grade = attempt(counts, True)
    return grade, right


def next_try(made: Try, verdicts: Sequence[Verdict], wrong: Sequence[Exercise]) -> Try | None:
    """Return the try that may earn more than the one just made; None if there is none."""
    statuses = {verdict.status for verdict in verdicts}
    if statuses == {"passed"} or "ungraded" in statuses:
        return None
    if not made.mend and any(_is_old(verdict) for verdict in verdicts):
        return replace(made, mend=True)
    if not made.parts and wrong:
        return replace(made, parts=tuple(wrong))
    return None


def wrong_parts(
    exercise: Exercise, exercises: Sequence[Exercise], right: Collection[str]
) -> tuple[Exercise, ...]:
    """Return what the exercise needs, at first or second hand, that is not right and has an oracle.

    Args:
        exercise: what is judged.
        exercises: of the course, those that are graded.
        right: the names of those that pass by themselves.
    """
    known = {each.name: each for each in exercises}
    needed: dict[str, None] = {}
    pending = list(exercise.needs)
    while pending:
        name = pending.pop()
        if name in known and name not in needed:
            needed[name] = None
            pending += known[name].needs
    needed.pop(exercise.name, None)
    return tuple(each for each in exercises if each.name in needed and each.name not in right and each.oracle)


def notes(made: Try, asked: Collection[str], mended: Sequence[str]) -> tuple[str, ...]:
    """Return what the report says of a try that counts.

    Args:
        made: the try.
        asked: the parts that the function did ask for.
        mended: the old idioms that it met, in sentences.
    """
    said: tuple[str, ...] = tuple(
        say(
            "Judged with the course's own {name}, as yours is not right yet: that costs no points here.",
            name=part.name,
        )
        for part in made.parts
        if part.name in asked
    )
    if made.mend:
        said += tuple(mended) or (say("Judged with old idioms of NumPy made to work again."),)
    return said


def _answers_right(grade: ExerciseGrade) -> bool:
    """Say whether a function can serve others: its answers are right, whatever else it does."""
    return all(verdict.status == "passed" or verdict.prop.contract for verdict in grade.verdicts)


def _is_old(verdict: Verdict) -> bool:
    feedback = verdict.feedback
    return verdict.status == "raised" and feedback is not None and bool(_OLD.match(feedback.message))
