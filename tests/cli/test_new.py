"""What ``grader new`` makes grades, audits and releases at once."""

import shlex
import shutil
import subprocess
import sys

import pytest

from grader.cli import exits
from grader.cli.grade import grade
from grader.cli.grader import grader


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A working folder whose name has a space and Hangul in it."""
    folder = tmp_path / "강의 자료"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course with two lessons and three exercises, all of them made by commands."""
    folder = tmp_path_factory.mktemp("made")
    for arguments in (
        ["course", "statistics_1", "--to", str(folder / "statistics_1"), "--lesson", "lesson1_means"],
        ["exercise", "spread", "--course", str(folder / "statistics_1")],
        ["exercise", "slope", "--course", str(folder / "statistics_1"), "--lesson", "lesson2_lines"],
    ):
        assert exits.status(grader, ["new", *arguments]) == 0
    return folder / "statistics_1"


@pytest.fixture
def course(made, here):
    """A copy of that course in the working folder."""
    return shutil.copytree(made, here / "statistics_1")


def test_it_grades_audits_and_releases_at_once(course, run_command):
    status, out, _ = run_command(grade, "--course", course, course / "solutions")
    assert (status, out.count("10 / 10")) == (0, 4)
    assert "Lesson 2: Lines" in out
    status, out, _ = run_command(grade, "--course", course, course / "assignments")
    assert (status, out.count("not written yet")) == (1, 3)
    assert "The course is sound." in run_command(grader, "audit", "--course", course)[1]
    status, out, _ = run_command(grader, "audit", "--matrix", "--course", course)
    assert status == 0, out
    assert run_command(grader, "release", "--course", course)[:2] == (
        0,
        "statistics_1/assignments/statistics_1 is up to date.\n",
    )


@pytest.mark.parametrize(
    "home", ["one", "two words", "통계", "it's", 'so "called"', "$HOME/*", "-x", "~me/here", "a/b c/d", "."]
)
def test_the_command_that_it_prints_can_be_copied(here, run_command, home):
    _, out, _ = run_command(grader, "new", "course", "stats", f"--to={home}")
    (line,) = (line for line in out.splitlines() if line.startswith("Try it: "))
    command, *arguments = shlex.split(line.removeprefix("Try it: "))
    assert command == "grade"
    status, out, err = run_command(grade, *arguments)
    assert (status, "Total" in out) == (0, True), err
    assert shlex.join([command, *arguments]) == line.removeprefix("Try it: ")


def test_what_is_made_keeps_the_rules_that_our_own_code_keeps(course):
    for command in (
        ["mypy", "--strict", "statistics_1"],
        ["ruff", "check", "--isolated", "statistics_1", "tests"],
        ["ruff", "format", "--isolated", "--line-length", "110", "--check", "statistics_1", "tests"],
    ):
        found = subprocess.run(
            [sys.executable, "-m", *command], cwd=course, capture_output=True, text=True, check=False
        )
        assert found.returncode == 0, found.stdout + found.stderr


def test_a_new_exercise_says_what_it_wrote_and_what_it_changed(course, run_command):
    status, out, _ = run_command(
        grader, "new", "exercise", "mode", "--course", course, "--lesson", "lesson1_means"
    )
    assert status == 0
    home = "statistics_1"
    assert out.splitlines() == [
        f"written: {home}/statistics_1/lesson1_means/mode.py",
        f"written: {home}/tests/implementations/wheats/mode.py",
        f"written: {home}/tests/implementations/chaffs/mode.py",
        f"changed: {home}/statistics_1/lesson1_means/__init__.py",
        f"changed: {home}/solutions/statistics_1/lesson1_means.py",
        f"written: {home}/statistics_1/cases/seed-0/mode.json",
        f"changed: {home}/assignments/statistics_1/lesson1_means.ipynb",
    ]


