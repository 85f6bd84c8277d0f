"""number_types: an answer has the digits of float64, and no right answer is said to lack any."""

from typing import Any, NamedTuple

import numpy as np
import pytest
from support.contracts import BODY, END, HEAD, LAYER, broken, compiled
from support.students import finding

from grader.course.authoring import Array, Inputs, exercise, strategies
from grader.course.cases import Kept
from grader.course.contracts.precision import coarse
from grader.run import Student


class Function:
    """A function under test without a form."""

    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        with np.errstate(all="ignore"):
            return self.function(*args)

    def graded_parts(self, answer):
        return answer


def quarters(rng, shape):
    return rng.integers(1, 17, shape) / 4 * rng.choice([-1, 1], shape)


QUESTIONS = {
    "quarters": lambda rng, shape: (quarters(rng, shape), quarters(rng, shape)),
    "positive": lambda rng, shape: (abs(quarters(rng, shape)), abs(quarters(rng, shape))),
    "equal numbers": lambda rng, shape: (rng.integers(1, 4, shape) / 4, rng.integers(1, 4, shape) / 4),
    "zeros": lambda rng, shape: (rng.integers(-1, 2, shape) / 4, quarters(rng, shape)),
    "large": lambda rng, shape: (-rng.integers(4096, 65536, shape) / 1.0, quarters(rng, shape)),
    "any": lambda rng, shape: (rng.standard_normal(shape), rng.random(shape)),
    "small": lambda rng, shape: (quarters(rng, shape) / 1024, quarters(rng, shape)),
    "whole": lambda rng, shape: (4 * quarters(rng, shape), 4 * quarters(rng, shape)),
}


def questions(*shapes):
    for kind, build in QUESTIONS.items():
        for shape in shapes:
            x, y = build(np.random.default_rng(len(kind)), shape)
            yield kind, {"x": x, "y": y}


