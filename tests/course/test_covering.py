"""Cases that cover the levels of factors: the pinned ones stay, however many there are."""

from grader.course.authoring import Factor, Inputs, choose
from grader.course.covering import cover
from grader.course.drawing import draw
from grader.course.factors import combined, levels_of, possible


def draw_pair(draw):
    return {"one": draw(choose(*range(400))), "other": draw(choose("a", "b", "c"))}


def build_pair(one, other):
    return {"one": one, "other": other}


FACTORS = (
    Factor("size", ("small", "large"), lambda one, **_: "small" if one < 200 else "large"),
    Factor("kind", ("a", "b", "c"), lambda other, **_: other),
)
MANY = Inputs(draw_pair, build_pair, tuple({"one": n, "other": "a"} for n in range(200)), factors=FACTORS)


def test_many_pinned_cases_do_not_hide_what_is_missing():
    recipes = draw(MANY, 0)
    levels = [levels_of(FACTORS, build_pair(**recipe)) for recipe in recipes]
    assert possible(FACTORS, (), 2) <= combined(FACTORS, levels, 2)
    assert all(recipe in recipes for recipe in MANY.pinned)


def test_what_is_added_is_not_pinned():
    added = cover(MANY, 0, thorough=False)
    assert added
    assert not [recipe for recipe in added if recipe in MANY.pinned]
