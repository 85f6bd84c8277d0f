"""An author's code may do anything: it changes no other student's questions, and ends nothing but itself."""

import dataclasses

import numpy as np
import pytest
from support.toy import DOUBLE, SPLIT, VECTORS

from grader.course.authoring import Array, Inputs, close, equal, exercise, require, say, strategies
from grader.course.cases import Kept
from grader.course.contracts import CONTRACTS
from grader.course.model import Mistake
from grader.errors import Mismatch, SuiteError
from grader.judging.diagnose import diagnose
from grader.judging.judge import judge
from grader.judging.oracles import oracle_fault


def draw_words(draw):
    return {"numbers": draw(strategies.lists(strategies.integers(0, 9), min_size=2, max_size=5))}


def build_words(numbers):
    return {"x": numbers, "rng": np.random.default_rng(len(numbers))}


def lowest():
    """Return an exercise whose arguments are a list and a generator."""

    @exercise("Lowest", inputs=Inputs(draw_words, build_words), without=CONTRACTS)
    def first(x: list[int], rng: np.random.Generator) -> float: ...

    @first.prop(points=1, hint="Look.")
    def meddles(f, x, rng):
        """The first number is returned."""
        expected = x[0]
        rng.random(3)
        x.sort()
        x.append(99)
        require(f([expected, *x], np.random.default_rng(0)) == expected, "It is another one.")

    @first.mistake("The lowest number is returned.")
    def sorts(x, rng):
        x.sort()
        rng.random()
        return x[0]

    return first.finish()


@pytest.fixture
def own():
    return Kept()


def wrong(x, rng):
    return x[-1]


def arguments(exercise, kept):
    return [case.arguments for case in kept.cases(exercise.properties[0].inputs, 0)]


def state(all_arguments):
    return [(list(each["x"]), each["rng"].bit_generator.state) for each in all_arguments]


def test_neither_a_property_nor_a_mistake_changes_the_cases_of_the_next_student(own):
    lowest_exercise = lowest()
    before = state(arguments(lowest_exercise, own))
    verdicts = judge(lowest_exercise, wrong, own, 0)
    diagnose(lowest_exercise, wrong, verdicts, own, 0)
    assert verdicts[0].status == "failed"
    assert state(arguments(lowest_exercise, own)) == before


def test_the_arguments_that_are_shown_are_those_of_the_call(own):
    (verdict,) = judge(lowest(), wrong, own, 0, shrinking=False)
    assert 99 not in verdict.feedback.arguments["x"]


def test_a_builder_that_changes_its_recipe_changes_no_recipe(own):
    def build(numbers):
        numbers.clear()
        return {"x": np.zeros(3)}

    cases = own.cases(Inputs(draw_words, build), 0)
    assert all(case.recipe["numbers"] for case in cases)


def test_a_mistake_that_works_in_place_is_diagnosed(kept):
    def in_place(x):
        x *= x
        return x

    known = dataclasses.replace(DOUBLE, mistakes=(Mistake("in_place", "It is squared.", in_place),))
    verdicts = judge(known, np.square, kept, 0, shrinking=False)
    found, faults = diagnose(known, np.square, verdicts, kept, 0)
    assert (found.mistake, faults) == ("in_place", ())


@pytest.mark.parametrize(
    "value", [None, "nothing", (1.0, 2.0), {"x": 1.0}, {1, 2}, 1j, object(), np.array(["a"]), [[1], 2]]
)
def test_a_formula_of_another_kind_is_nobodys_mistake_and_ends_nothing(kept, value):
    for student, answer in ((np.square, "squares"), (lambda x: None, None), (lambda x: (x, x), (1.0, 2.0))):
        known = dataclasses.replace(DOUBLE, mistakes=(Mistake("odd", "It is odd.", lambda x: value),))
        verdicts = judge(known, student, kept, 0, shrinking=False)
        found, faults = diagnose(known, student, verdicts, kept, 0)
        # Only what has the same wrong form, such as None, is the same mistake.
        assert (found is not None and found.certain) == (type(value) is type(answer) and value == answer)
        assert faults == ()


