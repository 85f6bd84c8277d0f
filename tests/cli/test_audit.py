"""A small course with wheats and chaffs of its own is audited, released or refused."""

import sys

import pytest

from grader.cli import exits
from grader.cli.grader import grader

EXERCISE = '''
import numpy as np
from grader.course.authoring import (
    Annotated, Array, Inputs, close, exercise, lesson, require, say, strategies, suite,
)
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
        for name in [name for name in sys.modules if name.partition(".")[0] == "signals"]:
            del sys.modules[name]  # each command is a process of its own
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
    assert "    ok  No wheat loses a point, with any seed." in out
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
    assert "        double: the wheat triple breaks twice: " in out
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
    assert "The stored cases of double are out of date: run grader keep." in out
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


NEEDS = """
@exercise("Four times", inputs=INPUTS, without=CONTRACTS, needs=["double"])
def quadruple(x: Array) -> Annotated[Array, "n"]: ...

@quadruple.prop(points=3, hint="Double it twice.")
def four_times(f, x):
    \'\'\'Every number is quadrupled.\'\'\'
    close(f(x), 4 * x)
"""
QUADRUPLE = """
# %%
def quadruple(x):
    ### BEGIN SOLUTION
    return double(double(x))
    ### END SOLUTION
"""


@pytest.fixture
def needing(run, tmp_path):
    """The course with an exercise that needs the other."""
    package = tmp_path / "course/signals/__init__.py"
    text = (
        package.read_text("utf-8")
        .replace("SUITE =", NEEDS + "\nSUITE =")
        .replace("[double]", "[double, quadruple]")
    )
    package.write_text(text, "utf-8")
    add(tmp_path / "course/solutions/signals/lesson.py", QUADRUPLE)
    run("keep")
    run("release", "--skip-checks")
    return tmp_path / "course"


def test_an_implementation_may_call_what_its_exercise_needs(run, needing):
    folder = needing / "tests/implementations"
    (folder / "wheats/quadruple.py").write_text(
        "def with_double(x):\n    return double(x) + double(x)\n", "utf-8"
    )
    (folder / "chaffs/quadruple.py").write_text(
        "def once(x):\n    return double(x)\n\nCAUGHT_BY = {'once': {'four_times'}}\n", "utf-8"
    )
    status, out, _ = run("audit", "--matrix", "--jobs", 1, "--seeds", 2)
    assert (status, "failed" in out) == (0, False), out


def test_a_wheat_that_loses_points_says_why(run, tmp_path):
    add(tmp_path / "course/tests/implementations/wheats/double.py", "\ndef asks(x):\n    return doubled(x)\n")
    _, out, _ = run("audit", "--matrix", "--jobs", 1)
    assert "double: the wheat asks breaks twice: NameError: name 'doubled' is not defined" in out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("signals/__init__.py", ', needs=["double"]', ""),
            "lesson.py:13: quadruple calls double, which is not in its needs",
        ),
        (
            (
                "signals/__init__.py",
                "    close(f(x), 4 * x)",
                "    answer = f(x)\n    assert all(answer[i] == 4 * x[i] for i in range(len(x)))",
            ),
            "the property four_times failed (IndexError: index 0 is out of bounds",
        ),
        (
            (
                "signals/__init__.py",
                "    close(f(x), 4 * x)",
                "    close(f(x), 4 * x)\n    if False:\n        say(f'{x} is odd.')",
            ),
            "signals/__init__.py:40: say cannot translate an f-string.",
        ),
        (
            ("signals/__init__.py", "[double, quadruple]", "[double]"),
            "lesson.py has solutions of double, quadruple",
        ),
        (
            ("signals/__init__.py", "    return x**2", "    x**2"),
            "the mistake squares returns None. Is its return missing?",
        ),
        (
            (
                "signals/__init__.py",
                "    close(f(x), 4 * x)",
                "    require(f(x)[0] == 4 * x[0], 'It is {n}.')",
            ),
            "signals/__init__.py:38: the message 'It is {n}.' has no value for {n}. Fill it in with say",
        ),
        (
            (
                "signals/__init__.py",
                "    close(f(x), 4 * x)",
                "    require(f(x)[0] == 4 * x[0], 'No: ' + str(x))",
            ),
            "signals/__init__.py:38: require cannot translate a text that is put together",
        ),
        (
            ("solutions/signals/lesson.py", "return x + x", "return x + missing"),
            "NameError: name 'missing' is not defined",
        ),
        (
            ("solutions/signals/lesson.py", "return x + x", "return x +"),
            "lesson.py:7: the lesson is not valid Python (invalid syntax).",
        ),
    ],
)
def test_a_slip_of_the_author_is_found(run, needing, change, said):
    name, old, new = change
    path = needing / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    status, out, err = run("audit")
    assert (status, said in " ".join(out.split()), err) == (3, True, ""), out


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("solutions/signals/lesson.py", "return x + x", "quadruple = x\n    return quadruple + x"),
        ("solutions/signals/lesson.py", "return x + x", "return sum([quadruple for quadruple in (x, x)])"),
        ("signals/__init__.py", "    close(f(x), 4 * x)", "    close(f(x=x), 4 * x)"),
        ("signals/__init__.py", "def double(x: Array)", "def double(x: Array = None)"),
    ],
)
def test_what_is_right_is_not_refused(run, needing, name, old, new):
    path = needing / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    run("release", "--skip-checks")
    assert run("audit")[1].endswith("The course is sound.\n")


def test_a_file_of_the_package_that_does_not_parse_is_named(run, needing):
    (needing / "signals/notes.py").write_text("x = 1\ndef (:\n", "utf-8")
    for command in ("audit", "translate"):
        status, out, err = run(command)
        assert (status, "signals/notes.py:2: this is not valid Python (" in out + err) == (3, True), out + err


@pytest.mark.parametrize(
    "said", ["{'squares': 5}", "{'squares': 'twice'}", "{1: {'twice'}}", "[]]", "open('x')"]
)
def test_a_file_of_chaffs_that_says_something_else_is_named(run, tmp_path, said):
    path = tmp_path / "course/tests/implementations/chaffs/double.py"
    path.write_text(
        path.read_text("utf-8").replace('{"squares": {"twice"}, "gives_three_back": {"twice"}}', said),
        "utf-8",
    )
    status, out, err = run("audit", "--matrix", "--jobs", 1)
    assert status == 3, out + err
    assert "chaffs/double.py:4" in err


def test_an_exercise_of_another_lesson_must_be_imported(run, needing):
    lessons = needing / "solutions/signals"
    package = needing / "signals/__init__.py"
    text = package.read_text("utf-8").replace(
        'lesson("Basics", "signals.lesson", [double, quadruple])',
        'lesson("Basics", "signals.lesson", [double]), lesson("More", "signals.more", [quadruple])',
    )
    package.write_text(text, "utf-8")
    (lessons / "lesson.py").write_text(LESSON, "utf-8")
    (lessons / "more.py").write_text(QUADRUPLE, "utf-8")
    assert "more.py:5: double is not imported. Write: from lesson import double" in run("audit")[1]
    (lessons / "more.py").write_text("# %%\nfrom lesson import double\n" + QUADRUPLE, "utf-8")
    run("release", "--skip-checks")
    assert run("audit")[1].endswith("The course is sound.\n")


def test_files_that_belong_to_nothing_are_named(run, needing):
    for name in ("tests/implementations/wheats/triple.py", "solutions/signals/left.py"):
        (needing / name).write_text(LESSON, "utf-8")
    _, out, _ = run("audit")
    assert "wheats/triple.py: no exercise is called triple." in out
    assert "left.py belongs to no lesson: list left in suite(...), or delete the file." in out


def test_one_cause_is_one_problem(run, needing):
    path = needing / "signals/__init__.py"
    path.write_text(
        path.read_text("utf-8").replace("/ 4}", "/ 0}").replace("dtype=float", "dtype=int"), "utf-8"
    )
    path.write_text(
        path.read_text("utf-8").replace("np.array(quarters", "1 / 0 * np.array(quarters"), "utf-8"
    )
    status, out, _ = run("audit")
    assert (status, out.count("ZeroDivisionError")) == (3, 1), out
    assert "See above." in out
    assert out.endswith("3 problems to fix.\n")  # and the cases of two exercises are out of date
