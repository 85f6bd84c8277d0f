"""A course in a folder of its author's, as students and instructors grade with it."""

import json
import shutil

import pytest
from support.signals import submission

from grader.cli.collect import collect
from grader.cli.grade import grade
from grader.cli.grader import grader


def test_solutions_get_full_marks_and_stubs_none(run_command, course):
    status, out, _ = run_command(grade, "--course", course, course / "solutions")
    assert (status, "not" in out) == (0, False)
    status, out, _ = run_command(grade, "--course", course, course / "assignments")
    assert status == 1
    assert out.count("not written yet") == 2


def test_the_report_is_grouped_by_lesson_with_extra_credit_beside_the_total(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x", triple="x")
    _, out, _ = run_command(grade, "--course", course, alice)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[:8] == [
        "Signals alice",
        "",
        "Doubles 4 / 4",
        "✔ double 4 / 4 2 times",
        "",
        "Triples 0 / 4",
        "✘ triple 0 / 4 3 times - 6 of 6 promises broken",
        "",
    ]
    assert lines[8:10] == ["Total 4 / 4", "Extra credit 0 / 4"]


@pytest.mark.parametrize(
    ("functions", "status"),
    [
        ({"double": "2 * x", "triple": "3 * x"}, 0),
        ({"double": "2 * x", "triple": "x"}, 0),
        ({"double": "2 * x"}, 0),
        ({"double": "x", "triple": "3 * x"}, 1),
        ({"another": "2 * x"}, 1),
    ],
)
def test_the_core_decides_the_exit_status(run_command, course, tmp_path, functions, status):
    assert run_command(grade, "--course", course, submission(tmp_path / "alice", **functions))[0] == status


def test_extra_credit_that_could_not_be_graded_does_not_decide_either(run_command, course, tmp_path):
    path = course / "signals/lesson2_triples/triple.py"
    path.write_text(path.read_text("utf-8").replace("    close(f(x), 3 * x)", "    1 / 0"), "utf-8")
    alice = submission(tmp_path / "alice", double="2 * x", triple="3 * x")
    status, out, _ = run_command(grade, "--course", course, alice, "--format", "json")
    (one,) = json.loads(out)["grades"]
    assert (status, one["earned"], one["extra_earned"]) == (0, 4, None)


def test_where_only_extra_credit_is_chosen_it_decides(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x", triple="x")
    assert run_command(grade, "--course", course, alice, "-e", "triple")[0] == 1
    assert run_command(grade, "--course", course, alice, "-e", "lesson2")[0] == 1
    assert run_command(grade, "--course", course, alice, "-e", "lesson1_doubles")[0] == 0


def test_json_and_csv_have_the_lessons_and_their_subtotals(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x", triple="x")
    (one,) = json.loads(run_command(grade, "--course", course, alice, "--format", "json")[1])["grades"]
    assert [(each["name"], each["extra"], each["earned"]) for each in one["lessons"]] == [
        ("lesson1_doubles", False, 4),
        ("lesson2_triples", True, 0),
    ]
    assert (one["possible"], one["extra_possible"]) == (4, 4)
    head, row = run_command(grade, "--course", course, alice, "--format", "csv")[1].splitlines()
    told = dict(zip(head.split(","), row.split(","), strict=True))
    assert (told["earned"], told["extra_earned"], told["lesson1_doubles"], told["triple"]) == (
        "4",
        "0",
        "4",
        "0",
    )


def test_the_environment_can_name_the_course(run_command, course, monkeypatch):
    monkeypatch.setenv("GRADER_COURSE", str(course))
    assert run_command(grade, course / "solutions")[0] == 0


def test_nothing_in_what_is_graded_or_in_the_working_folder_decides_the_course(
    run_command, course, monkeypatch
):
    """The folder holds a course with the name of the default one, and the submission one more."""
    evil = course.parent / "elsewhere/cnn"
    evil.mkdir()
    (evil / "__init__.py").write_text("raise RuntimeError('the wrong course')\n", "utf-8")
    alice = submission(course.parent / "alice", double="2 * x")
    shutil.copytree(course / "signals", alice / "signals")
    status, out, _ = run_command(grade, alice)
    assert status == 1
    assert "zero_pad" in out
    assert "double" not in out
    status, _, err = run_command(grade, "--course", "signals", alice)
    assert status == 2
    assert "No installed course is called 'signals'" in err


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_class_is_graded_with_the_authors_course(run_command, course, tmp_path, jobs):
    for name, body in (("alice", "2 * x"), ("bob", "x")):
        submission(tmp_path / name, double=body, triple="3 * x")
    students = [tmp_path / "alice", tmp_path / "bob"]
    status, out, _ = run_command(grade, "--course", course, *students, "--jobs", jobs)
    assert status == 1
    rows = [line.split() for line in out[out.index("Submission") :].splitlines()[1:] if line]
    assert rows[0][:4] == ["alice", "4", "4", "4"]
    assert rows[1][:4] == ["bob", "0", "4", "0"]


def test_collect_shows_the_functions_of_the_course(run_command, course, tmp_path):
    alice = submission(tmp_path / "alice", double="2 * x")
    status, out, _ = run_command(collect, "--course", course, alice)
    assert status == 0
    assert "1 / 2" in out
    assert "triple" in out


def test_the_course_is_audited_translated_and_released_where_it_lies(run_command, course):
    assert run_command(grader, "audit", "--course", course)[0] == 0
    status, out, _ = run_command(grader, "translate", "--course", course)
    assert status == 0
    assert out.startswith("course: ")
    assert "grader: " not in out
    assert (course / "signals/locale/ko/LC_MESSAGES/course.po").exists()
    (course / "assignments/signals/lesson1_doubles.ipynb").unlink()
    assert run_command(grader, "release", "--course", course, "--skip-checks")[0] == 0
    assert (course / "assignments/signals/lesson1_doubles.ipynb").exists()


def test_a_lesson_without_its_file_or_with_other_exercises_is_found_by_the_audit(run_command, course):
    first = course / "solutions/signals/lesson1_doubles.py"
    first.rename(first.with_name("doubles.py"))
    status, out, _ = run_command(grader, "audit", "--course", course)
    assert status == 3
    assert "lesson1_doubles.py is missing: the lesson lesson1_doubles has no file." in out
    assert "doubles.py belongs to no lesson: list doubles in suite(...), or delete the file." in out
