"""Recipes are kept as JSON: what one may hold, and how a message shows it."""

from __future__ import annotations

import json
import textwrap

__all__ = ["REMEDY", "shown", "unkept"]

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
