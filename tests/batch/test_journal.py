"""A killed run loses no finished grade, and nothing in a journal is believed without its checksum."""

import io
from dataclasses import replace

import numpy as np
import pytest
from rich.console import Console
from support.toy import RIGHT, TOY, only

from grader.batch import Journal, Journaled, grade_all
from grader.batch.records import grade_of, record_of
from grader.course.load import load
from grader.discover.submission import SourceFile, Submission
from grader.errors import UsageError
from grader.judging.grades import Diagnosis, ExerciseGrade, Feedback, Grade, Verdict
from grader.pipeline import Grader, digest, report
from grader.report import json
from grader.report.language import translator
from grader.report.text import MARKS, TextReport
from grader.words import say

SETTINGS = {"suite": "toy", "seed": 0}


def submission(name, text=RIGHT):
    return Submission(name, (SourceFile("lesson.py", text.encode()),), (say("{count} files", count=1),))


CLASS = [
    submission("right"),
    submission("wrong", RIGHT.replace("return x + x", "return x")),
    submission("raises", RIGHT.replace("return x + x", "raise ValueError('no')")),
    submission("none", "x = (\n"),
]


class Counting:
    """Grades as the grader does, and says whose work it has seen; the power fails before the ``fails``-th."""

    def __init__(self, grader, fails=None):
        self.grader, self.fails, self.seen = grader, fails, []

    def grade(self, submission, done=lambda: None):
        if len(self.seen) == self.fails:
            raise KeyboardInterrupt
        self.seen.append(submission.name)
        return self.grader.grade(submission, done)


@pytest.fixture
def grader(warm, limits, kept):
    return Grader(TOY, kept, 0, warm, limits)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "grades.json.journal"


def journal(path, settings=SETTINGS):
    return Journal(path, settings, TOY)


def run(grader, path, submissions=CLASS, **settings):
    with journal(path, SETTINGS | settings) as notes:
        return list(grade_all(Journaled(grader, notes), submissions, 1))


def texts(grades):
    """All that a reader can see of grades: as JSON, and as text in two languages."""
    made = report(TOY, 0, grades)
    shown = [json.render(made)]
    for lang in ("en", "ko"):
        sink = io.StringIO()
        text = TextReport(translator(lang, load().locale), marks=MARKS, cross="x", verbose=True)
        for grade in grades:
            Console(file=sink, width=100).print(text.grade(made, grade))
        shown.append(sink.getvalue())
    return shown


def test_a_killed_run_goes_on_where_it_stopped(grader, path):
    first = Counting(grader, fails=2)
    with pytest.raises(KeyboardInterrupt):
        run(first, path)
    second = Counting(grader)
    grades = run(second, path)
    assert (first.seen, second.seen) == (["right", "wrong"], ["raises", "none"])
    assert texts(grades) == texts(list(grade_all(grader, CLASS, 1)))


def test_what_is_taken_from_the_journal_counts_as_progress(grader, path):
    run(grader, path)
    steps = []
    with journal(path) as notes:
        list(grade_all(Journaled(grader, notes), CLASS, 2, lambda: steps.append(1)))
    assert len(steps) == len(CLASS) * len(TOY.exercises)


def test_changed_files_are_graded_again(grader, path):
    run(grader, path)
    changed = [submission("right", RIGHT + "\n"), *CLASS[1:]]
    counting = Counting(grader)
    run(counting, path, changed)
    assert counting.seen == ["right"]


def test_what_could_not_be_graded_is_tried_again(grader, path):
    ungraded = tuple(
        ExerciseGrade(e, tuple(Verdict(p, "ungraded", Feedback("")) for p in e.properties))
        for e in TOY.exercises
    )
    with journal(path) as notes:
        notes.add(Grade.of(TOY, ungraded, submission="right", digest=digest(CLASS[0])))
    counting = Counting(grader)
    run(counting, path, CLASS[:1])
    assert counting.seen == ["right"]


def whole(path, count=2):
    """Write a journal of some grades; return where each frame ends."""
    ends = []
    with journal(path) as notes:
        ends.append(path.stat().st_size)
        for name in "abcdefgh"[:count]:
            exercises = [ExerciseGrade(each, ()) for each in TOY.exercises]
            notes.add(Grade.of(TOY, exercises, submission=name, digest="0"))
            ends.append(path.stat().st_size)
    return ends


def test_a_half_written_grade_is_cut_off_and_the_others_stay(path):
    ends = whole(path, 3)
    data = path.read_bytes()
    for cut in range(ends[2] + 1, ends[3], 7):
        path.write_bytes(data[:cut])
        with journal(path) as notes:
            assert len(notes) == 2
        assert path.stat().st_size == ends[2]


def test_a_damaged_grade_and_what_follows_it_are_not_believed(path):
    ends = whole(path, 3)
    data = bytearray(path.read_bytes())
    for at in range(ends[1], ends[2], 5):
        damaged = data.copy()
        damaged[at] ^= 1
        path.write_bytes(damaged)
        with journal(path) as notes:
            assert len(notes) == 1


def test_other_settings_are_refused_and_nothing_is_lost(grader, path):
    whole(path)
    before = path.read_bytes()
    with pytest.raises(UsageError, match="unfinished run with other settings"):
        run(grader, path, seed=1)
    assert path.read_bytes() == before


def test_a_file_that_is_no_journal_is_left_alone(path):
    path.write_text("my notes\n")
    with pytest.raises(UsageError, match="is not a journal of grades"):
        journal(path)
    assert path.read_text() == "my notes\n"


def test_a_second_run_with_the_same_output_is_refused(path):
    with journal(path), pytest.raises(UsageError, match="belongs to a run that has not ended yet"):
        journal(path)


def test_a_journal_that_cannot_be_written_is_a_clear_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be written"):
        journal(tmp_path / "nowhere" / "grades.journal")


def test_a_grade_of_exercises_that_are_not_graded_now_is_passed_over(grader):
    record = record_of(grader.grade(CLASS[1]))
    assert grade_of(record, TOY) is not None
    assert grade_of(record, only(TOY.exercises[0])) is None
    assert grade_of(record, only(*TOY.exercises, replace(TOY.exercises[0], name="other"))) is None


def test_arrays_sentences_and_diagnoses_come_back_as_they_were():
    exercise = TOY.exercises[0]
    message = say("{what} differs", what=say("{count} numbers", count=3))
    feedback = Feedback(message, {"x": np.arange(3.0), "n": 3, "t": (1, [2.5])}, np.ones((2, 2)), {"a": 1})
    verdict = Verdict(exercise.properties[0], "failed", feedback)
    found = Diagnosis("squares", say("Every number is squared."), certain=False)
    made = Grade.of(
        only(exercise),
        [ExerciseGrade(exercise, (verdict,), found, "f.py, line 1", (message,))],
        submission="a",
        digest="0",
        notes=(message,),
        owner="4711",
    )
    back = grade_of(record_of(made), only(exercise))
    (came,) = back.exercises
    told = came.verdicts[0].feedback
    assert (told.message, told.message.template, told.message.values["what"].template) == (
        "3 numbers differs",
        "{what} differs",
        "{count} numbers",
    )
    assert (came.diagnosis, came.found, came.notes, back.notes, back.owner) == (
        found,
        "f.py, line 1",
        (message,),
        (message,),
        "4711",
    )
    np.testing.assert_array_equal(told.arguments["x"], np.arange(3.0))
    assert told.arguments["t"] == (1, [2.5])