@pytest.mark.parametrize("error", [Mismatch, SystemExit, MemoryError, RecursionError, GeneratorExit])
def test_what_a_builder_raises_makes_what_needs_it_ungraded(own, error):
    def build(quarters):
        raise error("no")

    (prop, *_) = DOUBLE.properties
    unbuilt = dataclasses.replace(prop, inputs=Inputs(VECTORS.draw, build))
    (verdict,) = judge(dataclasses.replace(DOUBLE, properties=(unbuilt,)), np.square, own, 0)
    assert verdict.status == "ungraded"
    assert f"failed ({error.__name__}: no)" in verdict.feedback.message


@pytest.mark.parametrize("error", [Mismatch, KeyError, SystemExit, GeneratorExit])
def test_what_a_formula_raises_costs_no_points(kept, error):
    def raises(x):
        raise error("no")

    known = dataclasses.replace(DOUBLE, mistakes=(Mistake("raises", "It raises.", raises), *DOUBLE.mistakes))
    verdicts = judge(known, np.square, kept, 0, shrinking=False)
    found, (fault,) = diagnose(known, np.square, verdicts, kept, 0)
    assert found.mistake == "squares"
    assert f"the mistake raises failed ({error.__name__}: " in fault


class Unprintable(Exception):
    def __str__(self):
        raise ValueError("no text")


@pytest.mark.parametrize("error", [SystemExit(0), GeneratorExit(), Unprintable(), BaseException("any")])
def test_what_a_property_raises_makes_it_ungraded(kept, error):
    def raises(f, x):
        raise error

    prop = dataclasses.replace(DOUBLE.properties[0], check=raises)
    (verdict,) = judge(dataclasses.replace(DOUBLE, properties=(prop,)), np.square, kept, 0)
    assert verdict.status == "ungraded"
    assert type(error).__name__ in verdict.feedback.message
    assert "test_authors_code.py:" in verdict.feedback.message


@pytest.mark.parametrize("failing", ["draw", "build"])
def test_cases_that_fail_only_while_a_smaller_one_is_looked_for_do_not_undo_the_verdict(failing):
    broken = []

    def draw(draw):
        recipe = {"quarters": draw(strategies.lists(strategies.integers(1, 9), min_size=2, max_size=6))}
        if broken and failing == "draw":
            raise ZeroDivisionError
        return recipe

    def build(quarters):
        if broken and failing == "build":
            raise ZeroDivisionError
        return VECTORS.build(quarters)

    prop = dataclasses.replace(DOUBLE.properties[1], inputs=Inputs(draw, build))
    kept = Kept()
    kept.cases(prop.inputs, 0)
    broken.append(True)
    (verdict,) = judge(dataclasses.replace(DOUBLE, properties=(prop,)), np.square, kept, 0)
    assert verdict.status == "failed"
    assert len(verdict.feedback.arguments["x"]) >= 2


@pytest.mark.parametrize("value", [None, {1}, 1j, np.array([np.nan])])
def test_an_oracle_that_gives_no_usable_answer_is_the_authors_fault(kept, value):
    def oracle(x):
        return value

    fault = oracle_fault(dataclasses.replace(DOUBLE, oracle=oracle), kept, 0)
    assert isinstance(fault, SuiteError)
    assert "the oracle of double gives no usable answer" in fault.message
    assert fault.where.startswith("test_authors_code.py:")


def checked(check, kept, function=lambda x: x + x):
    prop = dataclasses.replace(DOUBLE.properties[0], check=check)
    (verdict,) = judge(dataclasses.replace(DOUBLE, properties=(prop,)), function, kept, 0)
    return verdict


def returns_its_verdict(f, x):
    return bool(np.allclose(f(x), x + x))


def yields(f, x):
    yield f(x)


