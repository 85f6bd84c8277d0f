"""Whatever a student hands in gives one clear line, costs what it concerns, and nothing else."""

import json

import pytest
from support.toy import RIGHT, TOY

from grader.course.cases import Kept
from grader.discover.submission import SourceFile, Submission
from grader.pipeline import Grader
from grader.sandbox import Limits

LIMITS = Limits(cpu_seconds=0.5, wall_seconds=2.0, memory_bytes=1024 * 2**20)


@pytest.fixture
def grade(warm):
    """Grade the toy course: name of a file to its content."""
    grader = Grader(TOY, Kept(), 0, warm, LIMITS)

    def run(files):
        return grader.grade(Submission("alice", tuple(SourceFile(*pair) for pair in files.items())))

    return run


def by_name(grade):
    return {exercise.exercise.name: exercise for exercise in grade.exercises}


def message(exercise):
    texts = [str(verdict.feedback.message) for verdict in exercise.verdicts if verdict.feedback]
    assert texts
    assert all("\n" not in text for text in texts)
    return texts[0]


def spoilt(body):
    return RIGHT.replace("    return x + x\n", f"    {body}\n").replace("double(x).sum() / 2", "x.sum()")


BODIES = {
    "returns nothing": ("x + x", "failed", "The answer is None; it must be a NumPy array."),
    "returns a list": ("return [1.0]", "failed", "The answer is a list of 1; it must be a NumPy array."),
    "returns a string": ("return 'two'", "failed", "The answer is a str; it must be a NumPy array."),
    "returns NaN": (
        "return x * np.nan",
        "failed",
        "The answer holds nan at [0]; every number must be finite.",
    ),
    "returns objects": ("return np.array([None] * len(x))", "failed", "must be a NumPy array"),
    "returns a matrix": ("return np.outer(x, x)", "failed", "it must be an array with the axes (n)."),
    "returns a wrong shape": ("return np.append(x + x, 1)", "failed", "The shape is (2,); it must be (1,)."),
    "raises": ("return x / undefined", "raised", "NameError: name 'undefined' is not defined"),
    "never returns": ("while True: pass", "timed_out", "more than 0.5 seconds of CPU time"),
    "sleeps": ("import time; time.sleep(60)", "timed_out", "more than 2 seconds"),
    "exits the process": (
        "import os; os._exit(7)",
        "crashed",
        "It ended its own process, with exit status 7.",
    ),
    "exits the program": ("raise SystemExit", "raised", "It ended the program (SystemExit)."),
    "exhausts memory": (
        "return np.ones((10**6, 10**6))",
        "raised",
        "It asked for more memory than it may have",
    ),
    "recurses for ever": ("return double(x)", "raised", "RecursionError"),
    "is a stub": ("raise NotImplementedError", "not_implemented", "Not written yet."),
    "imports what is not there": ("import torch", "forbidden", "It imports torch. Only NumPy"),
}


@pytest.mark.parametrize(("body", "status", "text"), BODIES.values(), ids=BODIES)
def test_a_bad_function_costs_itself_alone(grade, body, status, text):
    exercises = by_name(grade({"lesson.py": spoilt(body).encode()}))
    assert exercises["double"].status == status
    assert exercises["double"].earned == 0
    assert text in message(exercises["double"])
    assert exercises["total"].status == exercises["split"].status == "passed"


def test_a_wrong_number_of_arguments_is_said_with_the_error(grade):
    exercises = by_name(
        grade({"lesson.py": spoilt("return x + x").replace("double(x)", "double()").encode()})
    )
    assert "takes 0 positional arguments but 1 was given" in message(exercises["double"])
    assert exercises["total"].status == "passed"


def test_a_raised_error_is_said_with_file_line_and_text(grade):
    exercises = by_name(grade({"lesson.py": spoilt("return x[1000:][0]").encode()}))
    assert "(lesson.py, line 4: return x[1000:][0])" in message(exercises["double"])


def test_a_megabyte_of_prints_costs_nothing(grade, capfd):
    exercises = by_name(grade({"lesson.py": spoilt("print('x' * 10**6); return x + x").encode()}))
    assert exercises["double"].status == "passed"
    assert capfd.readouterr() == ("", "")


def notebook(*cells):
    found = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": cell} for cell in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": found}).encode()


def test_a_cell_that_does_not_parse_costs_what_it_defines(grade):
    header, double, total, split = RIGHT.split("\n\n")
    result = grade({"lesson.ipynb": notebook(header, double.replace(":", ""), total, split)})
    exercises = by_name(result)
    assert exercises["double"].status == "raised"
    assert "lesson.ipynb, code cell 2, line 1" in message(exercises["double"])
    assert exercises["split"].status == "passed"
    assert any("code cell 2, line 1" in note for note in result.notes)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"no notebook", b"[1, 2]", b'{"cells": 3}', b"\xff\xfe\x00", b"[" * 100_000]
)
def test_a_file_that_is_no_notebook_is_named_and_the_others_are_graded(grade, content):
    result = grade({"broken.ipynb": content, "lesson.py": RIGHT.encode()})
    assert result.earned == result.possible
    assert [note for note in result.notes if note.startswith("broken.ipynb")]


@pytest.mark.parametrize(
    "content",
    [
        RIGHT.encode("utf-8-sig"),
        ("# caf\u00e9\n" + RIGHT).encode("latin-1"),
        RIGHT.replace("\n", "\r\n").encode(),
        RIGHT.replace("\n", "\r").encode(),
    ],
    ids=["BOM", "Latin-1", "CRLF", "CR"],
)
def test_the_encoding_of_a_script_does_not_matter(grade, content):
    result = grade({"lesson.py": content})
    assert result.earned == result.possible


def test_what_is_not_there_is_missing_and_not_a_fault_of_ours(grade):
    result = grade({})
    assert {exercise.status for exercise in result.exercises} == {"missing"}
    assert result.earned == 0


def test_a_fault_of_ours_is_ungraded_and_never_zero(grade, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("out of paper")

    monkeypatch.setattr("grader.pipeline.judge", broken)
    result = grade({"lesson.py": RIGHT.encode()})
    assert {exercise.status for exercise in result.exercises} == {"ungraded"}
    assert result.earned is None
    assert "out of paper" in message(result.exercises[0])
