"""The author's door: a file of decorated functions becomes an exercise, or says what it lacks."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.toy import DOUBLE, SPLIT, TOTAL, TOY, VECTORS, build_vector, draw_vector

from grader.course import authoring
from grader.course.authoring import Array, Inputs, exercise, suite
from grader.course.forms import AnyForm, TupleForm
from grader.errors import SuiteError

OTHER = Inputs(draw_vector, build_vector, pinned=({"quarters": [1]},))


def draft(stub=None):
    def negate(x: Array) -> Array: ...

    return exercise("Negation", inputs=VECTORS)(stub or negate)


def promise(f, x):
    """A promise."""


def refusal(check=promise, **options):
    with pytest.raises(SuiteError) as caught:
        draft().prop(**{"points": 1, "hint": "Look.", **options})(check)
    return caught.value


def test_an_exercise_is_named_after_its_stub():
    assert [each.name for each in TOY.exercises] == ["double", "total", "split"]


def test_a_suite_is_named_after_its_package():
    assert suite("A course", "grader.suites.signals", []).name == "signals"


def test_an_exercise_is_worth_the_points_of_its_properties():
    assert DOUBLE.possible == 6.0


def test_a_suite_is_worth_the_points_of_its_exercises():
    assert TOY.possible == 10.0


def test_the_return_annotation_becomes_the_form():
    assert isinstance(SPLIT.form, TupleForm)


def test_a_cache_is_an_open_part():
    assert isinstance(SPLIT.form.items[1], AnyForm)


def test_properties_keep_their_order():
    assert [prop.name for prop in DOUBLE.properties] == ["keeps_the_length", "twice", "additive"]


def test_mistakes_keep_their_order_and_their_message():
    assert [(m.name, m.message) for m in DOUBLE.mistakes] == [
        ("squares", "Every number is squared."),
        ("does_nothing", "Every number is taken as it is."),
    ]


def test_needs_are_kept():
    assert TOTAL.needs == ("double",)


def test_the_promise_is_the_first_paragraph_of_the_docstring_in_one_line():
    drafted = draft()

    @drafted.prop(points=1, hint="Look.")
    def long_promise(f, x):
        """The promise goes on
        over two lines.

        What follows is for authors.
        """

    assert drafted.finish().properties[0].promise == "The promise goes on over two lines."


def test_a_property_knows_its_file_and_line():
    name, _, line = DOUBLE.properties[1].where.partition(":")
    source = (Path(__file__).parents[1] / "support" / name).read_text("utf-8").splitlines()
    assert "def twice" in "".join(source[int(line) - 1 : int(line) + 1])


def test_a_property_takes_the_cases_of_its_exercise():
    assert DOUBLE.properties[0].inputs is VECTORS


def test_a_property_may_have_cases_of_its_own():
    drafted = draft()
    drafted.prop(points=1, hint="Look.", inputs=OTHER)(promise)
    assert drafted.finish().properties[0].inputs is OTHER


def test_a_check_stays_a_function_that_can_be_called():
    assert draft().prop(points=1, hint="Look.")(promise) is promise


@pytest.mark.parametrize("points", [0, -1])
def test_a_property_without_points_is_refused(points):
    assert refusal(points=points).remedy == "Give it points."


@pytest.mark.parametrize("hint", ["", "  "])
def test_a_property_without_a_hint_is_refused(hint):
    assert refusal(hint=hint).remedy == "Give it a hint."


def test_a_property_without_a_promise_is_refused():
    assert refusal(lambda f, x: None).remedy == "Write the promise as its docstring."


def test_a_second_property_of_the_same_name_is_refused():
    drafted = draft()
    drafted.prop(points=1, hint="Look.")(promise)
    with pytest.raises(SuiteError, match="Give it another name"):
        drafted.prop(points=1, hint="Look.")(promise)


def test_a_refusal_names_the_authors_file():
    assert refusal(points=0).where.startswith("test_authoring.py:")


def test_an_exercise_without_a_property_is_refused_with_the_remedy():
    with pytest.raises(SuiteError, match=r"negate has no property.*@negate\.prop"):
        draft().finish()


def test_a_stub_whose_return_annotation_has_no_form_is_refused():
    def oddly(x: Array) -> set: ...

    drafted = draft(oddly)
    drafted.prop(points=1, hint="Look.")(promise)
    with pytest.raises(SuiteError, match="oddly: set has no form"):
        drafted.finish()


def test_inputs_are_kept_under_their_module_and_function():
    assert VECTORS.key == "support.toy.draw_vector"


def test_every_exported_name_is_there():
    assert [name for name in authoring.__all__ if not hasattr(authoring, name)] == []


def test_reading_a_course_does_not_import_hypothesis():
    code = "import sys; import support.toy; print('hypothesis' in sys.modules)"
    places = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]
    result = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {places}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == "False"
