"""Which second try follows from how the first came out. No process is needed."""

import dataclasses

import pytest
from support.reports import failed, passed
from support.toy import DOUBLE, SPLIT, TOTAL

from grader.model import ExerciseGrade, Feedback, Verdict
from grader.retry import Try, best, next_try, notes, wrong_parts

OLD = "TypeError: only 0-dimensional arrays can be converted to Python scalars (lesson.py, line 3: float(b))"
RIGHT = passed(TOTAL)
WRONG = failed(TOTAL, Feedback("It differs."))


def raised(message):
    return failed(TOTAL, Feedback(message), status="raised")


def script(*grades):
    """An attempt that gives these grades one after the other, and the tries it was asked for."""
    made, left = [], list(grades)

    def attempt(how, explain):
        if how in made:  # the grade that counts, once more with an explanation
            assert explain
            return grades[made.index(how)]
        made.append(how)
        return left.pop(0)

    return attempt, made


def test_what_passes_is_tried_once():
    attempt, made = script(RIGHT)
    assert best(attempt, [DOUBLE]) == (RIGHT, True)
    assert made == [Try()]


def test_what_fails_by_itself_is_tried_once():
    attempt, made = script(WRONG)
    assert best(attempt, []) == (WRONG, False)
    assert made == [Try()]


def test_what_fails_with_a_wrong_part_is_tried_with_the_course_s_own():
    attempt, made = script(WRONG, RIGHT)
    assert best(attempt, [DOUBLE]) == (RIGHT, False)
    assert made == [Try(), Try(parts=(DOUBLE,))]


def test_the_first_of_equal_tries_counts():
    other = failed(TOTAL, Feedback("It differs otherwise."))
    assert best(script(WRONG, other)[0], [DOUBLE])[0] is WRONG


def test_an_old_idiom_is_mended_and_what_passes_then_is_right():
    attempt, made = script(raised(OLD), RIGHT)
    assert best(attempt, [DOUBLE]) == (RIGHT, True)
    assert made == [Try(), Try(mend=True)]


def test_mending_comes_first_and_stays():
    attempt, made = script(raised(OLD), WRONG, RIGHT)
    assert best(attempt, [DOUBLE]) == (RIGHT, False)
    assert made == [Try(), Try(mend=True), Try((DOUBLE,), mend=True)]


def test_an_old_idiom_behind_a_wrong_part_is_mended_too():
    attempt, made = script(WRONG, raised(OLD), RIGHT)
    best(attempt, [DOUBLE])
    assert made == [Try(), Try((DOUBLE,)), Try((DOUBLE,), mend=True)]


def test_a_try_that_could_not_be_judged_has_no_second():
    ungraded = ExerciseGrade(TOTAL, tuple(Verdict(prop, "ungraded") for prop in TOTAL.properties))
    assert best(script(ungraded)[0], [DOUBLE]) == (ungraded, False)
    assert best(script(WRONG, ungraded)[0], [DOUBLE])[0] is WRONG


@pytest.mark.parametrize(
    "message",
    [
        OLD,
        "ValueError: setting an array element with a sequence. (a.py, line 1: Z[0] = b)",
        "ValueError: Error setting single item of array.",
        "AttributeError: module 'numpy' has no attribute 'float'. `np.float` was a deprecated alias",
        "AttributeError: `np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead.",
        "ImportError: cannot import name 'float_' from 'numpy' (/x/numpy/__init__.py)",
    ],
)
def test_what_numpy_says_of_old_idioms_is_known(message):
    assert next_try(Try(), raised(message).verdicts, []) == Try(mend=True)


@pytest.mark.parametrize(
    "message",
    [
        "TypeError: unsupported operand",
        "AttributeError: 'numpy.ndarray' object has no attribute 'x'",
        "KeyError: \"module 'numpy' has no attribute 'float'\"",
        "",
    ],
)
def test_other_errors_are_not_old_idioms(message):
    assert next_try(Try(), raised(message).verdicts, []) is None


def test_words_of_a_wrong_answer_are_not_an_error():
    assert next_try(Try(), failed(TOTAL, Feedback(OLD)).verdicts, []) is None


def course(**needs):
    return [dataclasses.replace(DOUBLE, name=name, needs=of) for name, of in needs.items()]


def test_parts_of_parts_are_needed_too():
    a, b, c = exercises = course(a=(), b=("a",), c=("b",))
    assert wrong_parts(c, exercises, set()) == (a, b)


def test_a_right_part_is_the_student_s_own():
    _, b, c = exercises = course(a=(), b=("a",), c=("b",))
    assert wrong_parts(c, exercises, {"a"}) == (b,)


def test_no_exercise_is_a_part_of_itself():
    a, b = exercises = course(a=("b",), b=("a",))
    assert wrong_parts(a, exercises, set()) == (b,)


def test_a_part_without_an_oracle_stays_the_student_s_own():
    part = dataclasses.replace(DOUBLE, oracle=None)
    assert wrong_parts(TOTAL, [part, TOTAL, SPLIT], set()) == ()


def test_parts_that_are_not_graded_are_not_known_to_be_wrong():
    assert wrong_parts(TOTAL, [TOTAL], set()) == ()


def test_a_note_names_the_parts_that_were_asked_for():
    other = dataclasses.replace(DOUBLE, name="other")
    assert notes(Try((DOUBLE, other)), {"double"}, ()) == (
        "Judged with the course's own double, as yours is not right yet: that costs no points here.",
    )


def test_a_note_says_what_to_modernise_or_at_least_that_it_was_mended():
    assert notes(Try(mend=True), (), ("a.py, line 1: so",)) == ("a.py, line 1: so",)
    assert notes(Try(mend=True), (), ()) == ("Judged with old idioms of NumPy made to work again.",)
    assert notes(Try(), (), ("not asked",)) == ()


def test_only_the_grade_that_counts_is_explained():
    calls = []

    def attempt(how, explain):
        calls.append((bool(how.parts), explain))
        return WRONG

    best(attempt, [DOUBLE])
    assert calls == [(False, False), (True, False), (False, True)]


def test_without_a_second_try_in_sight_the_first_is_explained_at_once():
    calls = []

    def attempt(how, explain):
        calls.append(explain)
        return WRONG

    best(attempt, [])
    assert calls == [True]


def test_a_part_that_hangs_is_not_waited_for_again():
    attempt, made = script(RIGHT)
    assert best(attempt, [DOUBLE], stuck=True) == (RIGHT, False)
    assert made == [Try(parts=(DOUBLE,))]
