"""Recipes are kept as JSON: what one may hold, and how a message shows it."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from grader.errors import SuiteError

__all__ = ["REMEDY", "check_functions", "check_recipes", "shown", "unkept"]

REMEDY = (
    "A recipe is a dict of numbers, strings, True, False, None, lists and dicts. "
    "Arrays and other objects are made in the build function."
)


def unkept(recipe: object) -> str:
    """Say what is wrong with a recipe that JSON cannot hold, as the end of a sentence; nothing if it can."""
    if not isinstance(recipe, dict):
        return f"is of type {type(recipe).__name__}"
    for name, value in recipe.items():
        if not isinstance(name, str):
            return f"has the key {name!r}, which is not a string"
        try:
            json.dumps(value)
        except (TypeError, ValueError, RecursionError) as error:
            return f"has an entry {name!r} that cannot be kept ({error})"
    return ""


def shown(recipe: object) -> str:
    """Return a recipe for a message, cut where it is long."""
    return textwrap.shorten(str(recipe), 200, placeholder=" ...")


def check_functions(draw: Any, build: Any) -> None:
    """Refuse what is no draw function or no build function.

    Raises:
        SuiteError: one of them is something else; without a line.
    """
    for name, given in (("draw", draw), ("build", build)):
        if not callable(given) or not hasattr(given, "__qualname__"):  # cases are kept by its name
            found = f"{name} is {given!r}, which is not a function."
            raise SuiteError(found, remedy="Write Inputs(draw, build), with the names of two functions.")
        if hasattr(given, "is_hypothesis_strategy_function"):
            found = f"{given.__name__} is decorated with @composite."
            raise SuiteError(found, remedy="Remove the decorator: the grader makes the strategy itself.")


def check_recipes(pinned: object, instead: object) -> None:
    """Refuse pinned recipes, and entries to be had instead, that cannot be stored.

    Raises:
        SuiteError: one of them cannot be; without a line.
    """
    if not isinstance(pinned, (tuple, list)):
        remedy = "Write a tuple of dicts, with a comma after each one: pinned=({...},)."
        raise SuiteError(f"pinned is of type {type(pinned).__name__}.", remedy=remedy)
    for number, recipe in enumerate(pinned, 1):
        if wrong := unkept(recipe):
            raise SuiteError(f"pinned recipe {number} {wrong}.", remedy=REMEDY)
    if wrong := unkept(instead):
        raise SuiteError(f"instead {wrong}.", remedy=REMEDY)
