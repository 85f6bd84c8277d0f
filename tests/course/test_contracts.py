"""What every exercise promises without being asked: each contract catches what breaks it, and no more."""

import numpy as np
import pytest
from support.contracts import BODY, END, HEAD, LAYER, LAYERS, RIGHT, broken, compiled, layer
from support.students import finding
from support.toy import VECTORS

from grader.course.authoring import Array, Cache, Inputs, exercise, strategies
from grader.course.contracts import CONTRACTS, FEW, POINTS, contract_points, few
from grader.errors import Raised, SuiteError, Unimplemented
from grader.judging.judge import judge
from grader.run import Student
from grader.words import Sentence, say


def draw_chance(draw):
    return {"seed": draw(strategies.integers(0, 99))}


def build_chance(seed):
    return {"x": np.arange(1.0, 4.0), "rng": np.random.default_rng(seed)}


CHANCES = Inputs(draw_chance, build_chance)


def noise():
    """An exercise with a random generator among its arguments, and with a part that is left open."""

    def drop(x: Array, rng: np.random.Generator) -> tuple[Array, Cache]: ...

    draft = exercise("Drop", inputs=CHANCES)(drop)

    @draft.prop(points=1, hint="Look.")
    def answers(f, x, rng):
        """It answers."""

    return draft.finish()


def count():
    """An exercise of words and numbers only."""

    def name(at: int) -> str: ...

    draft = exercise("Name", inputs=Inputs(lambda draw: {"at": draw(strategies.integers(0, 9))}, dict))(name)

    @draft.prop(points=1, hint="Look.")
    def answers(f, at):
        """It answers."""

    return draft.finish()


NOISE, COUNT = noise(), count()

BROKEN = [
    (
        "arguments_unchanged",
        HEAD + "    x += 1\n" + BODY + END,
        "The call changes its argument: x[0, 0] was 3.25 before the call and is 4.25 after it.",
    ),
    (
        "arguments_unchanged",
        HEAD + BODY + "    w[0, 1] = 7\n" + END,
        "The call changes its argument: cache[0][0, 1] was 0.25 before the call and is 7 after it.",
    ),
    (
        "arguments_unchanged",
        HEAD + BODY + "    options['scale'] = 1\n" + END,
        "The call changes its argument: cache[1]['scale'] was 2 before the call and is 1 after it.",
    ),
    (
        "arguments_unchanged",
        HEAD + BODY + "    del settings['shift']\n" + END,
        "The call changes its argument: settings was a dict of 1 before the call and is a dict of 0 after",
    ),
    (
        "arguments_unchanged",
        HEAD + BODY + "    settings['shift'] = None\n" + END,
        "The call changes its argument: settings['shift'] was an array (2,) of float64 before the call",
    ),
    (
        "same_answer_twice",
        "flip = 0\n" + HEAD + "    global flip\n    flip = 1 - flip\n" + BODY + "    return answer + flip\n",
        "The answer[0, 0] was ",
    ),
    (
        "same_answer_twice",
        "import random\n" + HEAD + BODY + "    return answer + random.random()\n",
        "The answer[0, 0] was ",
    ),
    (
        "memory_order",
        HEAD + "    x = x.ravel(order='K').reshape(x.shape)\n" + BODY + END,
        "The answer[0, 1] is 1.25 with x in Fortran order, and 1.5 with the same numbers in C order.",
    ),
    (
        "memory_order",
        HEAD + "    assert x.flags.c_contiguous\n" + BODY + END,
        "It answers, but fails when asked with x in Fortran order: AssertionError",
    ),
    (
        "number_types",
        HEAD + BODY + "    z = np.zeros_like(x)\n    z[...] = answer\n    return z\n",
        "The answer[0, 0] is 32 for integers in x, and 32.75 for the same numbers as floats.",
    ),
    (
        "number_types",
        HEAD + BODY + "    z = np.zeros_like(w)\n    z[...] = answer\n    return z\n",
        "The answer[0, 0] is 32 for integers in cache, and 32.75 for the same numbers as floats.",
    ),
    (
        "number_types",
        HEAD + "    x /= 1\n" + BODY + END,
        "It answers, but fails when asked with integers in x: ",
    ),
    (
        "number_types",
        HEAD + BODY + "    return answer.astype(np.float32)\n",
        "The answer is float32 although the arguments are float64: its last digits are lost.",
    ),
    (
        "number_types",
        HEAD + "    x = x.astype(np.float32).astype(float)\n    w = w.astype(np.float32).astype(float)\n"
        "    return (x + w).astype(np.float32).astype(float)\n",
        "The answer is float32 although the arguments are float64: its last digits are lost.",
    ),
]