async def waits(f, x):
    f(x)


def forgets_the_argument(f, x):
    f()


def gives_too_many(f, x):
    f(x, x)


def misnames(f, x):
    f(y=x)


def passes_a_function(f, x):
    f(lambda: 1)


def passes_words(f, x):
    f(np.array(["a"]))


def says_a_number(f, x):
    require(f(x) is None, 5)


def raises_a_nameless_error(f, x):
    raise SuiteError("no place.")


@pytest.mark.parametrize(
    ("check", "said"),
    [
        (returns_its_verdict, "it returns a bool; a property calls"),
        (yields, "it returns a generator"),
        (waits, "it returns a coroutine"),
        (forgets_the_argument, "missing a required argument: 'x'"),
        (gives_too_many, "too many positional arguments"),
        (misnames, "missing a required argument: 'x'"),
        (passes_a_function, "the function cannot be called with this: x is a function"),
        (passes_words, "x is an array (1,) of <U1"),
        (says_a_number, "the message of require must be a string, and is 5"),
        (raises_a_nameless_error, "no place."),
    ],
)
def test_a_property_that_is_none_takes_no_points_from_anybody(kept, check, said):
    verdict = checked(check, kept)
    assert verdict.status == "ungraded"
    assert said in verdict.feedback.message
    assert "test_authors_code.py:" in verdict.feedback.message


@pytest.mark.parametrize("expected", [np.nan, np.inf, [np.nan, np.nan]])
@pytest.mark.parametrize("check", [close, equal])
def test_nothing_is_close_to_what_is_not_a_number(check, expected):
    with pytest.raises(Mismatch):
        check(np.zeros(np.shape(expected)), expected)


@pytest.mark.parametrize("scale", [np.nan, np.inf])
def test_nothing_is_close_by_a_scale_that_is_not_finite(scale):
    with pytest.raises(Mismatch):
        close([1.0], [1.0], scale=scale)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (np.array(["cat", "dog"]), "x is an array (2,) of <U3"),
        (np.array([object()]), "x is an array (1,) of object"),
        (np.array(["2024-01-01"], dtype="datetime64[D]"), "x is an array (1,) of datetime64[D]"),
        (np.zeros(2, dtype="f8,f8"), "x is an array (2,)"),
        (np.zeros(2, np.longdouble), "x is an array (2,)"),
        (10**50, "x is an int"),
        (len, "x is a builtin_function_or_method"),
        ({1, 2}, "x is a set"),
        ([1, {"a": (2, {3})}], "x[1]['a'][1] is a set"),
        (np.zeros(2**23 + 1, np.int8), "8388609 numbers, which is too much"),
    ],
)
def test_what_no_function_can_get_is_the_authors_fault(own, value, said):
    def build(numbers):
        return {"x": value}

    with pytest.raises(SuiteError) as caught:
        own.cases(Inputs(draw_words, build), 0)
    assert said in caught.value.message
    assert caught.value.where.startswith("test_authors_code.py:")
    assert caught.value.remedy


@pytest.mark.parametrize(
    "value",
    [np.ones(2) * 1j, np.ones(2, bool), None, "word", (1, [2.5]), {"a": np.float32(1)}, np.int8(-128)],
)
def test_what_a_function_can_get_is_drawn(own, value):
    def build(numbers):
        return {"x": value}

    assert own.cases(Inputs(draw_words, build), 0)


def test_a_builder_that_names_some_cases_otherwise_is_found(own):
    def build(quarters):
        return VECTORS.build(quarters) if len(quarters) < 3 else {"y": quarters}

    prop = dataclasses.replace(DOUBLE.properties[0], inputs=Inputs(VECTORS.draw, build))
    (verdict,) = judge(dataclasses.replace(DOUBLE, properties=(prop,)), lambda x: x + x, own, 0)
    assert verdict.status == "ungraded"
    assert "build returns the arguments y; double takes x." in verdict.feedback.message


