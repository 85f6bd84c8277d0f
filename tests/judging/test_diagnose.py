"""A failed function is recognised by its answers alone."""

import dataclasses

import numpy as np
import pytest
from support.toy import DOUBLE, SPLIT

from grader.course.model import Mistake
from grader.errors import Raised
from grader.judging import diagnose as diagnosing
from grader.judging.grades import Diagnosis, Verdict
from grader.judging.judge import judge


def diagnose(*question):
    """Return the diagnosis; no formula here fails itself, unless a test is about that."""
    found, faults = diagnosing.diagnose(*question)
    assert faults == ()
    return found


def mistake_of(function, kept, exercise=DOUBLE):
    found = diagnose(exercise, function, judge(exercise, function, kept, 0, shrinking=False), kept, 0)
    return found and found.mistake


def knowing(exercise, formula):
    return dataclasses.replace(exercise, mistakes=(Mistake("suspected", "It is this.", formula),))


def test_a_known_wrong_formula_is_named(kept):
    assert mistake_of(lambda x: x * x, kept) == "squares"


def test_the_diagnosis_carries_the_authors_sentence(kept):
    verdicts = judge(DOUBLE, np.square, kept, 0, shrinking=False)
    assert diagnose(DOUBLE, np.square, verdicts, kept, 0).message == "Every number is squared."


def test_an_unknown_wrong_formula_is_not_guessed(kept):
    assert mistake_of(lambda x: x + 1, kept) is None


def test_a_right_function_has_no_diagnosis(kept):
    assert mistake_of(lambda x: x + x, kept) is None


def test_a_function_that_only_raises_has_no_diagnosis(kept):
    def function(x):
        raise Raised("ValueError: no")

    assert mistake_of(function, kept) is None


def test_answers_that_agree_only_in_part_are_no_diagnosis(kept):
    assert mistake_of(lambda x: x * x if x[0] > 0 else x, kept) is None


def test_rounding_does_not_hide_a_mistake(kept):
    assert mistake_of(lambda x: x * x * (1 + 1e-12), kept) == "squares"


def test_cases_that_give_no_answer_are_passed_over(kept):
    def function(x):
        if x.size == 5:
            raise Raised("ValueError: no")
        return x * x

    assert mistake_of(function, kept) == "squares"


@pytest.mark.parametrize("error", [ZeroDivisionError, IndexError, ValueError, FloatingPointError])
def test_a_formula_without_a_value_does_not_match(kept, error):
    def formula(x):
        raise error

    assert mistake_of(np.square, kept, knowing(DOUBLE, formula)) is None


def test_a_formula_of_another_shape_does_not_match(kept):
    assert mistake_of(np.square, kept, knowing(DOUBLE, lambda x: np.append(x * x, 0))) is None


def test_an_exercise_without_known_mistakes_asks_nothing(kept):
    asked = []
    assert mistake_of(lambda x, at: asked.append(x) or (x, None), kept, SPLIT) is None
    assert len(asked) == 1


def test_an_open_part_is_not_compared(kept):
    exercise = knowing(SPLIT, lambda x, at: (x, None))
    assert mistake_of(lambda x, at: (x, "a cache of the student's"), kept, exercise) == "suspected"


def test_a_corner_is_named_in_weaker_words_where_no_formula_fits(kept):
    verdicts = [Verdict(DOUBLE.properties[1], "passed"), Verdict(DOUBLE.properties[0], "failed")]
    found = diagnose(DOUBLE, lambda x: x + 1, verdicts, kept, 0)
    hint = "Almost everything else is right. Does the answer lose numbers?"
    assert found == Diagnosis("keeps_the_length", hint, certain=False)


def test_what_breaks_much_is_no_corner(kept):
    broken = [Verdict(DOUBLE.properties[0], "passed"), Verdict(DOUBLE.properties[1], "failed")]
    assert diagnose(DOUBLE, lambda x: x + 1, broken, kept, 0) is None


def test_a_formula_that_fails_is_said_with_its_line_and_the_others_are_tried(kept):
    def broken(x):
        return {}[len(x)]

    mistakes = (Mistake("broken", "It is broken.", broken, "here.py:1"), *DOUBLE.mistakes)
    exercise = dataclasses.replace(DOUBLE, mistakes=mistakes)
    verdicts = judge(exercise, np.square, kept, 0, shrinking=False)
    found, (fault,) = diagnosing.diagnose(exercise, np.square, verdicts, kept, 0)
    assert found.mistake == "squares"
    assert "test_diagnose.py:" in fault
    assert "the mistake broken failed (KeyError: " in fault


@pytest.mark.parametrize("error", [KeyError, TypeError, AttributeError, SystemExit, RuntimeError])
def test_whatever_a_formula_raises_never_ends_the_diagnosis(kept, error):
    def broken(x):
        raise error("no")

    exercise = knowing(DOUBLE, broken)
    verdicts = judge(exercise, np.square, kept, 0, shrinking=False)
    found, (fault,) = diagnosing.diagnose(exercise, np.square, verdicts, kept, 0)
    assert found is None
    assert f"the mistake suspected failed ({error.__name__}: " in fault


def test_a_formula_that_fails_later_is_said_too(kept):
    """It agrees on the cases that are compared, and fails on a smaller one."""

    def broken(x):
        return x * x if x.size > 1 else {}["no"]

    exercise = knowing(DOUBLE, broken)
    verdicts = judge(exercise, np.square, kept, 0, shrinking=False)
    _, (fault,) = diagnosing.diagnose(exercise, np.square, verdicts, kept, 0)
    assert "the mistake suspected failed (KeyError: 'no')" in fault


def test_an_answer_of_the_wrong_form_is_no_other_mistake(kept):
    """One that is not a number there does not say what a formula says that has one."""

    def nowhere(x):
        return np.where(x.size == 5, np.nan, x * x)

    assert mistake_of(nowhere, kept) is None
    assert mistake_of(nowhere, kept, knowing(DOUBLE, nowhere)) == "suspected"


def test_where_neither_has_a_value_they_do_not_differ(kept):
    """As the mean of an empty window, which is nan, and a formula that raises there."""

    def formula(x):
        if x.size == 5:
            raise ValueError("nothing to take the mean of")
        return x * x

    def student(x):
        return np.where(x.size == 5, np.nan, x * x)

    assert mistake_of(student, kept, knowing(DOUBLE, formula)) == "suspected"


def test_what_never_has_a_value_is_no_mistake_that_never_has_one(kept):
    def formula(x):
        raise ValueError("no value at all")

    assert mistake_of(lambda x: None, kept, knowing(DOUBLE, formula)) is None


def test_an_error_is_not_taken_for_an_answer_of_the_wrong_form(kept):
    def stops(x):
        if x.size == 5:
            raise Raised("ZeroDivisionError")
        return x * x

    assert mistake_of(lambda _x: None, kept, knowing(DOUBLE, lambda x: np.where(x > 9, x, np.nan))) is None
    assert mistake_of(stops, kept) == "squares"
