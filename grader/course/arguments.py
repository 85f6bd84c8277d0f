"""What a student's function can be called with: what crosses to a worker, and not too much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.forms import describe
from grader.course.trees import leaves
from grader.worker import wire

if TYPE_CHECKING:
    import inspect

__all__ = ["MOST", "REMEDY", "check_call", "too_many", "unfit"]

MOST = 2**23  # numbers in the arguments of one call: 64 MiB of float64
REMEDY = (
    "Arguments are numbers, strings, True, False, None, arrays of numbers, random generators, and lists, "
    "tuples and dicts of these."
)


def unfit(arguments: Any, name: str) -> str:
    """Say which part of a tree of arguments a function cannot get, and what it is; nothing if there is none.

    Args:
        arguments: the tree.
        name: what to call it.
    """
    if isinstance(arguments, dict):
        if odd := [key for key in arguments if not isinstance(key, (str, int))]:
            return f"{name} has the key {odd[0]!r}"
        parts = [(f"{name}[{key!r}]" if name else str(key), item) for key, item in arguments.items()]
    elif isinstance(arguments, (list, tuple)):
        parts = [(f"{name}[{index}]", item) for index, item in enumerate(arguments)]
    else:
        return f"{name} is {describe(arguments)}" if _is_unfit(arguments, inside="[" in name) else ""
    return next((found for part, item in parts if (found := unfit(item, part))), "")


def _is_unfit(value: Any, *, inside: bool) -> bool:
    """Say whether a value that is no list, tuple or dict does not come back as itself.

    Args:
        value: any.
        inside: whether it is part of an argument, where no generator can be.
    """
    if type(value) is int:
        return not -(2**63) <= value < 2**64
    if isinstance(value, np.random.Generator) and inside:
        return True
    return isinstance(value, (bytes, np.matrix)) or not wire.crosses(value)


def too_many(arguments: Any) -> int:
    """Return how many numbers there are, if they are too many for one call; else 0."""
    count = sum(array.size for array in leaves(arguments))
    return count if count > MOST else 0


def check_call(signature: inspect.Signature, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Look at a call that a property makes.

    Raises:
        TypeError: the stub does not take these arguments, or a worker cannot get them.
    """
    bound = signature.bind(*args, **kwargs)
    if found := unfit(bound.arguments, ""):
        raise TypeError(f"the function cannot be called with this: {found}")
    if count := too_many(bound.arguments):
        raise TypeError(f"the function cannot be called with {count} numbers; {MOST} are the most")
