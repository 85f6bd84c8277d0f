"""What decides the cases of an ``Inputs``, as a digest: shipped cases are used while it stays the same.

It covers the text of the draw and the build function and of all that they use of the same course, at first or
second hand: functions, classes, constants. So a hint, a promise or another exercise can be edited without
drawing anything anew. The text of a file is the same with every Python, unlike its bytecode.
"""

from __future__ import annotations

import ast
import dataclasses
import functools
import hashlib
import inspect
import json
import linecache
import sys
from types import CodeType, FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.course.model import Inputs

__all__ = ["digest"]

FRAMEWORK, SUITES = "grader", "grader.suites."


def digest(inputs: Inputs, count: int) -> str:
    """Return the SHA-256 of what decides which cases are drawn, and in which order they come.

    Args:
        inputs: where the cases come from.
        count: how many are drawn besides the pinned ones.
    """
    used = _Used(_top(inputs.draw.__module__))
    parts = [*used.of(inputs.draw), *used.of(inputs.build), inputs.key]
    parts += [json.dumps(inputs.pinned, sort_keys=True), str(count)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _top(module: str) -> str:
    return module.partition(".")[0]


class _Used:
    """Texts of what a function uses; each function and class once.

    Args:
        course: the top-level package that is looked into. Of others, such as NumPy, only the name counts.
    """

    def __init__(self, course: str) -> None:
        self._course = course
        self._seen: set[int] = set()

    def of(self, value: Any) -> Iterator[str]:
        """Yield what a value is, in text that does not depend on the process."""
        if callable(value):
            value = getattr(value, "__wrapped__", value)  # such as a cached function
        if isinstance(value, FunctionType):
            yield from self._once(value, self._function)
        elif isinstance(value, type):
            yield from self._once(value, self._class)
        elif isinstance(value, dict):
            yield from self.of(list(value.items()))
        elif isinstance(value, (list, tuple)):
            for item in value:
                yield from self.of(item)
        elif isinstance(value, (set, frozenset)):
            yield from sorted(text for item in value for text in self.of(item))
        elif isinstance(value, functools.partial):
            yield from self.of((value.func, value.args, value.keywords))
        elif dataclasses.is_dataclass(value):
            yield from self.of([getattr(value, each.name) for each in dataclasses.fields(value)])
        else:
            yield _plain(value)

    def _once(self, value: Any, inside: Any) -> Iterator[str]:
        if not self._is_ours(value.__module__):
            yield f"{value.__module__}.{value.__qualname__}"
        elif id(value) not in self._seen:
            self._seen.add(id(value))
            yield from inside(value)

    def _is_ours(self, module: str) -> bool:
        return _top(module) == self._course and (_top(module) != FRAMEWORK or module.startswith(SUITES))

    def _function(self, function: FunctionType) -> Iterator[str]:
        code = function.__code__
        yield _text(code.co_filename, code.co_firstlineno) or code.co_qualname
        yield from self.of([function.__defaults__, function.__kwdefaults__])
        yield from self.of(list(inspect.getclosurevars(function).nonlocals.values()))
        names = sorted(_names(code))
        for name in names:
            value = function.__globals__.get(name)
            if isinstance(value, ModuleType):
                yield from self._attributes(value, names)
            elif name in function.__globals__:
                yield from self.of(value)

    def _attributes(self, module: ModuleType, names: list[str]) -> Iterator[str]:
        """Yield what a function may use of a module that it names."""
        if self._is_ours(module.__name__):
            for name in names:
                if name in vars(module):
                    yield from self.of(vars(module)[name])

    def _class(self, kind: type) -> Iterator[str]:
        file = str(getattr(sys.modules.get(kind.__module__), "__file__", ""))
        yield _text(file, kind.__qualname__.partition(".")[0]) or kind.__qualname__
        for value in vars(kind).values():
            if isinstance(value, FunctionType) and value.__code__.co_filename == file:
                yield from self.of(value)


def _plain(value: Any) -> str:
    """Return text for a number or a word; else the name of its type."""
    if isinstance(value, (np.ndarray, np.generic)):
        return f"{value.dtype} {value.shape} {value.tobytes().hex()}"
    if value is None or isinstance(value, (bool, int, float, str, bytes)):
        return repr(value)
    return f"{type(value).__module__}.{type(value).__qualname__}"


def _names(code: CodeType) -> set[str]:
    """Return the names that a function looks up, inner functions included."""
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*map(_names, inner))


def _text(file: str, key: int | str) -> str:
    """Return the statement of a module that a line is part of, or that defines a name; or nothing."""
    for start, end, name in _statements(file):
        if key == name or (isinstance(key, int) and start <= key <= end):
            return "".join(linecache.getlines(file)[start - 1 : end])
    return ""


@functools.cache
def _statements(file: str) -> list[tuple[int, int, str]]:
    """Return the first and the last line of each statement of a module, and what it defines."""
    found = []
    for node in ast.parse("".join(linecache.getlines(file))).body:
        decorators = [each.lineno for each in getattr(node, "decorator_list", ())]
        end = node.end_lineno or node.lineno
        found.append((min([node.lineno, *decorators]), end, getattr(node, "name", "")))
    return found
