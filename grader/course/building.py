"""Recipes to arguments: what an author's draw and build functions return, looked at before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.course.arguments import MOST, too_many, unfit
from grader.course.arguments import REMEDY as ARGUMENTS
from grader.course.blame import blaming, place_of
from grader.course.recipes import REMEDY, shown, unkept
from grader.course.trees import fresh, frozen
from grader.errors import SuiteError

if TYPE_CHECKING:
    from grader.course.model import Arguments, Inputs, Recipe

__all__ = ["built", "checked"]


def built(inputs: Inputs, recipe: Recipe) -> Arguments:
    """Return the arguments that a recipe builds, as arrays that no check can change by accident.

    Raises:
        SuiteError: the builder fails, or builds no arguments, or too many numbers.
    """
    name = inputs.build.__name__

    def doing() -> str:
        whose = "the pinned recipe " if recipe in inputs.pinned else ""
        return f"{name}, which builds the arguments of {whose}{shown(recipe)},"

    with blaming(doing, inputs.build):
        arguments = inputs.build(**fresh(recipe))
    if not isinstance(arguments, dict):
        raise SuiteError(
            f"{name} returns {type(arguments).__name__}.",
            where=place_of(inputs.build),
            remedy="Return the arguments as a dict, by name and in the order of the stub.",
        )
    if found := unfit(arguments, ""):
        message = f"{name} returns what no function of a student can get: {found}."
        raise SuiteError(message, where=place_of(inputs.build), remedy=ARGUMENTS)
    if count := too_many(arguments):
        message = f"{name} returns {count} numbers, which is too much for one call."
        where = place_of(inputs.build)
        raise SuiteError(message, where=where, remedy=f"Draw smaller sizes: {MOST} numbers at most.")
    return frozen(arguments)


def checked(inputs: Inputs, recipe: Recipe) -> Recipe:
    """Return what a draw function returned.

    Raises:
        SuiteError: it is no recipe.
    """
    if wrong := unkept(recipe):
        found = f"the recipe that {inputs.draw.__name__} returns {wrong}."
        raise SuiteError(found, where=place_of(inputs.draw), remedy=REMEDY)
    return recipe
