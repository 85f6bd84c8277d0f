"""A name that is accepted makes files that work; every other one is refused, and the message says why.

Nobody lists the names that clash: all that the templates and the authoring API use are tried.
"""

import io
import keyword
import re
import runpy
import sys
import tokenize
from contextlib import suppress
from types import SimpleNamespace

import pytest

import grader.course.authoring
from grader.audit.solutions import calls, lessons
from grader.course.cases import Kept
from grader.course.contracts import CONTRACTS
from grader.course.load import load, reload
from grader.errors import GraderError, SuiteError, UsageError
from grader.judging.judge import judge
from grader.lessons.release import render
from grader.lessons.stub import stub
from grader.skeleton.files import new_course, new_exercise
from grader.skeleton.filling import TEMPLATES, filled
from grader.skeleton.names import check_course, check_exercise, check_lesson, check_title, distribution, used

PYTHON = ("exercise", "lesson", "suite", "solution", "solved", "wheats", "chaffs")
OTHERS = """
    assignments solutions tests docs cases locale grader numpy cnn convgrade center base lesson1 f x rng np st
    bisect random statistics copy math queue signal code test setup conftest self cls main a a_ a__b z9
"""


@pytest.fixture(autouse=True)
def _imported():
    """Forget the courses, whose names other tests may import."""
    before = {*sys.modules}
    yield
    for name in {*sys.modules} - before:
        if name.partition(".")[0] in {*words(), "some_course"}:
            del sys.modules[name]


def code(*templates):
    """Return the names in the code of templates."""
    tokens = [tokenize.generate_tokens(io.StringIO(filled(each)).readline) for each in templates]
    return {token.string for each in tokens for token in each if token.type == tokenize.NAME}


def words():
    """Return the names in the templates' code and in the API, and some of Python, students and courses."""
    found = {*CONTRACTS, *dir(grader.course.authoring), *keyword.softkwlist, *OTHERS.split(), *code(*PYTHON)}
    return sorted(word for word in found if re.fullmatch("[a-z][a-z0-9_]*", word))


def accepted(check, *others):
    """Return the words that a check accepts."""
    found = []
    for word in words():
        with suppress(UsageError):
            check(word, *others)
            found.append(word)
    return found


def made(home, write, course="some_course", lesson="some_lesson", exercise="some_exercise"):
    """Make a course of two exercises, the second of a name that clashes with nothing; release it.

    Returns:
        The first exercise and the file of the solutions.
    """
    write(new_course(home, course, lesson, exercise))
    first = load(str(home / course))
    write(new_exercise(first, "second_exercise", lesson))
    suite, solution = reload(first).suite, home / "solutions" / course / f"{lesson}.py"
    for form in ("notebook", "script"):
        render({lesson: solution.read_text("utf-8")}, form=form)
    audited = SimpleNamespace(grader=SimpleNamespace(suite=suite), solutions=solution.parent)
    assert not [*lessons(audited), *calls(audited)]
    return suite.exercises[0], solution


def broken(exercise, function, kept):
    """Return the promises that a function does not keep."""
    verdicts = judge(exercise, function, kept, 0, shrinking=False)
    assert not [verdict.feedback for verdict in verdicts if verdict.status == "ungraded"]
    return {verdict.prop.name for verdict in verdicts if verdict.status != "passed"}


def implementations(folder, exercise):
    """Yield each implementation as the audit calls it: under the name of the exercise."""
    for kind in ("wheats", "chaffs"):
        text = (folder / kind / f"{exercise}.py").read_text("utf-8")
        for name in re.findall(r"^def (\w+)", text, re.MULTILINE):
            path = folder / f"{name}.py"
            path.write_text(f"{text}\n{exercise} = {name}\n", "utf-8")
            names = runpy.run_path(str(path))
            yield names[exercise], names.get("CAUGHT_BY", {}).get(name, set())


def check_marks(home, write, kept, word):
    """The solution and the wheats get full marks, the chaffs do not, and the stub is not written yet."""
    exercise, solution = made(home, write, exercise=word)
    assert not broken(exercise, runpy.run_path(str(solution))[word], kept)
    solution.write_text(stub(solution.read_text("utf-8"), where="here"), "utf-8")
    with pytest.raises(NotImplementedError):
        runpy.run_path(str(solution))[word](None)
    if word in code("wheats", "chaffs"):
        for function, caught_by in implementations(home / "tests/implementations", word):
            assert bool(broken(exercise, function, kept)) == bool(caught_by)


