"""Second tries: one mistake is not punished twice, and an old idiom is no mistake.

Which try follows from how the last one came out, and how the report explains it. An exercise that failed is
judged again

- with old idioms made to work, and plots left out (``worker.idioms``), if one of them may be what failed;
- with the parts that it needs, and that did not pass either, answered by the course (``run.parts``);
- with the notebook state that it reads, as demonstrations leave it, if it reads any.

The try that earns most counts. If two are equal, one with the course's parts counts, because it describes the
function itself and not one of its parts; otherwise the earlier one. A function that passes has no second try.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from grader.course.model import Exercise
    from grader.judging.grades import ExerciseGrade, Verdict

__all__ = ["Try", "best", "next_try", "notes"]

# How NumPy or Python, through the worker, say that they no longer take what they once took.
_OLD = re.compile(
    r"TypeError: only 0-dimensional arrays can be converted"
    r"|ValueError: setting an array element with a sequence"
    r"|ValueError: Error setting single item of array"
    r"|ValueError: Unable to avoid copy while creating an array as requested"
    r"|TypeError: %\w format: a real number is required, not numpy.ndarray"
    r"|TypeError: Calling np\.sum\(generator\) is deprecated"
    r"|TypeError: \w+\(\) got an unexpected keyword argument 'newshape'"
    r"|AttributeError: module '(numpy|collections|time)' has no attribute "
    r"|AttributeError: `[\w.]+` was removed (in|from) "
    r"|AttributeError: 'numpy\.ndarray' object has no attribute '(itemset|newbyteorder|ptp|tostring)'"
    r"|ImportError: cannot import name '\w+' from '(numpy|collections)'"
    r"|NameError: name '\w+' is not defined"  # xrange, or product after from numpy import *
)

# What computes nothing, and can be left out.
_SHOWS = re.compile(r"It imports (IPython|matplotlib|mpl_toolkits|numba|seaborn|tqdm)\. ")
_MODERNISED = {"raised": _OLD, "forbidden": _SHOWS}

Outcome: TypeAlias = "tuple[ExerciseGrade, bool]"
"""A grade, and whether none of the course's parts had a part in it."""

Attempt: TypeAlias = "Callable[[Try, bool], Outcome]"


@dataclass(frozen=True, slots=True)
class Try:
    """How a function is judged: with whose parts, with which NumPy, and with what of the notebook.

    Attributes:
        parts: exercises that the course answers for, in place of the student's functions.
        modernise: whether old idioms are made to work.
        state: whether the demonstrations that set what it reads are executed before.
    """

    parts: tuple[Exercise, ...] = ()
    modernise: bool = False
    state: bool = False


def best(
    attempt: Attempt,
    wrong: Sequence[Exercise],
    *,
    stuck: bool = False,
    stateful: bool = False,
    first: Outcome | None = None,
    explain: bool = True,
) -> Outcome:
    """Judge until nothing more can help; return the best grade, and whether it passes by its own parts.

    Only the grade that counts is explained, by a diagnosis and a small counterexample: that is what costs.

    Args:
        attempt: judges the function once, and explains what is wrong if it is told to.
        wrong: the parts of it that are not right by themselves; see ``needed``.
        stuck: one of them hangs or crashes. Then the course's parts are tried first, which saves the wait.
        stateful: the function reads notebook state.
        first: how it came out as it stands, not explained, if that is known.
        explain: whether the grade that counts is explained at all.
    """
    pending = [Try(parts=tuple(wrong)), Try()] if stuck else [Try()]
    # Then there is no second try to be foreseen.
    explained = explain and not wrong and not stateful and first is None
    tries: list[tuple[Try, ExerciseGrade]] = []
    right = False
    while pending:
        made = pending.pop(0)
        if any(made == earlier for earlier, _ in tries):
            continue
        grade, alone = first if first is not None and made == Try() else attempt(made, explained)
        tries.append((made, grade))
        right = right or (_answers_right(grade) and alone)
        if grade.status == "passed":
            break
        following = next_try(made, grade.verdicts, wrong, stateful=stateful)
        pending[:0] = [following] if following is not None else []
    counts, grade = max(tries, key=_worth)
    if explain and not explained and grade.status != "passed":
        grade, _ = attempt(counts, True)
    if any(made.state for made, _ in tries):
        other = replace(counts, state=not counts.state)
        known = [outcome for made, outcome in tries if made == other]
        against = known[0] if known else attempt(other, False)[0]
        said = _state_notes(grade, against) if counts.state else _state_notes(against, grade)
        grade = replace(grade, notes=grade.notes + said)
    return grade, right


def _worth(tried: tuple[Try, ExerciseGrade]) -> tuple[bool, float, bool]:
    """Return by what tries are compared.

    Full marks come first, then a try that could not be graded: nobody knows what it would have earned. Then
    the points count, and then whether no part of the student's is in the way.
    """
    made, grade = tried
    earned = math.inf if grade.earned is None else grade.earned
    return grade.status == "passed", earned, bool(made.parts)


def _state_notes(with_state: ExerciseGrade, without: ExerciseGrade) -> tuple[str, ...]:
    """Say how a function comes out with notebook state and without."""
    if with_state.earned is None or without.earned is None:
        return ()
    return (
        say(
            "With the variables that the notebook sets in its examples it earns {with_state} of {possible} "
            "points, without them {without}. The better result counts.",
            with_state=f"{with_state.earned:g}",
            possible=f"{with_state.exercise.possible:g}",
            without=f"{without.earned:g}",
        ),
    )


def next_try(
    made: Try, verdicts: Sequence[Verdict], wrong: Sequence[Exercise], *, stateful: bool = False
) -> Try | None:
    """Return the try that may earn more than the one just made; None if there is none."""
    statuses = {verdict.status for verdict in verdicts}
    if statuses == {"passed"} or "ungraded" in statuses:
        return None
    if stateful and not made.state:
        return replace(made, state=True)
    if not made.modernise and any(_is_old(verdict) for verdict in verdicts):
        return replace(made, modernise=True)
    if not made.parts and wrong:
        return replace(made, parts=tuple(wrong))
    return None


def notes(made: Try, asked: Collection[str], modernised: Sequence[str]) -> tuple[str, ...]:
    """Return what the report says of a try that counts.

    Args:
        made: the try.
        asked: the parts that the function did ask for.
        modernised: the old idioms that it met, in sentences.
    """
    said: tuple[str, ...] = tuple(
        say(
            "Graded with the course's own {name}, because yours is not right yet. That costs no points here.",
            name=part.name,
        )
        for part in made.parts
        if part.name in asked
    )
    # A try that met none, as a name was missing that never was one of NumPy's, is like one without.
    return said + tuple(modernised) if made.modernise else said


def _answers_right(grade: ExerciseGrade) -> bool:
    """Say whether a function can serve others: its answers are right, whatever else it does."""
    return all(verdict.status == "passed" or verdict.prop.contract for verdict in grade.verdicts)


def _is_old(verdict: Verdict) -> bool:
    text = _MODERNISED.get(verdict.status)
    return text is not None and verdict.feedback is not None and bool(text.match(verdict.feedback.message))
