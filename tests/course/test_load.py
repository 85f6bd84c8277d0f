"""From a suite's name to the suite, or to a line that says what the author has to mend."""

import sys
from pathlib import Path

import pytest

from grader.course import load as loading
from grader.course.load import available, folder, load
from grader.errors import SuiteError, UsageError

EXERCISE = '''
from grader.course.authoring import Array, Inputs, exercise, suite

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
'''


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Write a package ``signals`` into the place where suites are looked for."""
    home = tmp_path / "courses"
    home.mkdir()
    (home / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(loading, "HOME", "courses")

    def write(text, name="signals", **files):
        package = home / name
        package.mkdir()
        (package / "__init__.py").write_text(text, "utf-8")
        for stem, content in files.items():
            (package / f"{stem}.py").write_text(content, "utf-8")
        return package

    yield write
    for name in [name for name in sys.modules if name.partition(".")[0] == "courses"]:
        del sys.modules[name]


def fault(name="signals"):
    with pytest.raises(SuiteError) as caught:
        load(name)
    return caught.value


def sound(exercises):
    return EXERCISE + f"SUITE = suite('Signals', __name__, {exercises})\n"


def test_the_suites_that_are_installed_are_listed(course):
    course("", "waves")
    course("", "signals")
    assert available() == ["signals", "waves"]


def test_the_projects_own_course_loads():
    assert load("cnn").name == "cnn"


def test_the_folder_of_a_suite_is_its_packages(course):
    package = course(sound("[]"))
    assert folder("signals") == Path(package)


def test_a_suite_is_loaded_by_its_name(course):
    course(sound("[made('f', Inputs(draw, build))]"))
    assert [exercise.name for exercise in load("signals").exercises] == ["f"]


def test_an_unknown_name_is_the_callers_fault_and_lists_the_known_ones(course):
    course("")
    with pytest.raises(UsageError, match="no suite named 'wavs'; there is: signals"):
        load("wavs")


def test_without_any_suite_the_list_says_so(course):
    with pytest.raises(UsageError, match="there is: none"):
        load("signals")


def test_the_digest_is_the_same_for_the_same_files(course):
    course(sound("[]"))
    assert load("signals").digest == load("signals").digest


def test_the_digest_changes_with_any_file_of_the_package(course):
    package = course(sound("[]"))
    before = load("signals").digest
    (package / "oracles.py").write_text("# new\n", "utf-8")
    assert load("signals").digest != before


def test_the_digest_changes_when_a_file_moves(course):
    package = course(sound("[]"), one="x = 1\n")
    before = load("signals").digest
    (package / "one.py").rename(package / "two.py")
    assert load("signals").digest != before


def test_an_error_while_importing_names_the_authors_line(course):
    course("\n\nimport math\nmath.nothing\n")
    assert fault().where == "__init__.py:4"


def test_an_error_while_importing_says_what_was_raised(course):
    course("1 / 0\n")
    assert "ZeroDivisionError: division by zero" in str(fault())


def test_a_file_that_does_not_parse_is_named_with_its_line(course):
    course("from courses.signals import pad\n", pad="x = 1\ndef (:\n")
    assert fault().where == "pad.py:2"


def test_a_package_that_does_not_parse_is_named_with_its_line(course):
    course("\ndef (:\n")
    assert fault().where == "__init__.py:2"


def test_a_suite_error_of_the_authors_door_passes_unchanged(course):
    course("from grader.errors import SuiteError\nraise SuiteError('no points', where='pad.py:7')\n")
    assert str(fault()) == "pad.py:7: no points"


@pytest.mark.parametrize("text", ["", "SUITE = None\n", "SUITE = 'cnn'\n"])
def test_a_package_without_a_suite_is_told_how_to_end(course, text):
    course(text)
    assert "End it with SUITE = suite(" in fault().remedy


def test_an_exercise_that_is_listed_twice_is_refused(course):
    course(sound("[made('f', Inputs(draw, build)), made('f', Inputs(draw, build))]"))
    assert fault().message == "f is listed twice."


def test_an_exercise_that_needs_what_is_none_is_refused_with_the_names_it_may_use(course):
    course(sound("[made('f', Inputs(draw, build)), made('g', Inputs(draw, build), needs=('h',))]"))
    assert str(fault()).endswith("g needs h, which is no exercise. Its needs may name: f, g.")


def test_two_inputs_that_would_be_kept_under_one_name_are_refused(course):
    course(sound("[made('f', Inputs(draw, build)), made('g', Inputs(draw, build_otherwise))]"))
    assert "two different Inputs draw with courses.signals.draw" in str(fault())


def test_two_exercises_may_share_their_inputs(course):
    course(sound("[made('f', Inputs(draw, build)), made('g', Inputs(draw, build))]"))
    assert len(load("signals").exercises) == 2


def test_cases_that_every_property_may_do_without_are_refused(course):
    course(sound("[made('f', Inputs(draw, build, instead={'n': 1}))]"))
    assert "every property of f may be kept with other cases instead of its own" in str(fault())
