"""The table for a spreadsheet."""

import csv
import io

import pytest
from support.reports import grade, report

from grader.report.csv import render


def rows(*grades):
    return list(csv.reader(io.StringIO(render(report(*grades)))))


def test_the_first_row_names_the_columns():
    assert rows()[0] == [
        "submission",
        "owner",
        "earned",
        "possible",
        "basics",
        "double",
        "total",
        "parts",
        "split",
        "confinement",
        "notes",
    ]


def test_a_submission_has_one_row_with_a_column_an_exercise():
    assert rows(grade())[1] == ["alice", "", "4", "10", "2", "0", "2", "2", "2", "sealed", ""]


def test_submissions_keep_their_order():
    assert [row[0] for row in rows(grade(name="bob"), grade(name="alice"))[1:]] == ["bob", "alice"]


def test_what_could_not_be_judged_is_empty_and_not_zero():
    assert rows(grade(status="ungraded"))[1] == ["alice", "", "", "10", "", "", "2", "2", "2", "sealed", ""]


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "\uff1d1", "\uff20A1"]
)
def test_a_name_is_never_taken_for_a_formula(name):
    assert rows(grade(name=name))[1][0] == "'" + name.strip()


@pytest.mark.parametrize("name", ['al,ice "a"', "앨리스", "O'Neill"])
def test_a_name_comes_back_as_it_was(name):
    assert rows(grade(name=name))[1][0] == name


def test_a_name_of_two_lines_stays_in_one_row():
    assert rows(grade(name="al\r\nice"))[1][0] == "al ice"


def test_notes_share_one_column():
    assert rows(grade(notes=("one", "two")))[1][-1] == "one; two"


def test_a_note_is_never_taken_for_a_formula():
    assert rows(grade(notes=("=cmd|' /C calc'!A0",)))[1][-1].startswith("'=")


def test_equal_grades_are_equal_text():
    assert render(report(grade())) == render(report(grade()))


def test_lines_end_plainly():
    assert "\r" not in render(report())
