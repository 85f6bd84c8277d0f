"""What the functions of an exercise take, and whether it is what its stub takes."""

from __future__ import annotations

import functools
import inspect
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.course.model import Arguments, Mistake, Property

__all__ = ["asked", "check_formula", "check_property", "given"]


@functools.cache
def asked(check: Callable[..., object]) -> frozenset[str] | None:
    """Return the names of the arguments that a check asks for; None if it takes all there are."""
    parameters = inspect.signature(check).parameters
    takes_all = any(each.kind is each.VAR_KEYWORD for each in parameters.values())
    return None if takes_all else frozenset(parameters)


def given(check: Callable[..., object], arguments: Arguments) -> Arguments:
    """Return those of the arguments of a case that a check asks for."""
    wanted = asked(check)
    return {name: value for name, value in arguments.items() if wanted is None or name in wanted}


def check_property(prop: Property, exercise: str, signature: inspect.Signature) -> None:
    """Refuse a property that asks for what no case has.

    Raises:
        SuiteError: it does, or it takes no function or answer.
    """
    parameters = list(inspect.signature(prop.check).parameters.values())
    known = [*signature.parameters, *([] if prop.defines else ["rng"])]
    unknown = ", ".join(each.name for each in parameters[1:] if not _is_known(each, known))
    remedy = f"After the {'answer' if prop.defines else 'function'} it may ask for: {', '.join(known)}."
    if not parameters:
        raise SuiteError(f"the property {prop.name} takes no arguments.", where=prop.where, remedy=remedy)
    if parameters[0].name in signature.parameters:
        first = ("the student's answer", "answer") if prop.defines else ("the student's function", "f")
        found = f"the property {prop.name} gets {first[0]} as {parameters[0].name}."
        remedy = f"Call its first argument {first[1]}, and list the arguments of the case after it."
        raise SuiteError(found, where=prop.where, remedy=remedy)
    if unknown:
        found = f"the property {prop.name} asks for {unknown}, which {exercise} does not take."
        raise SuiteError(found, where=prop.where, remedy=remedy)
    for each in parameters if prop.defines else ():
        default = signature.parameters[each.name].default if each.name in signature.parameters else each.empty
        if default is not each.empty and each.default is each.empty:
            found = f"the definition {prop.name} has no default for {each.name}, and {exercise} has one."
            remedy = f"A call may leave it out: write {each.name}={default!r}."
            raise SuiteError(found, where=prop.where, remedy=remedy)


def _is_known(parameter: inspect.Parameter, known: list[str]) -> bool:
    """Say whether a property can be given this: arguments come by name."""
    if parameter.kind in {parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL}:
        return False
    return parameter.kind is parameter.VAR_KEYWORD or parameter.name in known


def check_formula(mistake: Mistake, exercise: str, signature: inspect.Signature) -> None:
    """Refuse a mistake that takes other arguments than the stub.

    Raises:
        SuiteError: it does.
    """
    try:
        inspect.signature(mistake.formula).bind(*signature.parameters)
    except TypeError as error:
        raise SuiteError(
            f"the mistake {mistake.name} does not take what {exercise} takes ({error}).",
            where=mistake.where,
            remedy=f"Its arguments are: {', '.join(signature.parameters)}.",
        ) from error
