"""Judging needs no process: any callable is a student's function."""

import weakref

import numpy as np
import pytest
from support.toy import DOUBLE, SPLIT, TOTAL, VECTORS, build_vector

from grader.course import shrinking
from grader.course.authoring import Array, Inputs, close, exercise, require
from grader.course.cases import Kept
from grader.course.contracts import CONTRACTS
from grader.errors import Crashed, Forbidden, Mismatch, Raised, SuiteError, TimedOut, Unimplemented
from grader.judging import judge as judging
from grader.judging.checked import CheckedFunction
from grader.judging.judge import judge


def statuses(verdicts):
    return [verdict.status for verdict in verdicts]


def lengthy(x):
    """Right for one and two numbers only."""
    return x + x if x.size < 3 else x + x + 1


def checked_by(check, *others):
    """An exercise with the given properties, worth a point each."""

    def double(x: Array) -> Array: ...

    draft = exercise("Twice", inputs=VECTORS, without=CONTRACTS)(double)
    for each in (check, *others):
        draft.prop(points=1, hint="Look.")(each)
    return draft.finish()


def asks(f, x):
    """It answers."""
    f(x)


class Held:
    """An answer, in a check that has not been forgotten."""

    def __init__(self, answer):
        self.answer = answer


class Function:
    """Counts its calls; raises what it is given, or doubles."""

    def __init__(self, error=None, after=0):
        self.error, self.after, self.calls = error, after, 0

    def __call__(self, x):
        self.calls += 1
        if self.error is not None and self.calls > self.after:
            raise self.error
        return x + x


def test_a_right_function_keeps_every_promise(kept):
    assert statuses(judge(DOUBLE, lambda x: 2 * x, kept, 0)) == ["passed"] * 3


def test_a_kept_promise_earns_its_points(kept):
    assert [verdict.points for verdict in judge(DOUBLE, lambda x: 2 * x, kept, 0)] == [1.0, 3.0, 2.0]


def test_a_broken_promise_costs_only_its_own_points(kept):
    assert [verdict.points for verdict in judge(DOUBLE, lambda x: 3 * x, kept, 0)] == [1.0, 0.0, 2.0]


def test_another_seed_judges_a_right_function_right(kept):
    assert statuses(judge(DOUBLE, lambda x: 2 * x, kept, 1)) == ["passed"] * 3


def test_the_smallest_failing_kept_case_is_what_is_shown(kept):
    first = next(case for case in kept.cases(VECTORS, 0) if case.arguments["x"].size >= 3)
    verdict = judge(DOUBLE, lengthy, kept, 0, shrinking=False)[1]
    assert verdict.feedback.arguments is first.arguments


def test_shrinking_shows_a_smaller_case(kept):
    verdict = judge(DOUBLE, lengthy, kept, 0)[1]
    assert verdict.feedback.arguments["x"].tolist() == [0.0, 0.0, 0.0]


def test_the_feedback_belongs_to_the_case_that_is_shown(kept):
    feedback = judge(DOUBLE, lengthy, kept, 0)[1].feedback
    assert feedback.actual.tolist() == [1.0, 1.0, 1.0]
    assert feedback.expected.tolist() == [0.0, 0.0, 0.0]


def test_a_passed_promise_has_no_feedback(kept):
    assert judge(DOUBLE, lengthy, kept, 0)[0].feedback is None


def test_judging_twice_says_the_same(kept):
    first, second = (judge(DOUBLE, lambda x: x**2 + 1, kept, 0)[2].feedback for _ in range(2))
    assert first.message == second.message


def test_an_answer_of_the_wrong_form_breaks_the_promise_in_one_line(kept):
    verdict = judge(DOUBLE, lambda x: x.tolist(), kept, 0)[0]
    assert verdict.status == "failed"
    assert verdict.feedback.message == "The answer is a list of 1; it must be a NumPy array."


def test_a_property_sees_the_answer_in_its_form(kept):
    assert statuses(judge(TOTAL, lambda x: np.array([x.sum()]), kept, 0)) == ["passed"]


def test_a_list_answers_for_a_tuple(kept):
    assert statuses(judge(SPLIT, lambda x, at: [x[:at], None], kept, 0)) == ["passed"]


def test_an_exception_of_the_function_is_shown_with_its_place(kept):
    function = Function(Raised("ValueError: no", where="a.py, line 2"))
    verdict = judge(DOUBLE, function, kept, 0)[0]
    assert (verdict.status, verdict.feedback.message) == ("raised", "ValueError: no (a.py, line 2)")


def test_a_module_that_is_not_allowed_has_its_own_status(kept):
    assert judge(DOUBLE, Function(Forbidden("It imports scipy.")), kept, 0)[0].status == "forbidden"