WITH = {"same_answer_twice": list(CONTRACTS)}
"""Where an answer changes by itself, there is nothing to compare with, and each contract says so."""


@pytest.mark.parametrize(("contract", "source", "message"), BROKEN)
def test_a_broken_contract_says_what_was_broken(contract, source, message, kept):
    said = broken(LAYER, compiled(source), kept)
    assert list(said) == WITH.get(contract, [contract])
    assert said[contract].startswith(message)


@pytest.mark.parametrize(("contract", "source", "message"), BROKEN)
def test_a_worker_tells_the_same(contract, source, message, kept, warm, limits):
    with Student(LAYER, finding(source), warm, limits) as function:
        said = broken(LAYER, function, kept)
    assert list(said) == WITH.get(contract, [contract])
    assert said[contract].startswith(message.partition(" was ")[0])


@pytest.mark.parametrize(
    "source",
    [
        RIGHT,
        RIGHT.replace("x * w", "np.fft.ifft(np.fft.fft(x)).real * w"),
        RIGHT.replace("x * w", "w * np.asarray(x, dtype=float)"),
        HEAD + "    if x.shape[1] == 2:\n        raise ValueError\n" + BODY + END,
        HEAD + BODY + "    return -answer\n",
    ],
    ids=["plain", "rounded otherwise", "converted", "fails in a corner", "wrong"],
)
def test_a_contract_says_nothing_of_what_is_right(source, kept, warm, limits):
    assert broken(LAYER, compiled(source), kept) == {}
    with Student(LAYER, finding(source), warm, limits) as function:
        assert broken(LAYER, function, kept) == {}


def test_generators_are_used_up_and_start_alike(kept, warm, limits):
    source = "import numpy as np\ndef drop(x, rng):\n    return x * rng.random(x.shape), rng\n"
    assert broken(NOISE, compiled(source, "drop"), kept) == {}
    with Student(NOISE, finding(source), warm, limits) as function:
        assert broken(NOISE, function, kept) == {}


def test_words_are_compared_too(kept):
    assert broken(COUNT, str, kept) == {}
    assert broken(COUNT, lambda at: "", kept) == {
        "same_answer_twice": "The answer is the same, whatever the arguments are."
    }


def largest():
    """An exercise whose right answer is always one of its arguments, but not always the same one."""

    def larger(a: int, b: int, c: int) -> int: ...

    names = ("a", "b", "c")
    inputs = Inputs(lambda draw: {name: draw(strategies.integers(0, 9)) for name in names}, dict)
    draft = exercise("Larger", inputs=inputs)(larger)

    @draft.prop(points=1, hint="Look.")
    def answers(f, a, b, c):
        """It answers."""

    return draft.finish()


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_number_handed_back_keeps_no_contract(place, kept):
    assert broken(largest(), lambda *numbers: numbers[place], kept) == {
        "same_answer_twice": "The answer is just one of the arguments."
    }


@pytest.mark.parametrize("function", [max, min])
def test_a_right_answer_may_be_now_this_argument_now_that(function, kept):
    assert broken(largest(), function, kept) == {}


def pair():
    """An exercise that hands a number on beside another."""

    def size(n: int, channels: int) -> tuple[int, int]: ...

    names = ("n", "channels")
    inputs = Inputs(lambda draw: {name: draw(strategies.integers(0, 9)) for name in names}, dict)
    draft = exercise("Size", inputs=inputs)(size)

    @draft.prop(points=1, hint="Look.")
    def answers(f, n, channels):
        """It answers."""

    return draft.finish()


