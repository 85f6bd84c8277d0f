"""What a right pool_forward keeps in both modes."""

from __future__ import annotations

import numpy as np

from grader.course.authoring import (
    Array,
    Cache,
    CallError,
    Function,
    close,
    copies,
    refused,
    require,
    say,
)
from grader.suites.cnn import oracles, windows
from grader.suites.cnn.oracles import Hyper

from . import cases, free
from .properties import scale
from .stub import pool_forward


@pool_forward.prop(
    points=0.25,
    hint="Return A, (A_prev, hparameters): the arguments as they came.",
    inputs=free.cached,
    required=True,
)
def cache(f: Function, A_prev: Array, hparameters: Hyper, mode: str = "max") -> None:
    """The cache is (A_prev, hparameters), unchanged."""
    A, kept = f.whole(A_prev, hparameters, mode)
    windows.check_varies(A, oracles.pool(A_prev, hparameters, mode), hparameters["stride"])
    copies(kept, (A_prev, hparameters), say("The cache"))


@pool_forward.prop(
    points=0.25,
    hint='Compare the whole word: raise ValueError unless the mode is "max" or "average".',
    inputs=cases.unknown,
    required=True,
)
def unknown_mode(f: Function, A_prev: Array, hparameters: Hyper, mode: str) -> None:
    """A mode other than "max" and "average" is a ValueError, and never taken for one of the two."""
    known = [np.any(f(A_prev, hparameters, name)[0]) for name in ("max", "average")]
    found = f.attempt(A_prev, hparameters, mode)
    if refused(found, "ValueError"):
        return
    message = say("The mode {mode} is not refused with a ValueError.", mode=repr(mode))
    require(not isinstance(found, CallError), message)
    # Work that was written for other courses, whose stubs ask for no error, gives zeros here: that is no
    # mode taken for another, and it keeps its points.
    require(all(known) and not np.any(found[0]), message, actual=found[0])


@pool_forward.definition(
    points=1.25,
    hint="Each part works alone; look at two of them at once, such as the stride and several channels.",
    inputs=free.free,
)
def together(answer: tuple[Array, Cache], A_prev: Array, hparameters: Hyper, mode: str = "max") -> None:
    """Whatever the sizes and the numbers are, every output is the maximum or the mean of its window."""
    A, _ = answer
    # A mean is a sum of products with 1 / (f * f); of one size with the largest pixel.
    close(A, oracles.pool(A_prev, hparameters, mode), scale=scale(A_prev))