@pytest.mark.parametrize(
    "error", [Unimplemented("Not written yet."), TimedOut("Too long."), Crashed("Gone.")]
)
def test_what_has_nothing_smaller_to_show_is_not_shrunk(kept, error):
    function = Function(error)
    assert judge(DOUBLE, function, kept, 0)[0].status == error.status
    assert function.calls == len(DOUBLE.properties)


def test_what_raises_is_shrunk(kept):
    function = Function(Raised("ValueError: no"))
    judge(DOUBLE, function, kept, 0)
    assert function.calls > len(DOUBLE.properties)


def test_a_function_that_is_not_written_is_shown_no_arguments(kept):
    assert judge(DOUBLE, Function(Unimplemented("Not written yet.")), kept, 0)[0].feedback.arguments == {}


def test_a_smaller_case_fails_in_the_same_way(kept):
    def function(x):
        if x.size < 3:
            raise Raised("ValueError: too short")
        return x

    def fails_where_long(f, x):
        """It doubles three numbers and more."""
        if x.size >= 3:
            close(f(x), x + x)
        else:
            asks(f, x) if x.size == 0 else None

    verdict = judge(checked_by(fails_where_long), function, kept, 0)[0]
    assert verdict.status == "failed"


def test_a_property_that_fails_itself_is_ungraded_and_names_the_authors_line(kept):
    def divides(f, x):
        """It divides."""
        return 1 / 0

    verdict = judge(checked_by(divides), lambda x: x, kept, 0)[0]
    assert verdict.status == "ungraded"
    assert "test_judge.py:" in verdict.feedback.message
    assert "ZeroDivisionError" in verdict.feedback.message


def test_what_is_ungraded_has_no_points_rather_than_none_earned(kept):
    def divides(f, x):
        """It divides."""
        return 1 / 0

    assert judge(checked_by(divides), lambda x: x, kept, 0)[0].points is None


def test_an_ungraded_property_costs_the_others_nothing(kept):
    def divides(f, x):
        """It divides."""
        return 1 / 0

    assert statuses(judge(checked_by(divides, asks), lambda x: x, kept, 0)) == ["ungraded", "passed"]


def test_a_property_may_not_ask_for_what_no_case_has():
    def wants_more(f, x, weights):
        """It has weights."""

    with pytest.raises(SuiteError, match="wants_more asks for weights"):
        checked_by(wants_more)


def test_an_error_of_ours_in_the_function_is_ungraded(kept):
    assert statuses(judge(checked_by(asks), Function(OSError("no more pipes")), kept, 0)) == ["ungraded"]


def test_a_fault_of_the_property_found_while_shrinking_does_not_undo_the_verdict(kept):
    replayed = [case.arguments["x"].tolist() for case in kept.cases(VECTORS, 0)]

    def breaks_on_others(f, x):
        """It breaks on cases that only shrinking reaches."""
        if x.tolist() not in replayed:
            raise IndexError
        if x.size >= 3:
            raise Mismatch("It differs.")

    assert statuses(judge(checked_by(breaks_on_others), lambda x: x, kept, 0)) == ["failed"]


def test_shrinking_one_property_changes_no_verdict_of_another(kept):
    replayed = 1 + len(kept.cases(VECTORS, 0))

    def never(f, x):
        """It is broken in every case."""
        f(x)
        raise Mismatch("It differs.")

    # As a worker that is used up: it hangs for good after as many calls as the replays cost.
    function = Function(TimedOut("Too long."), after=replayed)
    assert statuses(judge(checked_by(never, asks), function, kept, 0)) == ["failed", "passed"]
    assert function.calls > replayed


def test_random_numbers_of_a_property_are_the_same_each_time(kept):
    drawn = []

    def draws(f, x, rng):
        """It draws."""
        drawn.append(rng.random())

    for _ in range(2):
        judge(checked_by(draws), lambda x: x, kept, 0)
    half = len(drawn) // 2
    assert drawn[:half] == drawn[half:]


def test_random_numbers_of_two_properties_differ(kept):
    drawn = {"one": [], "two": []}

    def one(f, x, rng):
        """It draws."""
        drawn["one"].append(rng.random())

    def two(f, x, rng):
        """It draws too."""
        drawn["two"].append(rng.random())

    judge(checked_by(one, two), lambda x: x, kept, 0)
    assert not set(drawn["one"]) & set(drawn["two"])


def test_without_shrinking_hypothesis_is_not_asked(kept, monkeypatch):
    monkeypatch.setattr(judging, "shrink", None)
    assert judge(DOUBLE, lengthy, kept, 0, shrinking=False)[1].status == "failed"


def test_when_time_is_up_the_kept_case_is_shown(kept, monkeypatch):
    monkeypatch.setattr(shrinking, "SHRINK_SECONDS", -1.0)
    first = next(case for case in kept.cases(VECTORS, 0) if case.arguments["x"].size >= 3)
    assert judge(DOUBLE, lengthy, kept, 0)[1].feedback.arguments is first.arguments


