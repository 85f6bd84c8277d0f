"""Cases near a student's own constants and for rarely entered branches: they are legal, and not too many."""

import numpy as np
import pytest
from support.students import student

from grader.course.authoring import Array, Factor, Inputs, choose, close, exercise
from grader.course.cases import Kept
from grader.judging.judge import judge


def draw_numbers(draw):
    return {
        "count": draw(choose(1, 2, 3, 5, 9, aim="size")),
        "kind": draw(choose("small", "negative", aim="number")),
        "seed": draw(choose(*range(50))),
    }


def build_numbers(count, kind, seed):
    x = np.random.default_rng(seed).integers(1, 99, size=count) / 4
    if count > 60:  # more than a call can have: no author would draw such a count
        x = np.ones(2**23 + count)
    return {"x": -x if kind == "negative" else x + (0 if kind == "small" else float(kind))}


def draw_some(draw):
    return draw_numbers(draw)


NUMBERS = Inputs(
    draw_numbers,
    build_numbers,
    (
        *({"count": 2 + n % 8, "kind": "small", "seed": n} for n in range(60)),
        {"count": 30, "kind": "small", "seed": 0},
    ),
    factors=(
        Factor(
            "count",
            ("one", "some", "many"),
            lambda x: "one" if len(x) == 1 else "many" if len(x) > 5 else "some",
        ),
        Factor("sign", ("+", "-"), lambda x: "+" if x[0] > 0 else "-"),
        Factor("last", ("even", "odd"), lambda x: ("even", "odd")[int(abs(x[-1])) % 2]),
    ),
)


@exercise("The sum", points=4, inputs=Inputs(draw_some, build_numbers, count=5))
def total(x: Array) -> float:
    """Return the sum of x (n,)."""
    raise NotImplementedError


@total.prop(points=3, hint="Add.")
def adds(f, x):
    """All numbers are added."""
    close(f(x), x.sum())


@total.definition(points=0.5, hint="Add.", inputs=NUMBERS)
def together(answer, x):
    """The answer is the sum."""
    close(answer, x.sum())


TOTAL = total.finish()
RIGHT = "def total(x):\n    return float(x.sum())\n"


def judged(body, warm, limits):
    """Return what is broken, and how many different calls there were."""
    with student(f"def total(x):\n{body}    return float(x.sum())\n", warm, limits, TOTAL) as function:
        verdicts = judge(TOTAL, function, Kept(), 0, shrinking=False)
        return {v.prop.name: v.status for v in verdicts if v.status != "passed"}, function.calls


@pytest.mark.parametrize(
    "condition",
    [
        "len(x) == 23",
        "len(x) > 40",
        "x.size >= 37",
        "30 < len(x) < 33",
        "abs(x).max() > 1e6",
        "700 < abs(x[0]) < 730",
    ],
)
def test_a_threshold_that_no_case_has_is_found_in_the_code(condition, warm, limits):
    broken, _ = judged(f"    if {condition}:\n        return 0.0\n", warm, limits)
    assert broken == {"together": "failed"}


def test_a_rare_branch_gets_cases_like_those_that_entered_it(warm, limits):
    body = "    if len(x) > 5 and x[0] < 0:\n        return float(x.sum()) + (int(abs(x[-1])) % 5 == 3)\n"
    broken, calls = judged(body, warm, limits)
    assert broken == {"together": "failed"}
    assert calls > judged("", warm, limits)[1]


def test_code_without_constants_and_branches_gets_no_more_calls(warm, limits):
    broken, calls = judged("", warm, limits)
    assert broken == {}
    assert judged("    if x is None:\n        raise ValueError\n", warm, limits) == ({}, calls)


def test_there_are_a_third_more_calls_at_most(warm, limits):
    _, plain = judged("", warm, limits)
    many = "".join(f"    {n} + {n}.5\n" for n in range(10, 50))
    broken, calls = judged(many, warm, limits)
    assert broken == {}
    assert plain < calls <= plain * 1.3


@pytest.mark.parametrize("constant", [61, 64, 70])
def test_what_a_constant_makes_too_large_is_left_out(constant, warm, limits):
    broken, _ = judged(f"    if len(x) == {constant}:\n        return 0.0\n", warm, limits)
    assert broken == {}


def test_the_same_code_gets_the_same_cases(warm, limits):
    body = "    if len(x) > 21 or x[0] > 13.5:\n        x = x + 0\n"
    assert judged(body, warm, limits) == judged(body, warm, limits)
