"""From a package to a course, or to a line that says what the author has to fix."""

import sys

import pytest

from grader.course.load import load
from grader.errors import SuiteError

EXERCISE = '''
from grader.course.authoring import Array, Inputs, exercise, lesson, strategies, suite

def draw(draw): ...
def build(n): ...
def build_otherwise(n): ...

def made(name, inputs, needs=()):
    def stub(x: Array) -> Array: ...
    stub.__name__ = name
    draft = exercise("A title", inputs=inputs, needs=needs)(stub)
    @draft.prop(points=1, hint="Look.")
    def promise(f, x):
        """A promise."""
    return draft

def course(*exercises):
    return suite("Signals", __name__, [lesson("Basics", "signals.basics", exercises)])
'''


@pytest.fixture
def course(tmp_path):
    """Write a package ``signals`` and load it by its path."""
    home = tmp_path / "my course"
    (home / "signals").mkdir(parents=True)

    def write(text, **files):
        (home / "signals/__init__.py").write_text(text, "utf-8")
        for stem, content in files.items():
            (home / f"signals/{stem}.py").write_text(content, "utf-8")
        for name in [name for name in sys.modules if name.partition(".")[0] == "signals"]:
            del sys.modules[name]  # as in a process of its own
        return load(str(home))

    return write


def sound(exercises="made('f', Inputs(draw, build))", more=""):
    return EXERCISE + f"SUITE = course({exercises})\n{more}"


@pytest.fixture
def fault(course):
    """Return what is wrong with a package."""

    def refused(text, **files):
        with pytest.raises(SuiteError) as caught:
            course(text, **files)
        return caught.value

    return refused


def test_the_projects_own_course_loads():
    found = load()
    assert (found.suite.name, found.spec, found.home) == ("cnn", "cnn", None)
    assert found.package.name == "cnn"
    assert load("cnn").suite.digest == found.suite.digest


def test_a_course_is_loaded_by_its_path(course, tmp_path):
    found = course(sound())
    assert [exercise.name for exercise in found.suite.exercises] == ["f"]
    assert [lesson.name for lesson in found.suite.lessons] == ["basics"]
    assert found.package == tmp_path / "my course/signals"
    assert found.home == tmp_path / "my course"
    assert found.beside("solutions") == tmp_path / "my course/solutions"


def test_the_digest_is_the_same_for_the_same_files(course):
    assert course(sound()).suite.digest == course(sound()).suite.digest


def test_the_digest_changes_with_any_file_of_the_package(course):
    assert course(sound()).suite.digest != course(sound(), oracles="# new\n").suite.digest


def test_the_digest_changes_with_cases_and_data_but_not_with_translations(course, tmp_path):
    before = course(sound()).suite.digest
    package = tmp_path / "my course/signals"
    for name in ("locale/ko/course.mo", "__pycache__/a.pyc", ".DS_Store"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_bytes(b"1")
    assert course(sound()).suite.digest == before
    for name in ("cases/seed-0/f.json", "data/table.csv"):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_bytes(b"1")
        after = course(sound()).suite.digest
        assert after != before
        before = after


def test_an_error_while_importing_names_the_authors_line(fault):
    found = fault("\n\nimport math\nmath.nothing\n")
    assert found.where == "signals/__init__.py:4"
    assert "AttributeError" in found.message


def test_the_authors_line_is_named_though_the_error_came_from_a_library(fault):
    found = fault("import numpy as np\nfrom . import pad\n", pad="import numpy as np\nx = 1\nnp.zeros(-1)\n")
    assert found.where == "signals/pad.py:3"


def test_a_file_that_does_not_parse_is_named_with_its_line(fault):
    found = fault("from signals import pad\n", pad="x = 1\ndef (:\n")
    assert (found.where, found.message) == ("signals/pad.py:2", "syntax error: invalid syntax.")


def test_a_package_that_does_not_parse_is_named_with_its_line(fault):
    assert fault("\ndef (:\n").where == "signals/__init__.py:2"


def test_an_import_that_is_not_installed_is_named_with_its_line_and_how_to_install_it(fault):
    found = fault("from . import pad\n", pad="\nimport nothing_of_this_name.deep\n")
    assert found.where == "signals/pad.py:2"
    assert found.message == "it imports nothing_of_this_name, which is not installed."
    assert "pip install nothing_of_this_name" in found.remedy


def test_a_module_of_the_course_that_is_not_there_is_no_package_to_install(fault):
    found = fault("from signals.lesson9 import LESSON\n")
    assert (found.where, found.message) == ("signals/__init__.py:1", "there is no module signals.lesson9.")
    assert "pip" not in found.remedy


def test_a_course_that_ends_the_program_is_named(fault):
    found = fault("import sys\nsys.exit(3)\n")
    assert (found.where, found.message) == (
        "signals/__init__.py:2",
        "the course cannot be imported (SystemExit: 3).",
    )


def test_a_suite_error_of_the_authors_door_passes_unchanged(fault):
    found = fault("from grader.errors import SuiteError\nraise SuiteError('no points', where='pad.py:7')\n")
    assert str(found) == "pad.py:7: no points"


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ("Inputs(draw, build, pinned=({'n': 1}))", "pinned is of type dict."),
        ("Inputs(draw, build, pinned=([1, 2],))", "pinned recipe 1 is of type list."),
        (
            "Inputs(draw, build, pinned=({'n': 1}, {'n': {2}}))",
            "pinned recipe 2 has an entry 'n' that cannot",
        ),
        ("Inputs(draw, build, instead='n')", "instead is of type str."),
        ("Inputs(draw, {'n': 1})", "build is {'n': 1}, which is not a function."),
        ("Inputs(None, build)", "draw is None, which is not a function."),
        (
            "Inputs(strategies.composite(lambda draw: {'n': draw(strategies.integers(1, 3))}), build)",
            "_lambda_ is decorated with @composite.",
        ),
    ],
)
def test_inputs_of_a_wrong_type_are_named_with_the_authors_line(fault, inputs, said):
    found = fault(EXERCISE + f"INPUTS = {inputs}\n")
    assert found.message.startswith(said)
    assert found.where == f"signals/__init__.py:{EXERCISE.count(chr(10)) + 1}"
    assert found.remedy


