"""What is handed in may be anything that a file system can hold: it is graded, or a person has to look."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from support.hostile.examination import INNOCENTS, suite_of
from support.hostile.outputs import complaints, rendered

from grader.course.cases import Kept
from grader.course.load import load
from grader.discover import discover
from grader.pipeline import Grader

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "solutions/cnn/lesson2_convolution.py"
RIGHT = INNOCENTS["right"]

NAMES = {
    "a line feed": "ali\nce",
    "a carriage return": "ali\rce",
    "a leading dash": "--help",
    "a terminal's escape code": "\x1b[2J\x1b[32malice",
    "a formula": "=1+1",
    "an at sign": "@SUM(A1)",
    "a workflow command": "::error::alice",
    "a workflow command of old": "##[error]alice",
    "markup": "[bold]alice",
    "text from right to left": "\u202eecila",
    "characters without width": "al\u200bice",
    "a quotation mark and a comma": 'ali",100,"ce',
    "a template": "{name}{message}",
    "bytes that are no text": os.fsdecode(b"\xff\xfealice"),
    "as many bytes as there may be": "a" * 251,
    "a blank": " ",
    "dots": "a...",
    "a backslash": "x\\..\\..\\alice",
}


def right(home, name="lesson.py"):
    home.mkdir(parents=True, exist_ok=True)
    (home / name).write_text(RIGHT, "utf-8")
    return home


def linked_to_the_solutions(home):
    (home / "lesson.py").symlink_to(LESSON)


def linked_to_the_password_file(home):
    (home / "lesson.py").symlink_to("/etc/passwd")


def linked_to_an_endless_device(home):
    (home / "lesson.ipynb").symlink_to("/dev/zero")


def linked_folder_of_solutions(home):
    (home / "cnn").symlink_to(LESSON.parent)


def linked_in_a_circle(home):
    (home / "lesson.py").symlink_to(home / "lesson.py")


def a_pipe_nobody_writes_to(home):
    os.mkfifo(home / "lesson.py")


def a_socket(home):
    here = Path.cwd()
    os.chdir(home)  # the path of a socket may be 107 bytes long at most
    with socket.socket(socket.AF_UNIX) as each:
        each.bind("lesson.py")
    os.chdir(here)


def a_notebook_of_500_megabytes(home):
    with (home / "lesson.ipynb").open("wb") as file:
        file.truncate(500 * 2**20)  # a hole: the disk holds nothing of it


REJECTED = [
    linked_to_the_solutions,
    linked_to_the_password_file,
    linked_to_an_endless_device,
    linked_in_a_circle,
    a_pipe_nobody_writes_to,
    a_socket,
    a_notebook_of_500_megabytes,
]


@pytest.fixture
def graded(tmp_path, warm, limits):
    """The grades of a class, by what is done to the folder of one of its students."""

    def grade(make=lambda home: None):
        right(tmp_path / "class/innocent")
        home = tmp_path / "class/attacker"
        home.mkdir()
        make(home)
        grader = Grader(suite_of(["zero_pad"]), Kept(load().cases), 0, warm, limits)
        grades = {each.name: grader.grade(each) for each in discover([tmp_path / "class"], "cnn")}
        assert grades["innocent"].earned == 10
        return grades["attacker"]

    return grade


@pytest.mark.parametrize("make", REJECTED, ids=lambda make: make.__name__)
def test_what_cannot_be_taken_in_needs_a_person_and_is_never_zero(graded, make):
    grade = graded(make)
    assert grade.notes
    assert grade.earned is None


@pytest.mark.parametrize("make", REJECTED, ids=lambda make: make.__name__)
def test_what_cannot_be_taken_in_costs_nothing_that_stands_beside_it(graded, make):
    assert graded(lambda home: (make(home), right(home, "lesson2.py"))).earned == 10


def test_a_linked_folder_is_not_followed(graded):
    grade = graded(linked_folder_of_solutions)
    assert {exercise.status for exercise in grade.exercises} <= {"missing", "ungraded"}
    assert not grade.earned


def test_a_folder_that_is_named_like_a_lesson_is_looked_into(graded):
    assert graded(lambda home: right(home / "lesson.py")).earned == 10


@pytest.fixture
def cleared(tmp_path):
    """Such a place is cleared by a program that goes deep; pytest's own cleaning would not."""
    yield
    subprocess.run(["rm", "-rf", *map(str, tmp_path.iterdir())], check=True)


@pytest.mark.usefixtures("cleared")
def test_folders_in_folders_in_folders_come_to_an_end(graded):
    def deep(home):
        here = os.open(home, os.O_RDONLY)
        for _ in range(1000):  # one by one: the whole path is longer than the system takes
            os.mkdir("d", dir_fd=here)
            here, outer = os.open("d", os.O_RDONLY, dir_fd=here), here
            os.close(outer)
        os.close(here)
        right(home / "d")

    assert graded(deep).earned == 10


def test_a_folder_linked_into_itself_comes_to_an_end(graded):
    assert graded(lambda home: (right(home / "work"), (home / "work/again").symlink_to(home))).earned == 10


def test_a_thousand_lessons_are_too_many_and_that_is_said(graded):
    def many(home):
        for number in range(1000):
            (home / f"{number:04}.py").write_text(RIGHT, "utf-8")

    grade = graded(many)
    assert grade.earned == 10
    assert any("1000" in note for note in grade.notes)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_name_of_a_file_steers_nobody(graded, name):
    grade = graded(lambda home: right(home, name + ".py"))
    assert grade.earned == 10
    for form, text in rendered(suite_of(["zero_pad"]), grade).items():
        assert complaints(form, text) == []


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_the_names_of_students_steer_nobody(tmp_path, form):
    for number, name in enumerate(NAMES.values()):
        (right(tmp_path / "class" / name) / "own.py").write_text(f"number = {number}\n", "utf-8")
    command = [sys.executable, "-m", "grader.cli", "class", "-e", "zero_pad", "--format", form]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    found = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    out, err = found.stdout.decode("utf-8"), found.stderr.decode("utf-8")
    assert found.returncode == 0, err
    assert complaints("en" if form == "text" else form, out) == []
    assert complaints("en", err) == []
    assert (out + err).count("10 / 10") >= len(NAMES)


def test_a_folder_named_like_an_option_is_a_folder(tmp_path):
    right(tmp_path / "--help")
    command = [sys.executable, "-m", "grader.cli", "-e", "zero_pad", "--", "--help"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    found = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert found.returncode == 0
