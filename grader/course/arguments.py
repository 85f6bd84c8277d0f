"""What a student's function can be called with: what crosses to a worker, and not too much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.course.forms import describe
from grader.course.trees import leaves
from grader.worker import wire

if TYPE_CHECKING:
    import inspect

__all__ = ["REMEDY", "check_call", "unfit"]

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
        parts = [(f"{name}[{key!r}]" if name else str(key), item) for key, item in arguments.items()]
    elif isinstance(arguments, (list, tuple)):
        parts = [(f"{name}[{index}]", item) for index, item in enumerate(arguments)]
    else:
        return "" if wire.crosses(arguments) else f"{name} is {describe(arguments)}"
    return next((found for part, item in parts if (found := unfit(item, part))), "")


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