@pytest.mark.parametrize("text", ["", "SUITE = None\n", "SUITE = 'cnn'\n"])
def test_a_package_without_a_suite_is_told_how_to_end(fault, text):
    found = fault(text)
    assert found.where == "signals/__init__.py"
    assert "End it with SUITE = suite(" in found.remedy


def test_a_suite_of_another_name_than_its_package_is_refused(fault):
    found = fault(sound().replace('suite("Signals", __name__', 'suite("Signals", "waves"'))
    assert found.message == "the suite is called 'waves' and its package 'signals'."


def test_an_exercise_that_is_listed_twice_is_refused(fault):
    found = fault(sound("made('f', Inputs(draw, build)), made('f', Inputs(draw, build))"))
    assert found.message == "f is listed 2 times."
    assert found.where.startswith("signals/__init__.py:")


def test_a_lesson_with_the_name_of_an_exercise_is_refused(fault):
    assert "2 things are called basics." in fault(sound("made('basics', Inputs(draw, build))")).message


def test_an_exercise_that_needs_what_is_none_is_refused_with_the_names_it_may_use(fault):
    found = fault(sound("made('f', Inputs(draw, build)), made('g', Inputs(draw, build), needs=('h',))"))
    assert str(found).endswith("g needs h, which is not an exercise. It can need: f, g.")


def test_two_inputs_that_would_be_kept_under_one_name_are_refused(fault):
    found = fault(sound("made('f', Inputs(draw, build)), made('g', Inputs(draw, build_otherwise))"))
    assert "two different Inputs draw with signals.draw" in str(found)


def test_two_exercises_may_share_their_inputs(course):
    found = course(sound("made('f', Inputs(draw, build)), made('g', Inputs(draw, build))"))
    assert len(found.suite.exercises) == 2


def test_cases_that_every_property_may_do_without_are_refused(fault):
    found = fault(sound("made('f', Inputs(draw, build, instead={'n': 1}))"))
    assert "every property of f has cases with ``instead``" in str(found)


def test_a_course_that_failed_can_be_loaded_once_it_is_right(course, fault):
    fault("from . import pad\n", pad="1 / 0\n")
    assert course(sound()).suite.name == "signals"


def test_the_search_path_stays_as_it_was(course):
    before = list(sys.path)
    course(sound())
    assert sys.path == before


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ({"f": "f"}, "f needs f."),
        ({"f": "g", "g": "f"}, "f needs g needs f."),
        ({"f": "g", "g": "h", "h": "g"}, "g needs h needs g."),
    ],
)
def test_an_exercise_must_not_need_itself(fault, needs, said):
    made = [f"made('{name}', Inputs(draw, build), needs={tuple(needs.get(name, ''))!r})" for name in "fgh"]
    found = fault(sound(", ".join(made)))
    assert found.message == said
    assert found.where.startswith("signals/__init__.py:")


@pytest.mark.parametrize(
    "error", ["BaseException('ours')", "GeneratorExit()", "type('Odd', (Exception,), {'__str__': int})()"]
)
def test_whatever_a_course_raises_while_it_is_imported_is_its_authors_fault(fault, error):
    found = fault(f"x = 1\nraise {error}\n")
    assert found.where == "signals/__init__.py:2"
    assert found.message.startswith("the course cannot be imported (")


def test_an_editors_files_are_no_part_of_a_package(course, tmp_path):
    package = tmp_path / "my course/signals"
    before = course(sound()).suite.digest
    (package / ".#pad.py").symlink_to("somebody@host.1234")
    (package / "link.py").symlink_to("nowhere.py")
    (package / "folder.py").mkdir()
    assert course(sound()).suite.digest == before