def test_scripts_stay_scripts_and_edited_files_stay_as_they_are(course, run_command):
    stubs = course / "assignments/statistics_1"
    shutil.rmtree(stubs)
    run_command(grader, "release", "--course", course, "--format", "script", "--skip-checks")
    run_command(grader, "new", "exercise", "mode", "--course", course)
    assert {path.suffix for path in stubs.iterdir()} == {".py"}
    assert "def mode(x):" in (stubs / "lesson2_lines.py").read_text("utf-8")
    (stubs / "lesson2_lines.py").write_text("# mine\n", "utf-8")
    _, out, _ = run_command(grader, "new", "exercise", "range_of", "--course", course)
    command = f"grader release --course {shlex.quote(str(course))}\n"
    assert f"The students' files were out of date, so they were left alone. Update them: {command}" in out
    assert (stubs / "lesson2_lines.py").read_text("utf-8") == "# mine\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["course", "3d"], "The course cannot be called '3d'."),
        (["course", "class"], "The course cannot be called 'class'."),
        (["course", "통계"], "The course cannot be called '통계'."),
        (["course", "json"], "'json': that name is taken"),
        (["course", "numpy"], "'numpy': that name is taken"),
        (["course", "solutions"], "'solutions': that name is taken"),
        (["course", "one", "--lesson", "one"], "need different names"),
        (["course", "one", "--exercise", "print"], "The exercise cannot be called 'print': that is a"),
        (["course", "one", "--title", 'a "b"'], "no quotation marks"),
        (["course", "one", "--exercise", "close"], "The exercise cannot be called 'close': the files of an"),
        (["course", "one", "--lesson", "suite"], "The lesson cannot be called 'suite': the course uses that"),
        (["course", "one", "--to", "x" * 300], "File name too long. Nothing was written."),
        (["course", "one", "--exercise", "_init_"], "The exercise cannot be called '_init_'."),
        (["course", "one", "--to", "full"], "full already exists and is not empty"),
        (["course", "one", "--to", "full/file/home"], "full/file/home: Not a directory."),
        (["exercise", "one"], "The course cnn is installed."),
        (["exercise", "one", "--course", "./nowhere"], "nowhere does not exist"),
    ],
)
def test_bad_names_and_places_are_refused_and_nothing_is_written(here, run_command, arguments, said):
    (here / "full").mkdir()
    (here / "full/file").write_text("mine\n", "utf-8")
    before = sorted(here.rglob("*"))
    status, _, err = run_command(grader, "new", *arguments)
    assert (status, said in err) == (2, True), err
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["center"], "statistics_1 already has center"),
        (["lesson1_means"], "statistics_1 already has lesson1_means"),
        (["one", "--lesson", "center"], "center is an exercise of statistics_1"),
        (["left_over"], "left_over.py already exists. Move it away"),
    ],
)
def test_nothing_of_a_course_is_overwritten(course, run_command, arguments, said):
    (course / "tests/implementations/chaffs/left_over.py").write_text("# mine\n", "utf-8")
    before = {path: path.read_bytes() for path in course.rglob("*.*") if path.suffix != ".pyc"}
    status, _, err = run_command(grader, "new", "exercise", *arguments, "--course", course)
    assert (status, said in err) == (2, True), err
    assert {path: path.read_bytes() for path in before} == before


def test_a_course_without_the_lessons_file_is_told_which_is_missing(course, run_command):
    (course / "solutions/statistics_1/lesson2_lines.py").unlink()
    status, _, err = run_command(grader, "new", "exercise", "mode", "--course", course)
    assert (status, "solutions/statistics_1/lesson2_lines.py is missing" in err) == (2, True)


def test_what_is_no_utf_8_is_named_with_its_line(course, run_command):
    path = course / "tests/implementations/chaffs/center.py"
    path.write_bytes(b"\n# caf\xe9\n" + path.read_bytes())
    status, _, err = run_command(grader, "audit", "--matrix", "--course", course)
    assert (status, "chaffs/center.py:2: this is not UTF-8. Save the file as UTF-8." in err) == (3, True)