def contracts_of(build, stub, answer):
    """Judge a right function by the contracts of an exercise with these arguments."""
    drafted = exercise("Any", inputs=Inputs(draw_words, build))(stub)

    @drafted.prop(points=1, hint="Look.")
    def holds(f):
        """It holds."""

    return {each.prop.name: each for each in judge(drafted.finish(), answer, Kept(), 0) if each.prop.contract}


def mean(x: Array, e: Array) -> float: ...


@pytest.mark.parametrize(
    "extra",
    [
        np.array([np.nan, 1.0]),
        np.array([np.inf, -np.inf]),
        np.array([1e20, 1.5]),
        np.array([1 + 2j, 3.5]),
        float("nan"),
        2**63,
        -(2**63),
        np.array([True, False]),
        {"a": [None, "word"]},
    ],
)
def test_no_contract_blames_a_right_function_for_odd_arguments(extra):
    found = contracts_of(
        lambda numbers: {"x": np.array(numbers, float) / 4, "e": extra}, mean, lambda x, e: np.mean(x)
    )
    assert {name: each.status for name, each in found.items()} == dict.fromkeys(found, "passed")


def test_no_contract_asks_an_answer_to_integers_for_more_digits_than_there_are():
    def build(numbers):
        return {"x": np.array([1, *numbers]), "e": np.arange(2)}

    found = contracts_of(build, mean, lambda x, e: np.mean(x) if x.size % 2 else np.mean(x) / 2)
    assert found["number_types"].status == "passed"


def test_nobody_ignores_arguments_that_are_always_the_same():
    def zero() -> float: ...

    assert contracts_of(lambda numbers: {}, zero, lambda: 3.0)["same_answer_twice"].status == "passed"
    found = contracts_of(lambda numbers: {"x": np.arange(3.0), "e": np.ones(2)}, mean, lambda x, e: x.mean())
    assert {each.status for each in found.values()} == {"passed"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (-(2**63) - 1, "x is an int"),
        (b"bytes", "x is a bytes"),
        ({"g": np.random.default_rng(1)}, "x['g'] is a Generator"),
        ({(1, 2): 3}, "x has the key (1, 2)"),
        (np.ones((1, 1)).view(np.matrix), "x is an array (1, 1)"),
    ],
)
def test_what_does_not_come_back_as_itself_is_the_authors_fault(own, value, said):
    with pytest.raises(SuiteError, match=r"no function of a student can get") as caught:
        own.cases(Inputs(draw_words, lambda numbers: {"x": value}), 0)
    assert said in caught.value.message


def calls_with_very_many(f, x):
    f(np.zeros(2**23 + 1))


@pytest.mark.parametrize("expected", [None, "abc", {1}, np.array(["a"])])
@pytest.mark.parametrize("check", [close, equal])
def test_what_is_no_number_is_not_compared(kept, check, expected):
    verdict = checked(lambda f, x: check(f(x), expected), kept)
    assert verdict.status == "ungraded"
    assert "not made of numbers" in verdict.feedback.message


def test_a_property_cannot_ask_about_more_numbers_than_a_case_may_hold(kept):
    assert "8388609 numbers; 8388608 are the most" in checked(calls_with_very_many, kept).feedback.message


class Once:
    """Has a text the first time only."""

    def __init__(self):
        self.asked = False

    def __str__(self):
        if self.asked:
            raise ValueError
        self.asked = True
        return "one"


def test_a_sentence_keeps_the_text_of_its_values():
    sentence = say("It is {what}.", what=Once())
    assert (str(sentence), sentence.values["what"]) == ("It is one.", "one")


def test_an_oracle_whose_cache_cannot_cross_is_the_authors_fault(kept):
    fault = oracle_fault(dataclasses.replace(SPLIT, oracle=lambda x, at: (x[:at], {"at": {at}})), kept, 0)
    assert "the answer[1]['at'] is a set" in fault.message