def failures(check, others, attempt):
    """Try all accepted names; return what went wrong, by name."""
    tried, wrong = accepted(check, *others), {}
    assert len(tried) > 50
    for word in tried:
        try:
            attempt(word)
        except (AssertionError, GraderError, pytest.fail.Exception) as error:
            wrong[word] = error
    return wrong


def test_an_exercise_of_an_accepted_name_works(tmp_path, write):
    kept = Kept(cache=tmp_path / "cache")
    others = ("some_course", "some_lesson")
    assert not failures(check_exercise, others, lambda word: check_marks(tmp_path / word, write, kept, word))


@pytest.mark.parametrize(
    ("kind", "check", "others"), [("course", check_course, ()), ("lesson", check_lesson, ("some_course",))]
)
def test_a_course_or_a_lesson_of_an_accepted_name_loads(kind, check, others, tmp_path, write):
    assert not failures(check, others, lambda word: made(tmp_path / word, write, **{kind: word}))


def test_names_that_work_are_not_refused_for_nothing():
    exercises = {"f", "n", "rng", "seed", "total", "match", "case", "bisect", "random", "statistics"}
    assert exercises <= {*accepted(check_exercise, "base", "lesson1")}
    assert {"lesson", "center", "build", "close", "two"} <= {*accepted(check_lesson, "base")}


@pytest.mark.parametrize(
    ("check", "arguments", "why"),
    [
        (
            check_exercise,
            ("close", "base", "lesson1"),
            "the files of an exercise use that name",
        ),
        (
            check_exercise,
            ("lesson", "base", "lesson1"),
            "the files of an exercise use that name",
        ),
        (check_exercise, ("x", "base", "lesson1"), "the files of an exercise use that name"),
        (check_exercise, ("sum", "base", "lesson1"), "that is a Python function"),
        (check_exercise, ("base", "base", "lesson1"), "course, lesson and exercise need different names"),
        (check_lesson, ("suite", "base"), "the course uses that name for something else"),
        (check_lesson, ("cases", "base"), "the course uses that name for something else"),
        (check_lesson, ("numpy", "base"), "its file would hide the Python module of that name"),
        (check_lesson, ("random", "base"), "its file would hide the Python module of that name"),
        (check_lesson, ("base", "base"), "course, lesson and exercise need different names"),
        (check_course, ("cnn",), "that name is taken"),
        (check_course, ("convgrade",), "that name is taken"),
        (check_course, ("solutions",), "that name is taken"),
        (check_course, ("a" * 101,), "100 at most"),
        (check_course, ("lambda",), "not a Python keyword"),
    ],
)
def test_a_refusal_says_why(check, arguments, why):
    with pytest.raises(UsageError, match=why):
        check(*arguments)


@pytest.mark.parametrize("title", ["", "  ", 'a "b"', "a\\b", "a\nb", "a\rb", "a\x00b", "a\u2028b", "\ud800"])
def test_a_title_that_breaks_a_file_is_refused(title):
    with pytest.raises(UsageError, match="A title needs a letter"):
        check_title(title)


@pytest.mark.parametrize(
    "title", ["합성곱 신경망", "O'Brien's {lines} & $x$ %s", "É\u3000한 👩‍🏫", "x" * 500]
)
def test_a_title_is_what_the_course_says(title, tmp_path, write):
    check_title(title)
    write(new_course(tmp_path, "base", "lesson1", "center", title=f" {title} "))
    assert load(str(tmp_path / "base")).suite.title == title


def test_what_pip_calls_a_package_is_a_name_for_pip():
    assert [distribution(name) for name in ("a", "a_b", "a__b", "a_")] == ["a", "a-b", "a-b", "a"]


def test_names_in_functions_are_not_used_by_the_module():
    source = "import a as b\nc = d\ndef e(f):\n    g = h\n"
    assert used(source) == {"b", "c", "d", "e"}
    assert used(source, inside=True) == {"b", "c", "d", "e", "f", "g", "h"}


def test_text_that_does_not_parse_is_named_with_its_line(tmp_path):
    with pytest.raises(SuiteError, match=r"lesson\.py:2: syntax error"):
        used("a = 1\n)\n", tmp_path / "lesson.py")


def test_every_template_is_a_file_of_a_course():
    assert {path.stem for path in TEMPLATES.iterdir()} == {*PYTHON, "readme", "pyproject"}
