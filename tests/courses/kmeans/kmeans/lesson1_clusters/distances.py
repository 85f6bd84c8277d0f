"""Squared distances of every point to every centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from grader.course.authoring import Annotated, Array, Inputs, close, exercise
from grader.course.authoring import strategies as st

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Function, Recipe


def draw_line(draw: Draw) -> Recipe:
    """Points and centres on a line, and more than one of each."""
    return {"n": draw(st.integers(2, 5)), "k": draw(st.integers(2, 4)), "d": 1, "seed": draw(st.integers(0, 9999))}


def draw_single(draw: Draw) -> Recipe:
    """One point and one centre."""
    return {"n": 1, "k": 1, "d": draw(st.integers(2, 4)), "seed": draw(st.integers(0, 9999))}


def draw_points(draw: Draw) -> Recipe:
    """Fewer centres than points, in two to four dimensions."""
    k = draw(st.integers(2, 4))
    n = k + draw(st.integers(1, 4))
    return {"n": n, "k": k, "d": draw(st.integers(2, 4)), "seed": draw(st.integers(0, 9999))}


def build(n: int, k: int, d: int, seed: int) -> Arguments:
    """Return points X (n, d) and centres C (k, d): multiples of 1/4, no two rows alike in any column."""
    rng = np.random.default_rng(seed)
    rows = np.stack([rng.choice(np.arange(-20, 21), n + k, replace=False) for _ in range(d)], axis=1) / 4
    return {"X": rows[:n], "C": rows[n:]}


line = Inputs(draw_line, build)
single = Inputs(draw_single, build)
points = Inputs(draw_points, build, pinned=({"n": 3, "k": 2, "d": 2, "seed": 1},))


def right(X: Array, C: Array) -> Array:
    """Return the squared distances; it answers for students whose own distances is wrong."""
    return np.asarray(((X[:, None] - C) ** 2).sum(axis=2))


@exercise("Squared distances", points=10, inputs=points, oracle=right)
def distances(X: Array, C: Array) -> Annotated[Array, "n k"]:
    """Return the squared distance of every point to every centre."""
    raise NotImplementedError


@distances.prop(points=2, inputs=line, hint="With one coordinate, the distance is a difference. What is its square?")
def on_a_line(f: Function, X: Array, C: Array) -> None:
    """On a line, each answer is the square of a difference."""
    close(f(X, C), np.subtract.outer(X[:, 0], C[:, 0]) ** 2, scale=1000)


@distances.prop(points=6, hint="Pick one point and one centre. Which row and which column of the answer are theirs?")
def each_pair(f: Function, X: Array, C: Array) -> None:
    """Row i, column j sums the squared differences of the coordinates of point i and centre j."""
    expected = [[sum((a - b) ** 2 for a, b in zip(x, c, strict=True)) for c in C.tolist()] for x in X.tolist()]
    close(f(X, C), expected, scale=1000)


@distances.prop(points=2, inputs=single, hint="What shape does your answer have if there is one point and one centre?")
def one_point(f: Function, X: Array, C: Array) -> None:
    """One point and one centre give an array of shape (1, 1)."""
    step = X[0] - C[0]
    close(f(X, C), [[step @ step]], scale=1000)


@distances.mistake("These are distances, not their squares. Leave out the square root.")
def takes_the_root(X: Array, C: Array) -> Array:
    return np.sqrt(right(X, C))


@distances.mistake("The absolute differences are summed. Square each before you sum.")
def sums_absolute_differences(X: Array, C: Array) -> Array:
    return np.asarray(np.abs(X[:, None] - C).sum(axis=2))


@distances.mistake("Rows and columns are exchanged. There is a row for each point and a column for each centre.")
def centres_in_rows(X: Array, C: Array) -> Array:
    return right(C, X)


@distances.mistake("The squares are averaged over the coordinates. Sum them.")
def averages_the_squares(X: Array, C: Array) -> Array:
    return np.asarray(((X[:, None] - C) ** 2).mean(axis=2))
