"""Right answers keep every promise; wrong answers break one; trivial ones earn nothing.

``test_matrix.py`` judges the same implementations, and more, as workers answer. Here the functions are called
as they are, with cases of other seeds and with the diagnosis.
"""

import functools
import importlib.util
import itertools
from pathlib import Path

import numpy as np
import pytest

from grader.audit.implementations import collection
from grader.course.cases import Kept
from grader.course.load import load
from grader.errors import Raised
from grader.judging import judge as judging
from grader.judging.diagnose import diagnose
from grader.run.student import open_parts
from grader.suites.cnn import SUITE, oracles

FOLDER = Path(__file__).parents[2] / "implementations"
EXERCISES = {exercise.name: exercise for exercise in SUITE.exercises}
KEPT = Kept(load("cnn").cases)
SEEDS = (0, 1)
TENTH = 0.1


def functions(kind: str, exercise: str) -> dict:
    path = FOLDER / kind / f"{exercise}.py"
    spec = importlib.util.spec_from_file_location(f"implementations_{kind}_{exercise}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {
        name: thing
        for name, thing in vars(module).items()
        if not name.startswith("_") and callable(thing) and thing.__module__ == module.__name__
    }


def implementations(kind: str) -> list:
    return [
        pytest.param(exercise, function, id=f"{exercise}-{name}")
        for exercise in EXERCISES
        for name, function in functions(kind, exercise).items()
    ]


