"""What the exception tree promises to those who catch from it."""

import inspect
import typing

import pytest

from grader import errors
from grader.errors import BadAnswer, CallError, GraderError, Mismatch, Raised, Status, SuiteError, WireError

CALL_ERRORS = [
    error for error in vars(errors).values() if inspect.isclass(error) and issubclass(error, CallError)
]


def exceptions():
    return {name for name in errors.__all__ if inspect.isclass(getattr(errors, name))}


def test_every_exception_of_the_project_is_a_grader_error():
    assert [name for name in exceptions() if not issubclass(getattr(errors, name), GraderError)] == []


def test_every_exception_is_named_in_the_tree_at_the_top():
    assert [name for name in exceptions() if name not in errors.__doc__] == []


def test_all_exceptions_that_are_defined_are_exported():
    defined = {
        name
        for name, value in vars(errors).items()
        if inspect.isclass(value) and value.__module__ == errors.__name__
    }
    assert defined == exceptions()


@pytest.mark.parametrize("error", CALL_ERRORS)
def test_every_call_error_has_a_status_of_the_report(error):
    assert error.status in typing.get_args(Status)


@pytest.mark.parametrize("error", CALL_ERRORS)
def test_no_call_error_counts_as_passed_or_ungraded(error):
    assert error.status not in {"passed", "ungraded"}


def test_the_faults_of_different_owners_are_no_kinds_of_each_other():
    owners = (SuiteError, Mismatch, CallError, WireError)
    assert [(a, b) for a in owners for b in owners if a is not b and issubclass(a, b)] == []


def test_a_suite_error_reads_place_then_fault_then_remedy():
    assert str(SuiteError("x is odd.", where="pad.py:3", remedy="Fix x.")) == "pad.py:3: x is odd. Fix x."


def test_a_suite_error_without_a_place_begins_with_the_fault():
    assert str(SuiteError("x is odd.")) == "x is odd."


def test_a_call_error_says_where_in_the_students_files():
    assert str(Raised("ValueError: no", where="a.py, line 2")) == "ValueError: no (a.py, line 2)"


def test_a_call_error_without_a_place_is_its_message():
    assert str(BadAnswer("The answer is None.")) == "The answer is None."


def test_a_mismatch_carries_both_sides():
    fault = Mismatch("They differ.", actual=1, expected=2)
    assert (fault.actual, fault.expected) == (1, 2)
