"""Cases of lenet_parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.course.authoring import Factor, Impossible, Inputs, choose
from grader.suites.cnn.values import side

if TYPE_CHECKING:
    from grader.course.authoring import Arguments, Draw, Recipe


def build_start(*, n_C0: int, classes: int, seed: int, given: int = 3) -> Arguments:
    """Return a source of random numbers, and what LeNet's size depends on; as many arguments as are given."""
    arguments = {"rng": np.random.default_rng(seed), "n_C0": n_C0, "classes": classes}
    return dict(list(arguments.items())[:given])


def draw_usual(draw: Draw) -> Recipe:
    """Three input channels and ten classes."""
    return {"n_C0": 3, "classes": 10, "seed": side(draw, (0, 2))}


def draw_sizes(draw: Draw) -> Recipe:
    """Other numbers of input channels and classes."""
    return {"n_C0": side(draw, (1, 2)), "classes": side(draw, (2, 3)), "seed": 7}


def draw_spread(draw: Draw) -> Recipe:
    """Few weights and many."""
    return {"n_C0": draw(choose(1, 2, 3, 4, 32)), "classes": draw(choose(2, 10, 100)), "seed": 11}


def draw_free(draw: Draw) -> Recipe:
    """Everything varies at once."""
    given = draw(choose(3, 3, 2, 1))
    n_C0 = draw(choose(1, 2, 3, 4, 6, 16, 32, aim="size"))
    classes = draw(choose(1, 2, 3, 10, 12, 84, 100, aim="size"))
    return {
        "n_C0": n_C0 if given > 1 else 3,
        "classes": classes if given > 2 else 10,
        "seed": draw(choose(*range(100))),
        "given": given,
    }


def _size(n: int, usual: int) -> str:
    return "one" if n == 1 else "usual" if n == usual else "fewer" if n < usual else "more"


SIZES = ("one", "usual", "fewer", "more")
GIVEN = ("nothing", "n_C0", "both")

FACTORS = (
    Factor("n_C0", SIZES, lambda n_C0=3, **_: _size(n_C0, 3)),
    Factor("classes", SIZES, lambda classes=10, **_: _size(classes, 10)),
    Factor("given", GIVEN, lambda **arguments: GIVEN[len(arguments.keys() - {"rng"})]),
)

_NOT_USUAL = ("one", "fewer", "more")
IMPOSSIBLE = (
    Impossible({"given": ("nothing",), "n_C0": _NOT_USUAL}, "the default is the usual number"),
    Impossible({"given": ("nothing", "n_C0"), "classes": _NOT_USUAL}, "the default is the usual number"),
)

usual = Inputs(draw_usual, build_start)
sizes = Inputs(draw_sizes, build_start, ({"n_C0": 4, "classes": 12, "seed": 7},))
spread = Inputs(draw_spread, build_start, ({"n_C0": 1, "classes": 100, "seed": 5},), count=5)
free = Inputs(
    draw_free,
    build_start,
    ({"n_C0": 3, "classes": 10, "seed": 0, "given": 3}, {"n_C0": 32, "classes": 84, "seed": 0, "given": 3}),
    factors=FACTORS,
    numbers="seed",
    impossible=IMPOSSIBLE,
)