def test_a_number_may_be_handed_on_beside_others(kept):
    assert broken(pair(), lambda n, channels: (n // 2, channels), kept) == {}


def test_what_stopped_the_call_can_be_said_in_another_language(kept):
    def function(x, cache, settings):
        if not x.flags.c_contiguous:
            raise Raised(say("Not written yet."), where=say("line {line}", line=3))
        return x * cache[0]

    verdicts = judge(LAYER, function, kept, 0, shrinking=False)
    (message,) = (v.feedback.message for v in verdicts if v.prop.name == "memory_order")
    assert message.endswith("fails when asked with x in Fortran order: Not written yet. (line 3)")
    reason = message.values["reason"]
    assert isinstance(reason.values["message"], Sentence)
    assert isinstance(reason.values["where"], Sentence)


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (lambda x, *_: np.zeros_like(x), "Every number of the answer is 0.0, whatever the arguments are."),
        (
            lambda x, *_: np.full_like(x, 0.5),
            "Every number of the answer is 0.5, whatever the arguments are.",
        ),
        (lambda x, *_: np.arange(3.0), "The answer is the same, whatever the arguments are."),
        (lambda x, *_: x, "The answer is just one of the arguments."),
        (lambda x, *_: None, "The answer is None; it must be a NumPy array."),
    ],
    ids=["zeros", "constant", "the same", "argument", "nothing"],
)
def test_a_function_that_ignores_its_question_keeps_no_contract(function, message, kept):
    assert broken(LAYER, function, kept) == dict.fromkeys(CONTRACTS, message)


def test_a_stub_keeps_no_contract_and_has_one_cause(kept):
    def function(*_):
        raise Unimplemented("Not written yet.")

    verdicts = judge(LAYER, function, kept, 0)[1:]
    assert {(v.status, v.feedback.message) for v in verdicts} == {("not_implemented", "Not written yet.")}


def test_a_function_that_fails_everywhere_is_not_asked_for_smaller_cases(kept):
    calls = []

    def function(*args):
        calls.append(args)
        raise Raised("ValueError: no")

    judge(LAYER, function, kept, 0)
    # Once for each case, and the first again: the author's property holds whatever the function does.
    assert len(calls) == len(kept.cases(LAYERS, 0)) + 1


def test_the_smallest_case_that_breaks_a_contract_is_shown(kept):
    feedback = judge(LAYER, compiled(BROKEN[0][1]), kept, 0)[1].feedback
    assert feedback.arguments["x"].shape == (2, 2)
    assert feedback.actual.shape == feedback.expected.shape == (2, 2)


def test_contracts_come_after_the_authors_own_promises():
    assert [prop.name for prop in LAYER.properties] == ["answers", *CONTRACTS]


def test_each_contract_is_worth_the_same():
    (each,) = {prop.points for prop in LAYER.properties if prop.contract}
    assert each == contract_points(LAYER.possible, len(CONTRACTS))


@pytest.mark.parametrize(
    ("total", "count", "each"), [(25, 4, POINTS), (10, 1, POINTS), (2, 4, 0.1), (1, 1, 0.2), (1, 0, 0)]
)
def test_contracts_have_a_quarter_point_each_and_a_fifth_at_most(total, count, each):
    assert contract_points(total, count) == pytest.approx(each)


def test_contracts_of_arrays_need_arrays():
    assert [prop.name for prop in COUNT.properties if prop.contract] == ["same_answer_twice"]


def test_an_exercise_may_be_without_a_contract():
    names = [prop.name for prop in layer(without=("arguments_unchanged",)).properties]
    assert "arguments_unchanged" not in names
    assert "memory_order" in names


def test_what_is_no_contract_cannot_be_left_out():
    with pytest.raises(SuiteError, match="leaves out purity, which is not a contract"):
        layer(without=("purity",))


def test_a_property_may_not_take_a_contracts_name():
    def memory_order(f, x):
        """It is remembered."""

    def stub(x: Array) -> Array: ...

    with pytest.raises(SuiteError, match="Give it another name"):
        exercise("Title", inputs=VECTORS)(stub).prop(points=1, hint="Look.")(memory_order)


def test_contracts_may_have_cases_of_their_own():
    assert {prop.inputs for prop in layer(contracts=CHANCES).properties if prop.contract} == {CHANCES}


@pytest.mark.parametrize("count", [1, 2, 3, 5, 27])
def test_few_cases_are_spread_over_their_sizes(count):
    chosen = few(range(count))
    assert len(chosen) == min(count, FEW)
    assert (chosen[0], chosen[-1]) == (0, count - 1)
