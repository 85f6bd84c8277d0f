"""Index of the nearest centre for every point."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from grader.course.authoring import Annotated, Array, Inputs, equal, exercise, require, say, shape
from grader.course.authoring import strategies as st

from .distances import points
from .distances import right as distances_by_hand

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Function, Recipe


def draw_ties(draw: Draw) -> Recipe:
    """Points halfway between two of three or four centres."""
    return {"n": draw(st.integers(1, 4)), "k": draw(st.integers(3, 4)), "seed": draw(st.integers(0, 9999))}


def build_ties(n: int, k: int, seed: int) -> Arguments:
    """Return X (n, 2) as near to one centre of C (k, 2) as to another; the other centres are far away."""
    rng = np.random.default_rng(seed)
    C = rng.integers(-8, 9, (k, 2)) / 4 + 100
    first, second = np.sort(rng.choice(k, 2, replace=False))
    heights = rng.integers(-8, 9, n) / 4
    C[first], C[second] = [[-1, 0], [1, 0]] if rng.integers(2) else [[1, 0], [-1, 0]]
    return {"X": np.stack([np.zeros(n), heights], axis=1), "C": C}


ties = Inputs(draw_ties, build_ties)


def right(X: Array, C: Array) -> Array:
    """Return the labels; it answers for students whose own assign is wrong."""
    return np.asarray(distances_by_hand(X, C).argmin(axis=1))


@exercise("Nearest centre", points=10, inputs=points, needs=["distances"], oracle=right)
def assign(X: Array, C: Array) -> Annotated[Array, "n"]:
    """Return the index of the nearest centre for every point, of two that are as near the lower index."""
    raise NotImplementedError


@assign.prop(points=3, hint="What is the label of a point that lies on the second centre?")
def centres_themselves(f: Function, X: Array, C: Array) -> None:
    """A point that lies on a centre gets the index of this centre."""
    shape(f(C[::-1], C), (len(C),))
    equal(f(C[::-1], C), np.arange(len(C))[::-1])


@assign.prop(points=4, hint="Which number in a row of distances do you look for, and where in the row is it?")
def none_is_nearer(f: Function, X: Array, C: Array) -> None:
    """No centre is nearer to a point than the one that its label names."""
    labels = f(X, C)
    shape(labels, (len(X),))
    for i, (x, label) in enumerate(zip(X, labels.tolist(), strict=True)):
        known = label in range(len(C))
        require(known, say("The label of point {i} is {label}; there is no such centre.", i=i, label=label))
        found = np.linalg.norm(x - C[int(label)])
        nearest = min(np.linalg.norm(x - c) for c in C)
        require(found <= nearest, say("Point {i} has a nearer centre.", i=i), actual=found, expected=nearest)


@assign.prop(points=3, inputs=ties, hint="Which index does your code take if two distances are equal?")
def lowest_index(f: Function, X: Array, C: Array) -> None:
    """Of two centres that are equally near, the one with the lower index counts."""
    first = int(np.argmax(np.abs(C[:, 0]) == 1))
    equal(f(X, C), np.full(len(X), first))


@assign.mistake("The farthest centre is taken. Look for the smallest distance.")
def takes_the_farthest(X: Array, C: Array) -> Array:
    return np.asarray(distances_by_hand(X, C).argmax(axis=1))


@assign.mistake("These are the distances themselves. Return where in its row each smallest one stands.")
def returns_the_distances(X: Array, C: Array) -> Array:
    return np.asarray(distances_by_hand(X, C).min(axis=1))


@assign.mistake("Each centre gets its nearest point. Look along each row, not down each column.")
def nearest_point_of_each_centre(X: Array, C: Array) -> Array:
    return np.asarray(distances_by_hand(X, C).argmin(axis=0))


@assign.mistake("The labels begin at 1. Begin at 0.")
def begins_at_one(X: Array, C: Array) -> Array:
    return right(X, C) + 1


@assign.mistake("Of two centres that are equally near, the last one is taken. Take the first.")
def takes_the_last_of_equals(X: Array, C: Array) -> Array:
    return len(C) - 1 - right(X, C[::-1])
