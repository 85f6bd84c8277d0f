"""The authoring API: a file of decorated functions becomes an exercise, or an error says what it lacks."""

import subprocess
import sys
import types
from functools import partial
from pathlib import Path

import pytest
from support.toy import DOUBLE, SPLIT, TOTAL, TOY, VECTORS, build_vector, draw_vector

from grader.course import authoring
from grader.course.authoring import Array, Inputs, exercise, lesson, suite
from grader.course.contracts import CONTRACTS
from grader.course.forms import AnyForm, TupleForm
from grader.errors import SuiteError

OTHER = Inputs(draw_vector, build_vector, pinned=({"quarters": [1]},))


def draft(stub=None):
    return exercise("Negation", inputs=VECTORS)(stub or negation())


def promise(f, x):
    """A promise."""


def promised(**options):
    """Return a draft with one promise."""
    drafted = exercise("Negation", inputs=VECTORS, **options)(negation())
    drafted.prop(points=2, hint="Look.")(promise)
    return drafted


def negation():
    def negate(x: Array) -> Array: ...

    return negate


def refusal(check=promise, **options):
    with pytest.raises(SuiteError) as caught:
        draft().prop(**{"points": 1, "hint": "Look.", **options})(check)
    return caught.value


def test_an_exercise_is_named_after_its_stub():
    assert [each.name for each in TOY.exercises] == ["double", "total", "split"]


def test_a_suite_and_a_lesson_are_named_after_their_packages():
    basics = lesson("Basics", "grader.suites.signals.basics", [promised()])
    assert basics.name == "basics"
    assert suite("A course", "grader.suites.signals", [basics]).name == "signals"


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
    source = (Path(__file__).parents[1] / name).read_text("utf-8").splitlines()
    assert "def twice" in "".join(source[int(line) - 1 : int(line) + 1])


def test_a_property_takes_the_cases_of_its_exercise():
    assert DOUBLE.properties[0].inputs is VECTORS


def test_a_property_may_have_cases_of_its_own():
    drafted = draft()
    drafted.prop(points=1, hint="Look.", inputs=OTHER)(promise)
    assert drafted.finish().properties[0].inputs is OTHER


def test_a_check_stays_a_function_that_can_be_called():
    assert draft().prop(points=1, hint="Look.")(promise) is promise


@pytest.mark.parametrize("points", [0, -1, "2", True, float("nan"), float("inf"), 5e-324, 1e300, [1]])
def test_points_that_are_none_are_refused(points):
    assert refusal(points=points).remedy == "Points are a number from 0.01 to 1e+06."


def test_a_property_without_points_is_told_how_to_write_them():
    found = refusal(points=None)
    assert (found.message, found.remedy) == (
        "the property promise has no points.",
        "Write @negate.prop(points=..., hint=...).",
    )


@pytest.mark.parametrize("hint", ["", "  ", None])
def test_a_property_without_a_hint_is_refused(hint):
    found = refusal(hint=hint)
    assert found.message == "the property promise has no hint."
    assert "hint=..." in found.remedy


def test_a_property_without_brackets_is_told_how_to_write_them():
    with pytest.raises(SuiteError, match=r"promise has no points. Write @negate\.prop\(points=") as caught:
        draft().prop(promise)
    assert caught.value.where.startswith("test_authoring.py:")


def test_a_property_without_a_promise_is_refused():
    assert refusal(lambda f, x: None).remedy == "Write the promise as its docstring."


def test_a_property_whose_inputs_are_none_is_refused():
    assert refusal(inputs=draw_vector).remedy == "Write inputs=Inputs(draw, build)."


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


def finished(stub):
    drafted = draft(stub)
    drafted.prop(points=1, hint="Look.")(promise)
    with pytest.raises(SuiteError) as caught:
        drafted.finish()
    assert caught.value.where.startswith("test_authoring.py:")
    return caught.value


def test_a_stub_whose_return_annotation_has_no_form_is_refused():
    def oddly(x: Array) -> set: ...

    assert "oddly has a return annotation that cannot be used: set is not" in finished(oddly).message


def test_a_stub_without_a_return_annotation_is_told_so():
    def silent(x: Array): ...

    found = finished(silent)
    assert found.message == "silent has no return annotation."
    assert "-> Array" in found.remedy


def test_an_annotation_that_names_nothing_is_refused():
    def wrong(x: "Arrray") -> Array: ...  # noqa: F821

    assert "cannot be read (NameError: name 'Arrray' is not defined)" in finished(wrong).message


