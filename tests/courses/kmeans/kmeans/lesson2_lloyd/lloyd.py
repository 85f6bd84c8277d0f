"""Lloyd's algorithm: assign and move, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from grader.course.authoring import Annotated, Array, Inputs, close, equal, exercise, require, say, shape
from grader.course.authoring import strategies as st

from ..lesson1_clusters.assign import right as assign_by_hand
from ..lesson1_clusters.move import right as move_by_hand

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Function, Recipe


def draw_slow(draw: Draw) -> Recipe:
    """Points on a line, and both centres at its beginning: it takes many steps."""
    return {"n": draw(st.integers(9, 16)), "steps": draw(st.integers(2, 3)), "seed": draw(st.integers(0, 9999))}


def build_slow(n: int, steps: int, seed: int) -> Arguments:
    """Return points X (n, 2) in equal distances, centres C (2, 2) at the first two of them, and steps."""
    rng = np.random.default_rng(seed)
    start, step = rng.integers(-8, 9, 2) / 4, rng.choice([-1.0, -0.5, 0.5, 1.0], 2)
    line = start + np.arange(n)[:, None] * step
    return {"X": rng.permutation(line), "C": line[:2], "steps": steps}


def draw_groups(draw: Draw) -> Recipe:
    """Groups that lie far from each other."""
    k = draw(st.integers(2, 4))
    return {"n": k * draw(st.integers(1, 3)), "k": k, "lost": False, "seed": draw(st.integers(0, 9999))}


def draw_lost(draw: Draw) -> Recipe:
    """The same, and one more centre that is farther away than all others."""
    return {**draw_groups(draw), "lost": True}


def build_groups(n: int, k: int, lost: bool, seed: int) -> Arguments:
    """Return X (n, 2) in groups around C (k or k + 1, 2), and 1 to 4 steps."""
    rng = np.random.default_rng(seed)
    middles = rng.permutation([[-50.0, -40.0], [-40.0, 50.0], [50.0, 40.0], [40.0, -50.0]])[:k]
    X = np.concatenate([middles] * (n // k)) + rng.integers(-8, 9, (n, 2)) / 4
    C = np.insert(middles, rng.integers(k + 1), [1000.0, 1000.0], axis=0) if lost else middles
    return {"X": rng.permutation(X), "C": C + 0.25, "steps": int(rng.integers(1, 5))}


slow = Inputs(draw_slow, build_slow, pinned=({"n": 9, "steps": 2, "seed": 1}, {"n": 12, "steps": 3, "seed": 1}))
groups = Inputs(draw_groups, build_groups)
lost = Inputs(draw_lost, build_groups)


def with_steps(X: Array, C: Array, steps: int) -> tuple[Array, Array]:
    """Return what steps of assign and move lead to."""
    labels = assign_by_hand(X, C)
    for _ in range(steps):
        labels = assign_by_hand(X, C)
        C = move_by_hand(X, labels, len(C), C)
    return C, labels


@exercise("Lloyd's algorithm", points=12, inputs=slow, needs=["assign", "move"], contracts=groups)
def lloyd(X: Array, C: Array, steps: int) -> tuple[Annotated[Array, "k d"], Annotated[Array, "n"]]:
    """Assign and move as often as steps says; return the centres, and the labels that the last move used."""
    raise NotImplementedError


@lloyd.prop(points=3, inputs=groups, hint="Do your labels belong to the points in the order in which they were given?")
def finds_the_groups(f: Function, X: Array, C: Array, steps: int) -> None:
    """Groups far from each other get a label each, and their means as centres."""
    centres, labels = f(X, C, steps)
    shape(centres, C.shape)
    shape(labels, (len(X),))
    for j, c in enumerate(C):
        members = np.abs(X - c).max(axis=1) < 10
        equal(labels[members], np.full(members.sum(), j))
        close(centres[j], X[members].sum(axis=0) / members.sum(), scale=1000)


@lloyd.prop(points=2, inputs=lost, hint="What becomes of a centre without points? Which old centres does move get?")
def lost_centre(f: Function, X: Array, C: Array, steps: int) -> None:
    """A centre that is never the nearest one stays where it is, and the others move."""
    centres, _ = f(X, C, steps)
    shape(centres, C.shape)
    stays = (centres == C).all(axis=1)
    equal(stays[C[:, 0] > 500], [True])
    close(centres[C[:, 0] < 500].mean(), X.mean(), scale=1000)


@lloyd.prop(points=3, hint="With one step: which centres decide the labels, the old ones or the new ones?")
def first_step(f: Function, X: Array, C: Array, steps: int) -> None:
    """After one step, the labels are those of the old centres, and the new centres are the means."""
    centres, labels = f(X, C, 1)
    shape(centres, C.shape)
    near, far = np.hypot(*(X - C[0]).T), np.hypot(*(X - C[1]).T)
    equal(labels, np.where(near <= far, 0, 1))
    for j in (0, 1):
        close(centres[j], X[labels == j].sum(axis=0) / sum(labels == j), scale=1000)


@lloyd.prop(points=4, hint="Which centres does the second step begin with?")
def one_more_step(f: Function, X: Array, C: Array, steps: int) -> None:
    """The last step begins where the steps before it ended, and it still moves the centres."""
    before, (after, labels) = f(X, C, steps - 1)[0], f(X, C, steps)
    shape(before, C.shape)
    require(not np.array_equal(before, after), say("The last of {steps} steps moves nothing.", steps=steps))
    again, same_labels = f(X, before, 1)
    close(after, again, scale=1000)
    equal(labels, same_labels)


@lloyd.mistake("The answer is that of one step. Each step must begin where the one before it ended.")
def stops_after_one(X: Array, C: Array, steps: int) -> tuple[Array, Array]:
    labels = assign_by_hand(X, C)
    return move_by_hand(X, labels, len(C), C), labels


@lloyd.mistake("One step too many is taken.")
def one_step_too_many(X: Array, C: Array, steps: int) -> tuple[Array, Array]:
    return with_steps(X, C, steps + 1)


@lloyd.mistake("One step too few is taken.")
def one_step_too_few(X: Array, C: Array, steps: int) -> tuple[Array, Array]:
    return with_steps(X, C, steps - 1)


@lloyd.mistake("The points are assigned once more at the end. Return the labels that the last move used.")
def assigns_at_the_end(X: Array, C: Array, steps: int) -> tuple[Array, Array]:
    centres, _ = with_steps(X, C, steps)
    return centres, assign_by_hand(X, centres)
