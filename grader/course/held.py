"""Functions and classes that a value holds, however deep, where nothing else of it can be written down."""

from __future__ import annotations

import functools
from types import FunctionType, MappingProxyType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FRAMEWORK = "grader"

__all__ = ["cells", "held", "module_of", "state", "wrapped"]


def held(value: Any, is_ours: Callable[[str], bool]) -> list[Any]:
    """Return the functions and classes of the course that a value holds, in an order of their own.

    It looks into containers, partials, methods, closures, and objects of all but the grader's own kinds.
    """
    found: dict[int, Any] = {}
    seen: dict[int, Any] = {}
    left = [value]
    while left:
        each = left.pop()
        if id(each) in seen:
            continue
        seen[id(each)] = each  # which keeps it, and its id with it
        if isinstance(each, (FunctionType, type)) and is_ours(module_of(each)):
            found[id(each)] = each
        else:
            left.extend(_inside(each, is_ours))
    return sorted(found.values(), key=_place)


def module_of(value: FunctionType | type) -> str:
    """Return the module that a function or a class is written in; a decorator may say another one."""
    found = value.__globals__.get("__name__") if isinstance(value, FunctionType) else value.__module__
    return str(found or "")


def cells(function: FunctionType) -> dict[str, Any]:
    """Return what a closure keeps, by name."""
    found = {}
    for name, cell in sorted(zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)):
        try:
            found[name] = cell.cell_contents
        except ValueError:  # not assigned yet
            continue
    return found


def wrapped(value: Any) -> list[Any]:
    """Return what a decorator's result was made of, if it says so, as a cached function does."""
    # Not by getattr: the strategies of course.authoring would import Hypothesis to answer.
    own = getattr(value, "__dict__", {}) if not isinstance(value, type) else {}
    return [own["__wrapped__"]] if "__wrapped__" in own else []


def state(value: Any) -> dict[str, Any]:
    """Return the attributes of an object, without those that it remembers when they are first asked for."""
    kinds = type(value).__mro__
    slots = [name for kind in kinds for name in _names(vars(kind).get("__slots__", ()))]
    found = dict(getattr(value, "__dict__", {}))
    found |= {
        name: getattr(value, name) for name in slots if hasattr(type(value), name) and hasattr(value, name)
    }
    asked = {name for kind in kinds for name, one in vars(kind).items() if _is_remembered(one)}
    return {name: one for name, one in found.items() if name not in asked and not name.startswith("__")}


def _is_remembered(attribute: object) -> bool:
    return isinstance(attribute, functools.cached_property)


def _names(slots: Any) -> list[str]:
    return [slots] if isinstance(slots, str) else [*slots]


def _inside(value: Any, is_ours: Callable[[str], bool]) -> Iterator[Any]:
    if isinstance(value, (dict, MappingProxyType)):
        yield from (*value.keys(), *value.values())
    elif isinstance(value, (list, tuple, set, frozenset)):
        yield from value
    elif isinstance(value, functools.partial):
        yield from (value.func, value.args, value.keywords)
    elif isinstance(value, MethodType):
        yield from (value.__func__, value.__self__)
    elif isinstance(value, FunctionType):
        yield from cells(value).values()
    yield from wrapped(value)
    kind = type(value)
    # A Draft of ours holds an exercise with its hints.
    if not isinstance(value, (ModuleType, type)) and kind.__module__.partition(".")[0] != FRAMEWORK:
        yield from state(value).values()
    if is_ours(kind.__module__):
        yield from (kind, *state(value).values())


def _place(value: Any) -> tuple[str, str, int]:
    code = getattr(value, "__code__", None)
    return module_of(value), value.__qualname__, code.co_firstlineno if code else 0