def in_place(x):
    x += 1
    return x


def test_a_function_of_this_process_gets_copies_as_in_a_worker():
    x, function = np.zeros(2), CheckedFunction(DOUBLE, in_place)
    x.setflags(write=False)
    assert (function(x).tolist(), function.again(x).tolist()) == ([1.0, 1.0], [1.0, 1.0])
    assert x.tolist() == [0.0, 0.0]


def test_a_function_of_this_process_shows_its_arguments_after_the_call():
    answer, (after,) = CheckedFunction(DOUBLE, in_place).after(np.zeros(2))
    assert (answer.tolist(), after.tolist()) == ([1.0, 1.0], [1.0, 1.0])


def test_an_answer_of_this_process_is_not_changed_by_the_next_call():
    buffer = np.zeros(1)

    def same_array(x):
        buffer[...] = x
        return buffer

    function = CheckedFunction(DOUBLE, same_array)
    first = function(np.ones(1))
    function(np.zeros(1))
    assert first.tolist() == [1.0]


def test_parts_that_the_course_leaves_open_are_not_judged():
    function = CheckedFunction(SPLIT, lambda x, at: (x[:at], "cache"))
    assert function.graded_parts(function(np.ones(1), 0))[1:] == ()


def all_but_the_empty_corner(checked):
    """The exercise with cases of zeros, and with ones to be had instead."""
    zeros = Inputs(
        lambda draw: {"quarters": [0]}, build_vector, ({"quarters": [0]},), instead={"quarters": [4, 8]}
    )

    def double(x: Array) -> Array: ...

    draft = exercise("Twice", inputs=zeros, without=CONTRACTS)(double)
    draft.prop(points=1, hint="Look.")(checked)
    return draft.finish()


def doubles(f, x):
    """It doubles."""
    close(f(x), x + x)


@pytest.mark.parametrize(
    ("function", "status"),
    [
        (lambda x: x + x, "passed"),
        (lambda x: x + x if x.any() else x + 1, "passed"),
        (lambda x: x + 1, "failed"),
        (lambda x: x + x if x.size > 2 else x + 1, "failed"),
    ],
    ids=["right", "wrong for zeros only", "wrong", "wrong for both"],
)
def test_a_promise_that_breaks_in_the_corner_its_cases_lie_in_may_be_kept_instead(kept, function, status):
    assert statuses(judge(all_but_the_empty_corner(doubles), function, kept, 0)) == [status]


def test_what_breaks_in_both_shows_the_case_as_drawn(kept):
    (verdict,) = judge(all_but_the_empty_corner(doubles), lambda x: x + 1, kept, 0)
    assert verdict.feedback.arguments["x"].tolist() == [0]


def test_what_hangs_in_the_corner_is_not_asked_elsewhere(kept):
    function = Function(error=TimedOut("too long"))
    (verdict,) = judge(all_but_the_empty_corner(doubles), function, kept, 0)
    assert (verdict.status, function.calls) == ("timed_out", 1)


def test_answers_are_forgotten_while_a_smaller_case_is_looked_for(kept):
    alive, counts = weakref.WeakSet(), []

    def wrong(f, x):
        """Much is wrong."""
        held = Held(f(x))
        alive.add(held)
        counts.append(len(alive))
        require(not x.any(), "Wrong.")

    judge(checked_by(wrong), lambda x: x * 2, kept, 0)
    assert len(counts) > 2
    assert max(counts) == 1


def test_answers_as_large_as_floats_go_are_judged_in_silence(kept, capfd):
    verdicts = judge(DOUBLE, lambda x: np.full(x.shape, 1e308), kept, 0)
    assert set(statuses(verdicts)) <= {"failed", "passed"}
    assert "RuntimeWarning" not in capfd.readouterr().err


def test_a_property_gets_the_arguments_that_it_asks_for(kept):
    seen = []

    def without_arguments(f):
        """It answers a question of the property's own."""
        close(f(np.ones(2)), np.full(2, 2.0))

    def with_all(f, **question):
        """It answers whatever the case asks."""
        seen.append([*question])
        close(f(**question), 2 * question["x"])

    def with_numbers_of_its_own(f, rng):
        """It answers random numbers."""
        x = rng.normal(size=3)
        close(f(x), 2 * x)

    exercise = checked_by(without_arguments, with_all, with_numbers_of_its_own)
    assert statuses(judge(exercise, Function(), kept, 0)) == ["passed"] * 3
    assert seen[0] == ["x"]


def test_where_there_is_no_case_nothing_is_broken():
    class Nothing(Kept):
        def _recipes(self, inputs, seed):
            return []

    assert statuses(judge(DOUBLE, Function(), Nothing(), 0))[:2] == ["passed", "passed"]
