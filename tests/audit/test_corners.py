"""Corner mistakes: a listed mistake made in one pair of levels only, found by the cases or missed."""

from types import SimpleNamespace

import numpy as np
import pytest

from grader.audit.corners import Corners, corners, sample
from grader.cli.corners import show_corners
from grader.course.authoring import Array, Factor, Inputs, choose, close, exercise
from grader.course.cases import Kept
from grader.course.covering import cover, renumbered
from grader.course.factors import levels_of
from grader.course.load import load
from grader.course.mistakes import is_wrong


def draw_numbers(draw):
    return {"count": draw(choose(1, 2, 9)), "sign": draw(choose("+", "-")), "seed": draw(choose(*range(50)))}


def build_numbers(count, sign, seed):
    x = np.random.default_rng(seed).integers(1, 9, size=count).astype(float)
    return {"x": x if sign == "+" else -x}


FACTORS = (
    Factor("count", ("one", "several"), lambda x: "one" if len(x) == 1 else "several"),
    Factor("sign", ("+", "-"), lambda x: "+" if x[0] > 0 else "-"),
)
NUMBERS = Inputs(draw_numbers, build_numbers, factors=FACTORS, ways=2, numbers="seed")


@exercise("The sum", points=4, inputs=NUMBERS)
def total(x: Array) -> float:
    """Return the sum of x (n,)."""
    raise NotImplementedError


@total.prop(points=3, hint="Add.", inputs=Inputs(draw_numbers, build_numbers))
def adds(f, x):
    """All numbers are added."""
    close(f(x), x.sum())


@total.definition(points=0.5, hint="Add.", inputs=NUMBERS)
def together(answer, x):
    """The answer is the sum."""
    close(answer, x.sum())


@total.mistake("Only the first number counts.")
def first_only(x):
    return x[0]


@total.mistake("Signs are lost.")
def without_signs(x):
    return np.abs(x).sum()


@total.mistake("Some sums are taken for odd ones: seldom wrong, whatever the levels.")
def skips_seven(x):
    return x.sum() + (abs(x[0]) == 7)


EXERCISE = total.finish()
INPUTS = EXERCISE.definition.inputs


class Given(Kept):
    """These cases and no others."""

    def __init__(self, recipes):
        super().__init__()
        self._given = sorted(recipes, key=lambda recipe: recipe["count"])

    def _recipes(self, inputs, seed):
        return self._given


def recipe(count, sign, seed):
    return {"count": count, "sign": sign, "seed": seed}


def seeds(count, *, seven):
    """Return the seeds with which the first number is 7, or is not."""
    return [seed for seed in range(50) if (build_numbers(count, "+", seed)["x"][0] == 7) == seven]


def found(*recipes):
    return corners(EXERCISE, Given(recipes), 0, sample(INPUTS))


def test_a_corner_mistake_is_missed_if_no_case_of_its_region_shows_it():
    usual = seeds(2, seven=False)[0]
    tried = found(recipe(2, "+", usual), recipe(2, "-", usual))
    several, one, minus = ("count", "several"), ("count", "one"), ("sign", "-")
    assert tried.count == 8  # two each where a sum or a sign is needed, and four that are wrong for 7
    assert sorted(name for _, name in tried.missed) == ["skips_seven"] * 4 + ["without_signs"]
    assert (frozenset({one, minus}), "without_signs") in tried.missed
    assert (frozenset({several, minus}), "without_signs") not in tried.missed


def test_mistakes_that_make_no_difference_in_a_region_are_not_counted():
    tried = found(*(recipe(1, "+", seed) for seed in range(50)))
    assert (frozenset({("count", "one"), ("sign", "+")}), "first_only") not in tried.missed
    assert tried.caught == (seeds(1, seven=True)[0] + 1,)


def test_careful_cases_catch_every_mistake_in_every_region():
    careful = cover(INPUTS, 0, thorough=True)
    tried = found(*careful)
    assert tried.missed == ()
    assert tried.count == 8
    assert tried.cases(1) <= len(careful)


def test_cases_with_other_numbers_catch_what_they_caught():
    careful = cover(INPUTS, 0, thorough=True)
    for seed in range(1, 6):
        other = renumbered(INPUTS, careful, seed)
        assert found(*other).missed == ()
        assert other != careful
        for before, after in zip(careful, other, strict=True):
            arguments = [build_numbers(**each) for each in (before, after)]
            assert len({levels_of(FACTORS, each) for each in arguments}) == 1
            caught, still = (
                [is_wrong(INPUTS.judged, m, each) for m in EXERCISE.mistakes] for each in arguments
            )
            assert all(late or not early for early, late in zip(caught, still, strict=True))


def test_how_many_cases_it_takes():
    tried = Corners(caught=(9, 1, 1, 2), missed=())
    assert [tried.cases(share) for share in (0, 0.25, 0.5, 0.75, 0.76, 1)] == [1, 1, 1, 2, 9, 9]
    assert Corners().cases(1) == 0


# One is known to be missed: huge numbers are cut to whole ones, which is nearly within the tolerance.
@pytest.mark.parametrize(("name", "missed"), [("zero_pad", 0), ("conv_single_step", 1), ("lenet_summary", 0)])
def test_the_shipped_cases_catch_the_corner_mistakes(name, missed):
    course = load("cnn")
    (chosen,) = (each for each in course.suite.exercises if each.name == name)
    tried = corners(chosen, Kept(course.cases), 0, sample(chosen.definition.inputs))
    assert len(tried.missed) == missed
    assert tried.count > 200


def test_what_is_missed_is_shown_and_counted(capsys, monkeypatch):
    usual = seeds(2, seven=False)[0]
    monkeypatch.setattr("grader.cli.corners.Kept", lambda _: Given([recipe(2, "+", usual)]))
    missed = show_corners(SimpleNamespace(suite=SimpleNamespace(exercises=[EXERCISE]), cases=None), 0, 1)
    shown = capsys.readouterr().out
    assert "without_signs is missed where count: one, sign: -" in shown
    assert "no case has count: several, sign: -" in shown
    assert missed == shown.count("is missed where") + shown.count("no case has")