def softmax(x):
    powers = np.exp(x - x.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def windows(x, y):
    """A sum of products over windows of 2 x 2."""
    rows, columns = np.array(x.shape) - 1
    return sum(x[i : i + rows, j : j + columns] * y[i, j] for i in (0, 1) for j in (0, 1))


def largest(x):
    return np.maximum(np.maximum(x[:-1, :-1], x[1:, 1:]), np.maximum(x[1:, :-1], x[:-1, 1:]))


def nearest(x, y):
    return ((x[:, None] - y[None]) ** 2).sum(axis=-1).argmin(axis=1)


def means_of_nearest(x, y):
    places = nearest(x, y)
    return np.array([x[places == k].sum(axis=0) / max(1, (places == k).sum()) for k in range(len(y))])


RIGHT = {
    "mean": lambda x, y: float(x.mean()),
    "mean of columns": lambda x, y: x.mean(axis=0),
    "median": lambda x, y: np.median(x, axis=0),
    "quantiles": lambda x, y: np.quantile(x, [0.25, 0.6]),
    "sum": lambda x, y: float(x.sum()),
    "variance": lambda x, y: float(x.var()),
    "standardised": lambda x, y: (x - x.mean()) / (x.std() + 1e-8),
    "unit length": lambda x, y: x / np.linalg.norm(x),
    "sorted": lambda x, y: np.sort(x, axis=None),
    "rank": lambda x, y: np.argsort(np.argsort(x.ravel())),
    "share of rank": lambda x, y: np.argsort(np.argsort(x.ravel())) / x.size,
    "sign": lambda x, y: np.sign(x),
    "half the sign": lambda x, y: np.sign(x) / 2,
    "positive part": lambda x, y: np.maximum(x, 0),
    "where positive": lambda x, y: y * (x > 0),
    "mask": lambda x, y: x == x.max(),
    "masked": lambda x, y: y * (x == x.max()),
    "masked and scaled": lambda x, y: y * (x > 0) / 0.8,
    "the larger": lambda x, y: np.where(x > y, x, y),
    "one of two numbers": lambda x, y: np.where(x > y, 0.5, 0.25),
    "softmax": lambda x, y: softmax(x),
    "log of softmax": lambda x, y: np.log(softmax(x)),
    "loss": lambda x, y: float(-np.mean(np.log(softmax(x)[:, 0]))),
    "sigmoid": lambda x, y: 1 / (1 + np.exp(-x)),
    "tanh": lambda x, y: np.tanh(x),
    "root": lambda x, y: np.sqrt(np.abs(x)),
    "one-hot": lambda x, y: np.eye(x.shape[1])[x.argmax(axis=1)],
    "smoothed one-hot": lambda x, y: np.eye(x.shape[1])[x.argmax(axis=1)] * 0.75 + 0.05,
    "place of the largest": lambda x, y: x.argmax(axis=1),
    "counts": lambda x, y: np.histogram(x, bins=4)[0],
    "shares": lambda x, y: np.histogram(x, bins=4)[0] / x.size,
    "shares of fixed classes": lambda x, y: np.histogram(x, bins=[-16, -1, 0, 0.5, 1, 16])[0] / x.size,
    "share positive": lambda x, y: float(np.mean(x > 0)),
    "share at most": lambda x, y: np.array([(x <= t).mean() for t in y.ravel()[:50]]),
    "accuracy": lambda x, y: float(np.mean(x.argmax(axis=1) == y.argmax(axis=1))),
    "overlap": lambda x, y: float(np.sum((x > 0) & (y > 0)) / max(1, np.sum((x > 0) | (y > 0)))),
    "clipped": lambda x, y: np.clip(x, -0.5, 0.5),
    "clipped everywhere": lambda x, y: np.clip(x, 100000.5, 100001),
    "looked up": lambda x, y: np.array([0.1, 0.35, 0.6])[np.digitize(x, [0, 1])],
    "interpolated": lambda x, y: np.interp(x, [-4, -1, 0, 2, 4], [0, 0.5, 0.25, 1, 2]),
    "a price for each hour begun": lambda x, y: np.ceil(np.abs(x)) * 2.5,
    "padded": lambda x, y: np.pad(x, 1),
    "flipped": lambda x, y: x[::-1],
    "transposed": lambda x, y: x.T,
    "sums of windows": windows,
    "largest of windows": lambda x, y: largest(x),
    "product": lambda x, y: x * y,
    "matrix product": lambda x, y: x @ y.T,
    "by Fourier": lambda x, y: np.fft.ifft(np.fft.fft(x)).real,
    "a step": lambda x, y: x - 1e-3 * y,
    "a step by the sign": lambda x, y: x - 1e-4 * np.sign(y),
    "a step by the sign of a sum": lambda x, y: x - 1e-4 * np.sign((x * y).sum()),
    "distances": lambda x, y: ((x[:, None] - y[None]) ** 2).sum(axis=-1),
    "nearest": nearest,
    "means of the nearest": means_of_nearest,
    "several parts": lambda x, y: (x @ y.T, y.sum(axis=0), 0.5),
    "right to 10 decimals": lambda x, y: np.round(x * y, 10),
    "one argument alone": lambda x, y: y / 3,
    "a constant": lambda x, y: np.full(3, 0.3),
    "shape by values": lambda x, y: x[x > np.median(x)],
}


@pytest.mark.parametrize("function", RIGHT.values(), ids=RIGHT)
def test_no_right_answer_is_said_to_lack_digits(function):
    for kind, question in questions((2, 2), (3, 4), (10, 20), (25, 40)):
        assert coarse(Function(function), question, None) is None, kind


@pytest.mark.parametrize("function", [RIGHT[name] for name in ("shares", "share of rank", "share at most")])
def test_shares_of_many_are_right_although_they_are_multiples_of_few_digits(function):
    for _, question in questions((64, 64), (100, 100)):
        assert coarse(Function(function), question, None) is None


@pytest.mark.parametrize("name", ["mean", "softmax", "sums of windows", "largest of windows", "product"])
def test_one_call_for_each_argument_is_enough_for_most_right_answers(name):
    for _, question in questions((5, 6)):
        function = Function(RIGHT[name])
        coarse(function, question, None)
        assert function.calls <= 6  # two of them are equal


def float32(array):
    return np.asarray(array).astype(np.float32).astype(float)


FLOAT32 = "The answer is float32 although the arguments are float64: its last digits are lost."
INSIDE = "The last digits of {} make no difference to the answer: something is float32, or is rounded."

WRONG = {
    "a sum in float32": (lambda x, y: float(np.float32(windows(x, y).sum())), FLOAT32),
    "windows in float32": (lambda x, y: float32(windows(x, y)), FLOAT32),
    "padded in float32": (lambda x, y: float32(np.pad(x, 1)), FLOAT32),
    "softmax in float32": (lambda x, y: softmax(x.astype(np.float32)), FLOAT32),
    "x in float32": (lambda x, y: windows(float32(x), y), INSIDE.format("x")),
    "y in float32": (lambda x, y: windows(x, float32(y)), INSIDE.format("y")),
    "float32, then more": (lambda x, y: windows(float32(x), float32(y)) * 1.1, INSIDE.format("x")),
    "a product in float32": (lambda x, y: float32(x * y) + y / 3, INSIDE.format("x")),
    "one part in float32": (lambda x, y: (x @ y.T, float32(x) * 1.1), INSIDE.format("x")),
    **{
        f"{count} decimals": (
            lambda x, y, count=count: np.round(windows(x, y), count),
            f"The answer is rounded to {count} decimals: its last digits are lost.",
        )
        for count in (3, 4, 5, 6, 7)
    },
    "padded, 3 decimals": (
        lambda x, y: np.pad(np.round(x, 3), 1),
        "The answer is rounded to 3 decimals: its last digits are lost.",
    ),
}


@pytest.mark.parametrize(("function", "message"), WRONG.values(), ids=WRONG)
def test_an_answer_that_lacks_digits_is_found(function, message):
    for kind in ("quarters", "positive"):
        x, y = QUESTIONS[kind](np.random.default_rng(0), (6, 7))
        fault = coarse(Function(function), {"x": x, "y": y}, None)
        assert fault is not None
        assert fault.message == message


def test_what_is_given_in_float32_may_be_answered_in_it():
    x = quarters(np.random.default_rng(0), (4, 4))
    assert coarse(Function(lambda x, y: x * y), {"x": x.astype(np.float32), "y": x}, None) is None


class Pair(NamedTuple):
    """What ``mapped`` does not look into."""

    a: Any
    b: float


@pytest.mark.parametrize("value", [0.1, [0.1, 2.5], (0.5,), Pair(np.ones(2) / 3, 0.5)])
def test_where_no_array_has_fractions_nothing_is_asked(value):
    function = Function(lambda x, factor: x * 0.5)
    assert coarse(function, {"x": np.arange(6), "factor": value}, None) is None
    assert function.calls == 0


def scaled(annotation, value):
    """An exercise in which only a number of Python, or something in a list, has a fraction."""

    def scale(x: Array, factor) -> Array: ...

    scale.__annotations__["factor"] = annotation
    inputs = Inputs(
        lambda draw: {"n": draw(strategies.integers(2, 9)), "start": draw(strategies.integers(0, 9))},
        lambda n, start: {"x": np.arange(start, start + n), "factor": value},
    )
    draft = exercise("Scale", inputs=inputs)(scale)

    @draft.prop(points=1, hint="Look.")
    def answers(f, x, factor):
        """It answers."""

    return draft.finish()


@pytest.mark.parametrize(
    ("annotation", "value", "line"),
    [(float, 0.5, "x * factor"), (list[float], [0.5, 0.25], "x * factor[0] - factor[1]")],
)
def test_a_fraction_outside_of_arrays_costs_nobody_anything(annotation, value, line, warm, limits):
    kept = Kept()  # both exercises have draw functions of the same name
    exercise, source = scaled(annotation, value), f"def scale(x, factor):\n    return {line}\n"
    assert broken(exercise, compiled(source, "scale"), kept) == {}
    with Student(exercise, finding(source), warm, limits) as function:
        assert broken(exercise, function, kept) == {}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            BODY + "    return np.round(answer, 6)\n",
            "The answer is rounded to 6 decimals: its last digits are lost.",
        ),
        ("    x = np.float32(x)\n" + BODY + END, INSIDE.format("x")),
        ("    w = w.astype(np.float32)\n" + BODY + END, INSIDE.format("cache")),
        (BODY + "    return answer.astype(np.float32)\n", FLOAT32),
    ],
)
def test_a_worker_is_asked_for_digits(lines, message, kept, warm, limits):
    with Student(LAYER, finding(HEAD + lines), warm, limits) as function:
        assert broken(LAYER, function, kept) == {"number_types": message}