def test_a_property_that_asks_for_what_no_case_has_is_refused():
    drafted = draft()

    @drafted.prop(points=1, hint="Look.")
    def asks(f, x, y, rng):
        """A promise."""

    with pytest.raises(SuiteError, match=r"asks for y, which negate does not take.*x, rng"):
        drafted.finish()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"inputs": None}, "negate has no inputs"),
        ({"inputs": draw_vector}, "negate has no inputs"),
        ({"points": 0}, "negate has points=0"),
        ({"needs": "double"}, "negate has needs='double', which is one string"),
        ({"without": "memory_order"}, "which is one string"),
        ({"needs": None}, "negate has needs=None, which is not a list of names"),
        ({"needs": [["double"]]}, "which is not a list of names"),
        ({"without": 5}, "negate has without=5, which is not a list of names"),
        ({"contracts": draw_vector}, "negate has contracts=<function draw_vector"),
        ({"contracts": 5}, "negate has contracts=5"),
        ({"oracle": "np.mean"}, "negate has oracle='np.mean'"),
        ({"oracle": 5}, "negate has oracle=5"),
        ({"without": ("purity",)}, "negate leaves out purity, which is not a contract"),
    ],
)
def test_an_exercise_that_is_not_said_in_full_is_refused(options, words):
    with pytest.raises(SuiteError, match=words) as caught:
        exercise("Negation", **{"inputs": VECTORS, **options})(negation())
    assert caught.value.where.startswith("test_authoring.py:")
    assert caught.value.remedy


def test_an_exercise_without_brackets_or_title_is_told_how_to_write_them():
    with pytest.raises(SuiteError, match=r'has no title. Write @exercise\("A title", inputs=') as caught:
        exercise(negation())
    assert caught.value.where.startswith("test_authoring.py:")
    with pytest.raises(SuiteError, match="negate has no title"):
        exercise(" ", inputs=VECTORS)(negation())


def wrong_formula(x):
    return x


def test_a_mistake_without_a_message_is_told_how_to_write_it():
    with pytest.raises(SuiteError, match=r"the mistake wrong_formula has no message.*@negate\.mistake"):
        draft().mistake(wrong_formula)
    with pytest.raises(SuiteError, match="has no message"):
        draft().mistake(" ")(wrong_formula)


def test_a_second_mistake_of_the_same_name_is_refused():
    drafted = draft()
    drafted.mistake("It is wrong.")(wrong_formula)
    with pytest.raises(SuiteError, match="there are two mistakes wrong_formula"):
        drafted.mistake("It is wrong, too.")(wrong_formula)


def test_a_mistake_with_other_arguments_than_the_stub_is_refused():
    drafted = promised()
    drafted.mistake("It is wrong.")(lambda x, y: x)
    with pytest.raises(SuiteError, match="does not take what negate takes") as caught:
        drafted.finish()
    assert caught.value.where.startswith("test_authoring.py:")


def test_contracts_come_out_of_the_points_that_were_declared():
    made = promised().finish()
    assert made.possible == 2
    assert {prop.name: prop.points for prop in made.properties} == {
        "promise": 1.6,
        **dict.fromkeys(CONTRACTS, 0.1),
    }


def test_a_contract_is_worth_a_quarter_point_where_there_are_enough():
    points = [prop.points for prop in promised(points=10).finish().properties]
    assert points == [9, 0.25, 0.25, 0.25, 0.25]


def test_without_contracts_the_properties_have_all_points():
    assert [prop.points for prop in promised(without=CONTRACTS).finish().properties] == [2]


def test_properties_share_the_total_in_the_ratio_of_their_points():
    drafted = exercise("Negation", inputs=VECTORS, points=3, without=CONTRACTS)(negation())
    for name, points in (("one", 1), ("two", 2), ("six", 6)):
        check = types.FunctionType(promise.__code__, {}, name)
        check.__doc__ = "A promise."
        drafted.prop(points=points, hint="Look.")(check)
    made = drafted.finish()
    assert made.possible == 3
    assert [round(prop.points, 9) for prop in made.properties] == [0.333333333, 0.666666667, 2]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([], "has no exercise"),
        (None, "has no exercise"),
        ([promise], "promise in the lesson 'Basics' is not an exercise"),
    ],
)
def test_a_lesson_of_something_else_than_exercises_is_refused(parts, words):
    with pytest.raises(SuiteError, match=words) as caught:
        lesson("Basics", "signals.basics", parts)
    assert caught.value.where.startswith("test_authoring.py:")


