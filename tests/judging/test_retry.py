"""Which second try follows from how the first came out. No process is needed."""

import dataclasses

import pytest
from support.reports import failed, passed
from support.toy import DOUBLE, TOTAL

from grader.judging.grades import ExerciseGrade, Feedback, Verdict
from grader.judging.retry import Try, best, next_try, notes
from grader.worker.absent import PACKAGES

OLD = "TypeError: only 0-dimensional arrays can be converted to Python scalars (lesson.py, line 3: float(b))"
RIGHT = passed(TOTAL)
WRONG = failed(TOTAL, Feedback("It differs."))


def raised(message):
    return failed(TOTAL, Feedback(message), status="raised")


def script(*grades, asks=True):
    """An attempt that gives these grades one after the other, and the tries it was asked for."""
    made, left = [], list(grades)

    def attempt(how, explain):
        if how in made:  # the grade that counts, once more with an explanation
            assert explain
            return grades[made.index(how)], True
        made.append(how)
        return left.pop(0), not (how.parts and asks)

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
    assert best(script(raised(OLD), other)[0], [])[0].verdicts == raised(OLD).verdicts


def test_of_equal_tries_the_one_with_the_course_s_parts_counts():
    waits = failed(TOTAL, Feedback("It is not written yet."), status="not_implemented")
    assert best(script(waits, WRONG)[0], [DOUBLE])[0] is WRONG
    assert best(script(WRONG, waits)[0], [DOUBLE], stuck=True)[0] is WRONG


def test_an_old_idiom_is_modernised_and_what_passes_then_is_right():
    attempt, made = script(raised(OLD), RIGHT)
    assert best(attempt, [DOUBLE]) == (RIGHT, True)
    assert made == [Try(), Try(modernise=True)]


def test_modernising_comes_first_and_stays():
    attempt, made = script(raised(OLD), WRONG, RIGHT)
    assert best(attempt, [DOUBLE]) == (RIGHT, False)
    assert made == [Try(), Try(modernise=True), Try((DOUBLE,), modernise=True)]


def test_an_old_idiom_behind_a_wrong_part_is_modernised_too():
    attempt, made = script(WRONG, raised(OLD), RIGHT)
    best(attempt, [DOUBLE])
    assert made == [Try(), Try((DOUBLE,)), Try((DOUBLE,), modernise=True)]


def test_a_try_that_could_not_be_judged_has_no_second():
    ungraded = ExerciseGrade(TOTAL, tuple(Verdict(prop, "ungraded") for prop in TOTAL.properties))
    assert best(script(ungraded)[0], [DOUBLE]) == (ungraded, False)


def test_a_later_try_that_could_not_be_judged_is_not_passed_over_for_fewer_points():
    """Nobody knows what it would have earned: a person has to look."""
    ungraded = ExerciseGrade(TOTAL, tuple(Verdict(prop, "ungraded") for prop in TOTAL.properties))
    assert best(script(WRONG, ungraded)[0], [DOUBLE])[0] is ungraded


@pytest.mark.parametrize(
    "message",
    [
        OLD,
        "ValueError: setting an array element with a sequence. (a.py, line 1: Z[0] = b)",
        "ValueError: Error setting single item of array.",
        "AttributeError: module 'numpy' has no attribute 'float'. `np.float` was a deprecated alias",
        "AttributeError: `np.float_` was removed in the NumPy 2.0 release. Use `np.float64` instead.",
        "AttributeError: `itemset` was removed from the ndarray class in NumPy 2.0. Use `arr[index] = value`",
        "AttributeError: 'numpy.ndarray' object has no attribute 'ptp'",
        "AttributeError: module 'time' has no attribute 'clock'",
        "ImportError: cannot import name 'float_' from 'numpy' (/x/numpy/__init__.py)",
        "ImportError: cannot import name 'Iterable' from 'collections' (/x/collections/__init__.py)",
        "NameError: name 'xrange' is not defined",
        "TypeError: %d format: a real number is required, not numpy.ndarray",
        "TypeError: Calling np.sum(generator) is deprecated. Use np.sum(np.fromiter(generator))",
        "TypeError: reshape() got an unexpected keyword argument 'newshape'",
        "ValueError: Unable to avoid copy while creating an array as requested.",
    ],
)
def test_what_numpy_says_of_old_idioms_is_known(message):
    assert next_try(Try(), raised(message).verdicts, []) == Try(modernise=True)


def forbidden(module):
    message = (
        f"It imports {module}. Only NumPy and Python's standard library are available here. (a.py, line 1)"
    )
    return failed(TOTAL, Feedback(message), status="forbidden")


@pytest.mark.parametrize("module", sorted(PACKAGES))
def test_what_shows_and_computes_nothing_is_left_out_in_a_second_try(module):
    assert next_try(Try(), forbidden(module).verdicts, []) == Try(modernise=True)
    assert next_try(Try(modernise=True), forbidden(module).verdicts, []) is None


@pytest.mark.parametrize("module", ["scipy", "tqdmx", "torch"])
def test_what_computes_is_not_left_out(module):
    assert next_try(Try(), forbidden(module).verdicts, []) is None


