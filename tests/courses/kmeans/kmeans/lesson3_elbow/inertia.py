"""Inertia: how far the points are from their centres, all together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from grader.course.authoring import Array, Inputs, close, exercise
from grader.course.authoring import strategies as st

from ..lesson1_clusters.distances import right as distances_by_hand
from ..lesson1_clusters.move import build as build_labels
from ..lesson1_clusters.move import right as means

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Function, Recipe


def draw_labelled(draw: Draw) -> Recipe:
    """Points in two to four clusters, in two or three dimensions."""
    k = draw(st.integers(2, 4))
    return {"n": k + draw(st.integers(1, 4)), "k": k, "d": draw(st.integers(2, 3)), "seed": draw(st.integers(0, 9999))}


def build(n: int, k: int, d: int, seed: int) -> Arguments:
    """Return X (n, d), C (k, d) and labels (n,); no cluster is empty."""
    given = build_labels(n, k, d, empty=False, seed=seed)
    return {"X": given["X"], "C": given["C"], "labels": given["labels"]}


labelled = Inputs(draw_labelled, build, pinned=({"n": 4, "k": 2, "d": 2, "seed": 1},))


@exercise("Inertia", points=8, inputs=labelled, needs=["distances"])
def inertia(X: Array, C: Array, labels: Array) -> float:
    """Return the sum of the squared distances of all points to the centres that their labels name."""
    raise NotImplementedError


@inertia.prop(points=2, hint="Which of the squared distances counts for a single point?")
def one_point(f: Function, X: Array, C: Array, labels: Array) -> None:
    """The inertia of a single point is its squared distance to the centre of its label."""
    for x, label in zip(X, labels, strict=True):
        step = x - C[label]
        close(f(x[None], C, np.array([label])), step @ step, scale=1000)


@inertia.prop(points=3, hint="Is your answer a sum over all points, or their mean, or its root?")
def pairs(f: Function, X: Array, C: Array, labels: Array) -> None:
    """With means as centres, each cluster adds its pairs' squared distances, divided by its number of points."""
    k = int(labels.max()) + 1
    middles, expected = np.zeros((k, X.shape[1])), 0.0
    for j in range(k):
        members = X[labels == j]
        middles[j] = members.sum(axis=0) / len(members)
        expected += ((members[:, None] - members) ** 2).sum() / (2 * len(members))
    close(f(X, middles, labels), expected, scale=10000)


@inertia.prop(points=3, hint="What happens to the inertia of a cluster if its centre is not the mean?")
def off_the_mean(f: Function, X: Array, C: Array, labels: Array) -> None:
    """A centre that is not the mean of its points adds the squared distance between the two for each point."""
    middles = means(X, labels, len(C), C)
    adds = ((C - middles)[labels] ** 2).sum()
    close(f(X, C, labels) - f(X, middles, labels), adds, scale=10000)


@inertia.mistake("This is the mean over the points. Return the sum.")
def mean_of_the_points(X: Array, C: Array, labels: Array) -> float:
    return float(((X - C[labels]) ** 2).sum() / len(X))


@inertia.mistake("The distances are summed. Sum their squares.")
def sums_the_distances(X: Array, C: Array, labels: Array) -> float:
    return float(np.sqrt(((X - C[labels]) ** 2).sum(axis=1)).sum())


@inertia.mistake("The labels are not used: each point counts for its nearest centre. Take the centre of its label.")
def nearest_instead_of_label(X: Array, C: Array, labels: Array) -> float:
    return float(distances_by_hand(X, C).min(axis=1).sum())


@inertia.mistake("The distances to all centres are summed. Of each point, only the one to its own centre counts.")
def sums_all_centres(X: Array, C: Array, labels: Array) -> float:
    return float(distances_by_hand(X, C).sum())
