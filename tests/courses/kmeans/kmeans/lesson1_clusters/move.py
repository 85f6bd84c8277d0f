"""New centres: the mean of the points of each label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from grader.course.authoring import Annotated, Array, Inputs, close, exercise, shape
from grader.course.authoring import strategies as st

from .distances import build as build_points

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Function, Recipe


def draw_full(draw: Draw) -> Recipe:
    """Clusters with at least one point each."""
    k = draw(st.integers(2, 4))
    n = k + draw(st.integers(1, 4))
    return {"n": n, "k": k, "d": draw(st.integers(1, 3)), "empty": False, "seed": draw(st.integers(0, 9999))}


def draw_empty(draw: Draw) -> Recipe:
    """Clusters, one of them without a point."""
    k = draw(st.integers(2, 4))
    n = k + draw(st.integers(0, 3))
    return {"n": n, "k": k, "d": draw(st.integers(1, 3)), "empty": True, "seed": draw(st.integers(0, 9999))}


def build(n: int, k: int, d: int, empty: bool, seed: int) -> Arguments:
    """Return points X (n, d), their labels (n,), k, and centres C (k, d)."""
    rng = np.random.default_rng(seed + 1)
    kinds = np.delete(np.arange(k), rng.integers(k)) if empty else np.arange(k)
    labels = rng.permutation(np.concatenate([kinds, rng.choice(kinds, n - len(kinds))]))
    given = build_points(n, k, d, seed)
    return {"X": given["X"], "labels": labels, "k": k, "C": given["C"]}


full = Inputs(draw_full, build, pinned=({"n": 3, "k": 2, "d": 2, "empty": False, "seed": 1},))
with_empty = Inputs(draw_empty, build)


def right(X: Array, labels: Array, k: int, C: Array) -> Array:
    """Return the new centres; it answers for students whose own move is wrong."""
    return np.stack([X[labels == j].mean(axis=0) if j in labels else C[j] for j in range(k)])


@exercise("Move the centres", points=10, inputs=full, oracle=right)
def move(X: Array, labels: Array, k: int, C: Array) -> Annotated[Array, "k d"]:
    """Return the mean of the points of each label; an empty cluster keeps its old centre."""
    raise NotImplementedError


@move.prop(points=3, hint="What is the mean of all points if they have the same label?")
def one_cluster(f: Function, X: Array, labels: Array, k: int, C: Array) -> None:
    """If all points have label 0, the only centre is the middle of them all."""
    answer = f(X, np.zeros(len(X), dtype=int), 1, C[:1])
    close(answer, X.sum(axis=0)[None] / len(X), scale=100)


@move.prop(points=4, hint="Which rows of X have label 0? Along which axis do you take the mean of these rows?")
def in_balance(f: Function, X: Array, labels: Array, k: int, C: Array) -> None:
    """In each cluster, the differences of the points from their new centre sum to zero."""
    answer = f(X, labels, k, C)
    shape(answer, C.shape)
    missed = X - answer[labels]
    close([missed[labels == j].sum(axis=0) for j in range(k)], np.zeros(C.shape), scale=1000)


@move.prop(points=3, inputs=with_empty, hint="What is the mean of no points? Which centre can you keep in its place?")
def empty_cluster(f: Function, X: Array, labels: Array, k: int, C: Array) -> None:
    """A cluster without points keeps its old centre, and no other one does."""
    answer = f(X, labels, k, C)
    shape(answer, C.shape)
    for j in range(k):
        members = X[labels == j]
        close(answer[j], members.sum(axis=0) / len(members) if len(members) else C[j], scale=100)


@move.mistake("No points have no mean. Let an empty cluster keep its old centre.")
def mean_of_no_points(X: Array, labels: Array, k: int, C: Array) -> Array:
    return right(X, labels, k, np.full_like(C, np.nan))


@move.mistake("An empty cluster moves to zero. Let it keep its old centre.")
def empty_goes_to_zero(X: Array, labels: Array, k: int, C: Array) -> Array:
    return right(X, labels, k, 0 * C)


@move.mistake("The points are summed. Divide by how many points have this label.")
def sums_the_points(X: Array, labels: Array, k: int, C: Array) -> Array:
    return np.stack([X[labels == j].sum(axis=0) if j in labels else C[j] for j in range(k)])


@move.mistake("The sums are divided by the number of all points. Divide by how many points have this label.")
def divides_by_all(X: Array, labels: Array, k: int, C: Array) -> Array:
    return np.stack([X[labels == j].sum(axis=0) / len(X) if j in labels else C[j] for j in range(k)])


@move.mistake("The old centre counts as one of the points. Take the mean of the points alone.")
def counts_the_old_centre(X: Array, labels: Array, k: int, C: Array) -> Array:
    return np.stack([np.vstack([X[labels == j], C[j : j + 1]]).mean(axis=0) for j in range(k)])


@move.mistake("This is the median of each coordinate. Take the mean.")
def takes_the_median(X: Array, labels: Array, k: int, C: Array) -> Array:
    return np.stack([np.median(X[labels == j], axis=0) if j in labels else C[j] for j in range(k)])
