"""The JSON report: valid by its schema, without times, equal for equal grades."""

import json
import re

import jsonschema
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reports import RECEIPT, grade, report
from support.toy import DOUBLE, only
from support.values import VALUES

from grader.errors import Status
from grader.judging.grades import Diagnosis, ExerciseGrade, Feedback, Grade
from grader.judging.judge import judge
from grader.report.json import SCHEMA, render, schema
from grader.words import say

VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema()))


def told(*grades):
    def refuse(constant):
        raise AssertionError(constant)

    return json.loads(render(report(*grades)), parse_constant=refuse)


def feedback(**values):
    broken = grade(feedback=Feedback("It differs.", **values))
    return told(broken)["grades"][0]["lessons"][0]["exercises"][0]["properties"][0]["feedback"]


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


def test_the_report_names_the_version_of_its_schema():
    assert told()["schema"] == SCHEMA == "grade/2"


@pytest.mark.parametrize("status", Status.__args__)
def test_a_report_of_any_status_is_valid_by_the_schema(status):
    VALIDATOR.validate(told(grade(status=status)))


def test_the_schema_refuses_a_status_that_is_none():
    odd = told()
    odd["grades"][0]["lessons"][0]["exercises"][0]["status"] = "excellent"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(odd)


@given(VALUES, VALUES, st.text(st.characters(exclude_categories=["Cs"])))
def test_a_report_of_any_counterexample_is_valid_and_strict(actual, expected, text):
    shown = Feedback(text, {"x": actual}, actual, expected)
    VALIDATOR.validate(told(grade(feedback=shown, name=text, notes=(text,))))


def test_the_names_that_were_promised_are_there():
    report_ = told(grade(diagnosis=Diagnosis("squares", "Squared.")))
    (one,) = report_["grades"]
    exercise = one["lessons"][0]["exercises"][0]
    assert {"schema", "suite", "seed", "grades", "receipt"} <= report_.keys()
    assert {"submission", "earned", "possible", "extra_earned", "extra_possible", "lessons"} <= one.keys()
    assert {"name", "title", "extra", "earned", "possible", "exercises"} <= one["lessons"][0].keys()
    assert {"name", "status", "earned", "possible", "diagnosis", "properties"} <= exercise.keys()
    assert {"name", "status", "points", "possible", "feedback"} <= exercise["properties"][0].keys()
    assert {"message", "arguments", "actual", "expected"} <= exercise["properties"][0]["feedback"].keys()
    assert {"mistake", "message"} <= exercise["diagnosis"].keys()


def test_the_receipt_says_what_the_grades_were_made_with():
    assert told()["receipt"]["suite_digest"] == RECEIPT.suite_digest
    assert set(told()["receipt"]) == {
        "grader",
        "suite_digest",
        "python",
        "numpy",
        "submission_digest",
        "confinement",
    }


def test_points_are_told_by_exercise_and_property():
    exercise = told(grade())["grades"][0]["lessons"][0]["exercises"][1]
    assert (exercise["earned"], exercise["possible"], exercise["properties"][0]["points"]) == (2.0, 2.0, 2.0)


def test_what_could_not_be_judged_is_null_and_not_zero():
    one = told(grade(status="ungraded"))["grades"][0]
    assert (
        one["earned"],
        one["lessons"][0]["exercises"][0]["earned"],
        one["lessons"][0]["exercises"][0]["properties"][0]["points"],
    ) == (
        None,
        None,
        None,
    )


def test_what_passed_has_no_feedback():
    assert told(grade())["grades"][0]["lessons"][0]["exercises"][1]["properties"][0]["feedback"] is None


def test_no_diagnosis_is_null():
    assert told(grade())["grades"][0]["lessons"][0]["exercises"][0]["diagnosis"] is None


def test_the_numbers_of_a_counterexample_are_told():
    shown = feedback(arguments={"x": np.array([0.5])}, actual=np.float64(1), expected=np.array([[2]]))
    assert shown == {"message": "It differs.", "arguments": {"x": [0.5]}, "actual": 1.0, "expected": [[2]]}


def test_a_number_that_json_does_not_have_is_told_in_words():
    assert feedback(actual=float("nan"), expected=np.array([np.inf]))["actual"] == "nan"


def test_sentences_are_told_as_text():
    note = say("{count} files were ignored", count=2)
    one = told(grade(notes=(note,), diagnosis=Diagnosis("squares", say("It is {x}.", x="squared"))))[
        "grades"
    ][0]
    assert one["notes"] == ["2 files were ignored"]
    assert one["lessons"][0]["exercises"][0]["diagnosis"]["message"] == "It is squared."


def test_the_verdict_on_a_real_failure_can_be_told(kept):
    verdicts = judge(DOUBLE, np.square, kept, 0)
    VALIDATOR.validate(
        told(Grade.of(only(DOUBLE), [ExerciseGrade(DOUBLE, verdicts)], submission="alice", digest="0" * 64))
    )


def test_equal_grades_are_equal_text():
    assert render(report(grade())) == render(report(grade()))


def test_there_is_no_time_and_no_path_in_a_report():
    text = render(report(grade()))
    assert not re.search(r"\d{4}-\d\d-\d\d|\d\d:\d\d|/home/|/tmp/|seconds|elapsed", text)


def test_a_report_ends_with_a_line_end():
    assert render(report()).endswith("}\n")
