"""A course of two lessons, written as an author writes one; contracts have tests of their own."""

import numpy as np

from grader.course.authoring import (
    Annotated,
    Array,
    Cache,
    Inputs,
    Lesson,
    Suite,
    close,
    equal,
    exercise,
    lesson,
    require,
    shape,
    strategies,
    suite,
)
from grader.course.contracts import CONTRACTS


def draw_vector(draw):
    return {"quarters": draw(strategies.lists(strategies.integers(-8, 8), min_size=1, max_size=6))}


def build_vector(quarters):
    return {"x": np.array(quarters, dtype=float) / 4}


def draw_cut(draw):
    recipe = draw_vector(draw)
    return recipe | {"at": draw(strategies.integers(0, len(recipe["quarters"])))}


def build_cut(quarters, at):
    return build_vector(quarters) | {"at": at}


Vector = Annotated[Array, "n"]
VECTORS = Inputs(draw_vector, build_vector, pinned=({"quarters": [4, 8, 12]},))
CUTS = Inputs(draw_cut, build_cut)


@exercise("Twice", inputs=VECTORS, without=CONTRACTS, oracle=lambda x: x + x)
def double(x: Array) -> Vector: ...


@double.prop(points=1, hint="Does the answer lose numbers?")
def keeps_the_length(f, x):
    """There are as many numbers as before."""
    shape(f(x), x.shape)


@double.prop(points=3, hint="Add the argument to itself.")
def twice(f, x):
    """Every number is doubled."""
    close(f(x), x + x)


@double.prop(points=2, hint="A sum may be doubled before or after it is made.")
def additive(f, x, rng):
    """Doubling a sum is adding the doubles."""
    other = rng.integers(-8, 9, size=x.shape) / 4
    close(f(x + other), f(x) + f(other))


@double.mistake("Every number is squared.")
def squares(x):
    return x**2


@double.mistake("Every number is taken as it is.")
def does_nothing(x):
    return x


@exercise("Sum", inputs=VECTORS, needs=("double",), without=CONTRACTS)
def total(x: Array) -> float: ...


@total.prop(points=2, hint="np.sum adds all numbers.")
def adds_all(f, x):
    """The sum of all numbers."""
    close(f(x), x.sum())


@exercise("Split", inputs=CUTS, without=CONTRACTS)
def split(x: Array, at: int) -> tuple[Array, Cache]: ...


@split.prop(points=2, hint="Slices end before their second number.")
def first_part(f, x, at):
    """The first part holds the numbers before the cut."""
    part, _ = f(x, at)
    require(part.size == at, "The cut is at another place.", actual=part.size, expected=at)
    equal(part, x[:at])


BASICS = lesson("Basics", "toy.basics", [double, total])
PARTS = lesson("Parts", "toy.parts", [split])
TOY = suite("A toy course", __name__, [BASICS, PARTS])
DOUBLE, TOTAL, SPLIT = TOY.exercises


def only(*exercises, whole=TOY.exercises):
    """A course of these exercises, as ``-e`` chooses them from the whole."""
    return Suite("toy", TOY.title, (Lesson("basics", "Basics", exercises),), whole=whole)


RIGHT = """\
import numpy as np

def double(x):
    return x + x

def total(x):
    return float(double(x).sum() / 2)

def split(x, at):
    return x[:at], {"at": at}
"""