@pytest.mark.parametrize(
    "message",
    [
        "TypeError: unsupported operand",
        "AttributeError: 'numpy.ndarray' object has no attribute 'x'",
        "AttributeError: module 'math' has no attribute 'clock'",
        "UnboundLocalError: cannot access local variable 'Z'",
        "KeyError: \"module 'numpy' has no attribute 'float'\"",
        "",
    ],
)
def test_other_errors_are_not_old_idioms(message):
    assert next_try(Try(), raised(message).verdicts, []) is None


def test_words_of_a_wrong_answer_are_not_an_error():
    assert next_try(Try(), failed(TOTAL, Feedback(OLD)).verdicts, []) is None


def test_a_note_names_the_parts_that_were_asked_for():
    other = dataclasses.replace(DOUBLE, name="other")
    assert notes(Try((DOUBLE, other)), {"double"}, ()) == (
        "Graded with the course's own double, because yours is not right yet. That costs no points here.",
    )


def test_a_note_says_what_to_modernise_and_nothing_where_no_idiom_was_met():
    assert notes(Try(modernise=True), (), ("a.py, line 1: so",)) == ("a.py, line 1: so",)
    assert notes(Try(modernise=True), (), ()) == ()
    assert notes(Try(), (), ("not asked",)) == ()


def explanations(best_of):
    """Which tries were made, with help or not, and which of them were explained."""
    calls = []

    def attempt(how, explain):
        calls.append((bool(how.parts), explain))
        return WRONG, not how.parts

    best_of(attempt)
    return calls


def test_only_the_grade_that_counts_is_explained():
    assert explanations(lambda attempt: best(attempt, [DOUBLE])) == [
        (False, False),
        (True, False),
        (True, True),
    ]


def test_without_a_second_try_in_sight_the_first_is_explained_at_once():
    assert explanations(lambda attempt: best(attempt, [])) == [(False, True)]


def test_what_is_judged_as_a_part_only_is_not_explained():
    assert explanations(lambda attempt: best(attempt, [], explain=False)) == [(False, False)]
    assert explanations(lambda attempt: best(attempt, [DOUBLE], explain=False)) == [
        (False, False),
        (True, False),
    ]


def test_a_part_that_hangs_is_not_waited_for_again():
    attempt, made = script(RIGHT)
    assert best(attempt, [DOUBLE], stuck=True) == (RIGHT, False)
    assert made == [Try(parts=(DOUBLE,))]


def test_what_passes_with_parts_at_hand_that_it_never_asks_for_is_right_by_itself():
    attempt, _ = script(RIGHT, asks=False)
    assert best(attempt, [DOUBLE], stuck=True) == (RIGHT, True)


def test_a_part_that_hangs_takes_no_points_that_the_function_earns_with_it():
    attempt, made = script(WRONG, RIGHT)
    assert best(attempt, [DOUBLE], stuck=True) == (RIGHT, True)
    assert made == [Try(parts=(DOUBLE,)), Try()]


def test_no_try_is_made_twice():
    attempt, made = script(raised(OLD), WRONG, raised(OLD), WRONG)
    best(attempt, [DOUBLE], stuck=True)
    assert made == [Try((DOUBLE,)), Try((DOUBLE,), modernise=True), Try(), Try(modernise=True)]


def test_a_first_try_that_was_made_before_is_not_made_again():
    attempt, made = script(RIGHT)
    assert best(attempt, [DOUBLE], first=(WRONG, True)) == (RIGHT, False)
    assert made == [Try((DOUBLE,))]
    assert best(script()[0], [], first=(RIGHT, True)) == (RIGHT, True)


def test_a_first_try_that_was_made_before_is_explained_if_it_counts():
    assert explanations(lambda attempt: best(attempt, [], first=(WRONG, True))) == [(False, True)]


# -- notebook state -------------------------------------------------------------------------------


def test_a_function_that_reads_notebook_state_is_tried_with_it_when_it_fails_without():
    attempt, made = script(WRONG, RIGHT)
    grade, right = best(attempt, [], stateful=True)
    assert made == [Try(), Try(state=True)]
    assert (grade.status, right) == ("passed", True)
    assert grade.notes[-1].endswith("it earns 2 of 2 points, without them 0. The better result counts.")


def test_a_function_that_passes_without_the_state_is_not_tried_with_it():
    attempt, made = script(RIGHT)
    assert best(attempt, [], stateful=True) == (RIGHT, True)
    assert made == [Try()]


def test_state_that_does_not_help_does_not_count_and_is_told():
    other = failed(TOTAL, Feedback("It differs otherwise."))
    grade, _ = best(script(WRONG, other)[0], [], stateful=True)
    assert grade.verdicts == WRONG.verdicts
    assert grade.notes[-1].endswith("it earns 0 of 2 points, without them 0. The better result counts.")


def test_state_goes_together_with_the_other_helps_and_is_compared_with_the_same_helps():
    attempt, made = script(WRONG, WRONG, RIGHT, WRONG)
    grade, _ = best(attempt, [DOUBLE], stateful=True)
    with_parts = Try(parts=(DOUBLE,))
    assert made == [Try(), Try(state=True), dataclasses.replace(with_parts, state=True), with_parts]
    assert "without them 0" in grade.notes[-1]


def test_state_is_not_compared_with_what_nobody_could_judge():
    ungraded = failed(TOTAL, Feedback("The grader itself failed."), status="ungraded")
    assert best(script(WRONG, ungraded)[0], [], stateful=True)[0].notes == WRONG.notes