def test_a_suite_of_exercises_is_told_to_put_them_into_lessons():
    with pytest.raises(SuiteError, match="negate in the suite 'Signals' is not a lesson"):
        suite("Signals", "signals", [promised()])


def test_a_suite_or_lesson_without_a_title_is_refused():
    with pytest.raises(SuiteError, match="a lesson has no title"):
        lesson("", "signals.basics", [promised()])
    with pytest.raises(SuiteError, match="a suite has no title"):
        suite(None, "signals", [])


def test_extra_credit_has_a_total_of_its_own():
    core = lesson("Core", "signals.core", [promised(points=3)])
    more = lesson("More", "signals.more", [promised(points=5)], extra=True)
    made = suite("Signals", "signals", [core, more])
    assert (made.possible, made.extra_possible) == (3, 5)


def test_a_course_can_be_cut_down_to_lessons_and_exercises():
    chosen = TOY.only(["parts", "total"])
    assert [(each.name, [e.name for e in each.exercises]) for each in chosen.lessons] == [
        ("basics", ["total"]),
        ("parts", ["split"]),
    ]
    assert (chosen.possible, chosen.whole) == (4, TOY.exercises)


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


@pytest.mark.parametrize(
    "check", [max, print, len, 3, "text", partial(promise), [promise], type("Class", (), {})]
)
@pytest.mark.parametrize("kind", ["prop", "mistake"])
def test_what_is_no_function_of_the_authors_is_refused(kind, check):
    drafted = draft()
    with pytest.raises(SuiteError, match="as a property or a mistake") as caught:
        drafted.prop(points=1, hint="Look.")(check) if kind == "prop" else drafted.mistake("It is.")(check)
    assert caught.value.where.startswith("test_authoring.py:")
    assert f"below @negate.{kind}(" in caught.value.remedy


def test_brackets_that_hold_something_else_are_refused():
    with pytest.raises(SuiteError, match="negate has 3 as a property or a mistake"):
        draft().prop(3)


def test_a_property_that_forgets_the_function_is_refused():
    def forgets(x):
        """A promise."""

    drafted = draft()
    drafted.prop(points=1, hint="Look.")(forgets)
    with pytest.raises(SuiteError, match="the property forgets gets the student's function as x") as caught:
        drafted.finish()
    assert caught.value.remedy.startswith("Call its first argument f")


@pytest.mark.parametrize("inputs", [0, "", (), draw_vector])
def test_inputs_of_a_property_that_are_none_are_refused(inputs):
    assert refusal(inputs=inputs).message.startswith("the property promise has inputs=")


@pytest.mark.parametrize("parameters", ["*x: Array", "**x: Array", "*, x: Array", "x: Array, *rest: int"])
def test_a_stub_takes_its_arguments_in_order(parameters):
    names = {"Array": Array}
    exec(f"def odd({parameters}) -> Array: ...", names)  # noqa: S102 - the test's own text
    drafted = exercise("Odd", inputs=VECTORS)(names["odd"])
    drafted.prop(points=1, hint="Look.")(promise)
    with pytest.raises(SuiteError, match=r"odd takes (x|rest), which has no place in the order") as caught:
        drafted.finish()
    assert caught.value.remedy == "Arguments are given in their order: write no *, *args or **kwargs."


@pytest.mark.parametrize(
    "axes", [3, {3: 1}, {3: (1, 1)}, {3: (1, 3)}, {"3": (1, 2)}, {3: "12"}, [(1, 2)], {3: (1, 2, 0)}]
)
def test_axes_that_are_none_are_refused(axes):
    with pytest.raises(SuiteError) as caught:
        suite("A course", "signals", [lesson("Basics", "signals.basics", [promised()])], axes=axes)
    assert caught.value.where.startswith("test_authoring.py:")
    assert caught.value.remedy == "Write two different axes, such as axes={3: (1, 2)}."


@pytest.mark.parametrize("package", ["", 5, "../..", "a\nb", "signals."])
def test_a_lesson_and_a_suite_are_given_the_name_of_their_package(package):
    for make in (
        lambda: lesson("Basics", package, [promised()]),
        lambda: suite("A course", package, [lesson("Basics", "signals.basics", [promised()])]),
    ):
        with pytest.raises(SuiteError, match="has the package") as caught:
            make()
        assert caught.value.remedy == "Write __name__ as the second argument."


def test_what_is_no_lesson_is_named_in_a_word():
    nested = [lesson("Basics", "signals.basics", [promised()])]
    with pytest.raises(SuiteError, match=r"^[^ ]+ a list in the suite 'A course' is not a lesson"):
        suite("A course", "signals", [nested])
