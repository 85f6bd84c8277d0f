"""A small course with wheats and chaffs of its own is audited, released or refused."""

import pytest

from grader.cli import exits
from grader.cli.grader import grader

EXERCISE = '''
import numpy as np
from grader.course.authoring import Annotated, Array, Inputs, close, exercise, lesson, strategies, suite
from grader.course.contracts import CONTRACTS

def draw(draw):
    return {"quarters": draw(strategies.lists(strategies.integers(-8, 8), min_size=1, max_size=6))}

def build(quarters):
    return {"x": np.array(quarters, dtype=float) / 4}

INPUTS = Inputs(draw, build, pinned=({"quarters": [4, 8, 12]},))

@exercise("Twice", inputs=INPUTS, without=CONTRACTS)
def double(x: Array) -> Annotated[Array, "n"]: ...

@double.prop(points=3, hint="Add the argument to itself.")
def twice(f, x):
    """The numbers of three are doubled."""
    if len(x) == 3:
        close(f(x), x + x)
    else:
        f(x)

@double.mistake("Every number is squared.")
def squares(x):
    return x**2

SUITE = suite("Signals", __name__, [lesson("Basics", "signals.lesson", [double])])
'''
LESSON = """\
# %%
import numpy as np

# %%
def double(x):
    ### BEGIN SOLUTION
    return x + x
    ### END SOLUTION
"""
WHEATS = "def product(x):\n    return 2 * x\n"
CHAFFS = (
    'def squares(x):\n    return x**2\n\nCAUGHT_BY = {"squares": {"twice"}, "gives_three_back": {"twice"}}\n'
    "\ndef gives_three_back(x):\n    return x if len(x) == 3 else 2 * x\n"
)
CUNNING = "\ndef right_for_three(x):\n    return 2 * x if len(x) == 3 else x\n"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run grader in a folder with the course ``signals``, its lessons, wheats and chaffs."""
    home = tmp_path / "course"
    files = {
        home / "signals/__init__.py": EXERCISE,
        home / "solutions/signals/lesson.py": LESSON,
        home / "tests/implementations/wheats/double.py": WHEATS,
        home / "tests/implementations/chaffs/double.py": CHAFFS,
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        arguments = [str(argument) for argument in (*arguments, "--course", home)]
        return exits.status(grader, arguments), *capsys.readouterr()

    call("keep")
    return call


@pytest.fixture
def released(tmp_path):
    return tmp_path / "course/assignments/signals/lesson.ipynb"


def add(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_a_sound_course_is_released_when_it_was_checked(run, released):
    status, out, err = run("release", "--jobs", 1)
    assert (status, err) == (0, ""), out
    assert "failed" not in out
    assert "    ok  No wheat loses a point, in any seed." in out
    assert "1 right implementations." in out
    assert released.exists()


def test_a_release_that_writes_nothing_needs_no_trial(run, released):
    run("release", "--skip-checks")
    assert run("release", "--jobs", 1)[:2] == (0, "course/assignments/signals is up to date.\n")


def test_a_release_is_refused_while_a_chaff_survives(run, released, tmp_path):
    add(tmp_path / "course/tests/implementations/chaffs/double.py", CUNNING)
    status, out, err = run("release", "--jobs", 1)
    assert status == 3
    assert "        double: the chaff right_for_three keeps every promise." in out
    assert "Nothing was released." in err
    assert not released.exists()


def test_a_release_is_refused_while_a_wheat_loses_a_point(run, released, tmp_path):
    add(tmp_path / "course/tests/implementations/wheats/double.py", "\ndef triple(x):\n    return 3 * x\n")
    status, out, _ = run("release", "--jobs", 1)
    assert status == 3
    assert "        double: the wheat triple breaks twice." in out
    assert not released.exists()


def test_a_release_is_refused_while_a_mutant_survives(run, released, tmp_path):
    lesson = LESSON.replace("return x + x", "if len(x) == 2:\n        return 2 * x\n    return x + x")
    (tmp_path / "course/solutions/signals/lesson.py").write_text(lesson, "utf-8")
    status, out, _ = run("release", "--jobs", 1)
    assert status == 3
    assert "        double: the mutant 2 * x -> 2 + x" in out
    assert not released.exists()


def test_a_release_is_refused_while_the_course_itself_is_unsound(run, released, tmp_path):
    (tmp_path / "course/signals/cases/seed-0/double.json").write_text("{}", "utf-8")
    status, out, _ = run("release", "--jobs", 1)
    assert status == 3
    assert "are not those that its strategies draw: run grader keep." in out
    assert not released.exists()


def test_a_course_is_released_unchecked_if_that_is_asked_for(run, released, tmp_path):
    add(tmp_path / "course/tests/implementations/chaffs/double.py", CUNNING)
    status, out, _ = run("release", "--skip-checks")
    assert status == 0
    assert out.startswith("NOT CHECKED: ")
    assert released.exists()


def test_a_course_without_chaffs_is_released_and_said_to_be_unchecked(run, released, tmp_path):
    status, out, _ = run("release", "--implementations", tmp_path / "none")
    assert status == 0
    assert out.startswith("No kill matrix: ")
    assert "    ok  The solutions get full marks." in out
    assert released.exists()


def test_a_release_without_chaffs_is_refused_while_the_course_itself_is_unsound(run, released, tmp_path):
    lesson = LESSON.replace("return x + x", "return 3 * x")
    (tmp_path / "course/solutions/signals/lesson.py").write_text(lesson, "utf-8")
    status, out, err = run("release", "--implementations", tmp_path / "none")
    assert status == 3
    assert "failed  The solutions get full marks." in out
    assert "Nothing was released." in err
    assert not released.exists()


def test_edited_work_is_refused_before_the_trial(run, released):
    run("release", "--skip-checks")
    released.write_text("{}", "utf-8")
    status, out, err = run("release", "--jobs", 1)
    assert (status, out) == (2, "")
    assert "--force" in err


def test_the_matrix_shows_what_is_diagnosed(run):
    status, out, _ = run("audit", "--matrix", "--jobs", 1)
    assert status == 0, out
    line = next(line for line in out.splitlines() if line.endswith("  all"))
    assert line.split() == ["1", "1", "0", "0", "0", "100.0%", "1", "0", "1", "0", "all"]
