"""Trivial answers, of functions that know the form of the answer and nothing else: they must earn nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ARGUMENT", "ONES", "ZEROS", "trivial"]

ZEROS, ONES, ARGUMENT = "zeros", "ones", "its first argument"


def trivial(reference: Callable[..., Any], *, random: bool) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the name and the function of each trivial answer.

    Args:
        reference: whose answers have the right form.
        random: yield random numbers too. Where no argument is an array, the form is all that is asked for,
            and random numbers in it are no trivial answer.
    """
    source = np.random.default_rng(0)
    fillings: dict[str, Callable[[Any], Any]] = {
        ZEROS: np.zeros_like,
        ONES: np.ones_like,
        "constants": lambda array: np.full_like(array, 0.25),
    }
    if random:
        fillings["random numbers"] = lambda array: source.standard_normal(array.shape)
    for name, filling in fillings.items():
        yield name, lambda *args, _fill=filling, **kwargs: _filled(reference(*args, **kwargs), _fill)
    yield ARGUMENT, lambda *args, **kwargs: _handed_back(reference(*args, **kwargs), args[0])


def _filled(answer: Any, filling: Callable[[Any], Any]) -> Any:
    if isinstance(answer, dict):
        return {key: _filled(item, filling) for key, item in answer.items()}
    if isinstance(answer, (tuple, list)):
        return type(answer)(_filled(item, filling) for item in answer)
    if isinstance(answer, np.ndarray):
        return filling(answer)
    return type(answer)(filling(np.asarray(answer))) if isinstance(answer, (int, float)) else answer


def _handed_back(answer: Any, argument: Any) -> Any:
    return (argument, *answer[1:]) if isinstance(answer, tuple) else argument