def worker(exercise: str, function):
    """Answer as a worker does: what the function raises is the student's fault, open parts are left out."""
    left_out = open_parts(EXERCISES[exercise].form)

    @functools.wraps(function)
    def whole(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception as error:
            kinds = tuple(base.__name__ for base in type(error).__mro__)
            raise Raised(f"{type(error).__name__}: {error}", kinds=kinds) from error

    @functools.wraps(function)
    def call(*args, **kwargs):
        answer = whole(*args, **kwargs)
        if not left_out or not isinstance(answer, tuple):
            return answer
        return tuple(None if i in left_out else part for i, part in enumerate(answer))

    call.whole = whole
    return call


@pytest.fixture(autouse=True)
def no_shrinking(monkeypatch) -> None:
    """The verdict is the same, and there are many of them."""
    monkeypatch.setattr(judging, "shrink", lambda inputs, case, *_: case)


def judge(exercise: str, function, seed: int):
    verdicts = judging.judge(EXERCISES[exercise], worker(exercise, function), KEPT, seed)
    faults = [verdict.feedback.message for verdict in verdicts if verdict.status == "ungraded"]
    assert not faults
    return verdicts


def lost(verdicts) -> dict[str, float]:
    return {verdict.prop.name: verdict.prop.points for verdict in verdicts if verdict.status != "passed"}


@pytest.mark.parametrize("seed", SEEDS[1:2])
@pytest.mark.parametrize(("exercise", "function"), implementations("wheats"))
def test_right_answers_keep_every_promise(exercise: str, function, seed: int) -> None:
    verdicts = judge(exercise, function, seed)
    assert lost(verdicts) == {}
    assert diagnose(EXERCISES[exercise], worker(exercise, function), verdicts, KEPT, seed) == (None, ())


@pytest.mark.parametrize("seed", SEEDS[1:2])
@pytest.mark.parametrize(("exercise", "function"), implementations("chaffs"))
def test_wrong_answers_break_a_promise(exercise: str, function, seed: int) -> None:
    assert lost(judge(exercise, function, seed))


@pytest.mark.parametrize(("exercise", "function"), implementations("chaffs"))
def test_known_mistakes_are_named(exercise: str, function) -> None:
    known = {mistake.name: mistake.name for mistake in EXERCISES[exercise].mistakes}
    known |= collection(FOLDER, exercise).named
    verdicts = judge(exercise, function, 0)
    found, faults = diagnose(EXERCISES[exercise], worker(exercise, function), verdicts, KEPT, 0)
    assert faults == ()
    if function.__name__ in known:
        assert found is not None
        assert found.mistake == known[function.__name__]
    else:
        assert found is None or not found.certain


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_known_mistake_is_wrong(exercise: str) -> None:
    for mistake in EXERCISES[exercise].mistakes:
        assert lost(judge(exercise, mistake.formula, 0)), mistake.name


@pytest.mark.parametrize(
    ("exercise", "mistake", "most"),
    [
        ("zero_pad", "fails_without_padding", 2),
        ("zero_pad", "right_on_squares_only", 2),
        ("zero_pad", "first_example_only", 2),
        ("conv_single_step", "leaves_out_the_bias", 2),
        ("conv_single_step", "bias_inside_the_sum", 2),
        ("conv_single_step", "first_channel_only", 2),
        ("conv_single_step", "flips_the_filter", 2),
        ("conv_forward", "ignores_the_stride", 3),
        ("conv_forward", "flips_the_filter", 5),
        ("conv_forward", "transposes_the_filter", 5),
        ("conv_forward", "leaves_out_the_bias", 3),
        ("conv_forward", "bias_inside_the_sum", 3),
        ("conv_forward", "ignores_the_padding", 4.5),
        ("conv_forward", "first_channel_only", 4),
        ("conv_forward", "first_filter_only", 3),
        ("conv_forward", "first_example_only", 2),
        ("conv_forward", "first_bias_only", 1.5),
        ("conv_forward", "right_on_squares_only", 2),
        ("conv_forward", "applies_relu", 1.5),
        ("conv_forward", "fails_without_padding", 2),
        ("pool_forward", "always_maximum", 7.5),
        ("pool_forward", "always_average", 7.5),
        ("pool_forward", "ignores_the_stride", 3.5),
        ("pool_forward", "right_on_squares_only", 2),
        ("pool_forward", "maximum_starts_at_zero", 1),
        ("pool_forward", "average_by_default", 0.25),
        ("conv_backward", "loses_the_unpadded_gradient", 2.5),
        ("conv_backward", "fails_without_padding", 2.5),
        ("conv_backward", "ignores_the_stride", 2.5),
        ("conv_backward", "averages_over_the_batch", 1.5),
        ("conv_backward", "last_example_only", 1.5),
        ("conv_backward", "leaves_out_the_bias_gradient", 6.5),
        ("lenet_forward", "softmax_without_shift", 0.75),
        ("lenet_forward", "leaves_out_relu", 1),
    ],
)
def test_a_mistake_in_a_corner_costs_the_corner(exercise: str, mistake: str, most: float) -> None:
    """The property that defines the exercise, which looks at every answer, is lost in any case."""
    defines = EXERCISES[exercise].definition
    for seed in SEEDS:
        corner = lost(judge(exercise, functions("chaffs", exercise)[mistake], seed))
        corner.pop(defines.name)
        assert sum(corner.values()) <= most


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_definition_is_worth_an_eighth_at_most(exercise: str) -> None:
    assert EXERCISES[exercise].definition.points <= EXERCISES[exercise].possible / 8


def right(exercise: str):
    return getattr(oracles, exercise)


def like(answer, change):
    """Rebuild an answer of the right form with every array and number changed."""
    if isinstance(answer, np.ndarray):
        return change(answer)
    if isinstance(answer, dict):
        return {key: like(value, change) for key, value in answer.items()}
    if isinstance(answer, (tuple, list)):
        return type(answer)(like(item, change) for item in answer)
    return float(change(np.array(answer, dtype=float))) if isinstance(answer, float) else answer


def trivial_answers() -> list:
    changes = {
        "zeros": np.zeros_like,
        "ones": np.ones_like,
        "constants": lambda array: np.full_like(array, 0.25),
    }
    answers = []
    for exercise in EXERCISES:
        if exercise == "lenet_summary":
            blank = lambda *args: [(name, shape, 0, 0) for name, shape, _, _ in oracles.lenet_summary()]  # noqa: E731
            answers.append(pytest.param(exercise, lambda *args: [], id=f"{exercise}-empty"))
            answers.append(pytest.param(exercise, blank, id=f"{exercise}-blank"))
            continue
        for (name, change), oracle in itertools.product(changes.items(), [right(exercise)]):
            trivial = lambda *args, oracle=oracle, change=change: like(oracle(*args), change)  # noqa: E731
            answers.append(pytest.param(exercise, trivial, id=f"{exercise}-{name}"))
        answers.append(pytest.param(exercise, lambda first, *rest: first, id=f"{exercise}-argument"))
        answers.append(
            pytest.param(exercise, lambda first, *rest: (first, None), id=f"{exercise}-argument-and-cache")
        )
    return answers


@pytest.mark.parametrize(("exercise", "function"), trivial_answers())
def test_trivial_answers_earn_nothing(exercise: str, function) -> None:
    kept = [verdict.prop.name for verdict in judge(exercise, function, 0) if verdict.status == "passed"]
    if exercise == "lenet_summary":
        kept = [name for name in kept if name != "activation_shapes"]  # the blank table has them right
    assert kept == []


@pytest.mark.parametrize(
    "exercise", [name for name in EXERCISES if name not in {"lenet_summary", "lenet_parameters"}]
)
def test_random_answers_earn_a_tenth_at_most(exercise: str) -> None:
    source = np.random.default_rng(0)

    def guess(*args):
        return like(right(exercise)(*args), lambda array: source.standard_normal(array.shape))

    verdicts = judge(exercise, guess, 0)
    earned = EXERCISES[exercise].possible - sum(lost(verdicts).values())
    assert earned <= TENTH * EXERCISES[exercise].possible


@pytest.mark.parametrize("exercise", EXERCISES)
def test_checks_survive_answers_of_any_shape(exercise: str) -> None:
    """A wrong shape is the student's fault; an IndexError in a check would be ours."""

    def cut(array):
        return array[..., :0] if array.ndim else array

    def grow(array):
        return np.pad(array, 1) if array.ndim else array

    def whole(array):
        return array.astype(np.int8)

    def yes(array):
        return array > 0

    for change in (cut, grow, whole, yes):
        judge(exercise, lambda *args, change=change: like(right(exercise)(*args), change), 0)


def test_mutants_of_the_summary_are_judged_without_our_fault() -> None:
    for rows in ([("a", (), 0, 0)], [("INPUT", (1,), -1, 0)] * 8, [("", (0, 0), 10**30, -(10**30))] * 8):
        assert lost(judge("lenet_summary", lambda *args, rows=rows: rows, 0))
