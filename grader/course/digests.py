"""What decides the cases of an ``Inputs``, as a digest: shipped cases are used while it stays the same.

It covers the draw and the build function and all that they use of the same course, at first or second hand.

- What a module names is covered by its text: the statements that make the name what it is, what these name,
  and so on. Text is the same with every Python, in every process and on every machine.
- What has no name in a module is covered by its value: what a closure keeps, a default of an inner function,
  an argument of a ``partial``.
- Of other packages, such as NumPy, only the names count.

So a hint, a promise or another exercise can be edited without drawing anything anew.
"""

from __future__ import annotations

import enum
import functools
import hashlib
import json
from types import CodeType, FunctionType, MappingProxyType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.definitions import Definitions, Extent
from grader.course.held import cells, held, module_of, state, wrapped
from grader.course.plain import is_strategy, plain
from grader.course.sources import read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grader.course.model import Inputs
    from grader.course.sources import Piece

__all__ = ["digest"]

DEEPEST = 50  # objects within objects; what is deeper does not count
# Whose objects are known by what a copy is made of; others may hold a machine's state: os.environ.
_PYTHONS = {
    *("builtins", "collections", "datetime", "decimal", "fractions", "functools", "operator", "types", "uuid")
}
_EXACT = {dict, list, tuple, set, frozenset}


def digest(inputs: Inputs, count: int) -> str:
    """Return the SHA-256 of what decides which cases are drawn, and in which order they come.

    Args:
        inputs: where the cases come from.
        count: how many are drawn besides the pinned ones.
    """
    used = _Values(Extent(inputs.draw.__module__))
    used.add(inputs.draw)
    used.add(inputs.build)
    parts = [*used.parts, inputs.key, json.dumps(inputs.pinned, sort_keys=True), str(count)]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


class _Values:
    """Writes down what values are, each function and each class once.

    Args:
        extent: what is looked into.
        around: the containers that these values are part of, by id: some hold themselves.
    """

    def __init__(self, extent: Extent, around: dict[int, int] | None = None) -> None:
        self.parts: list[str] = []
        self._extent, self._around = extent, around if around is not None else {}
        self._seen: dict[int, tuple[int, Any]] = {}  # holds what it has seen, or another would get its id
        self._named = Definitions(extent, self.parts, self.add, self._held)

    def add(self, value: Any) -> None:
        """Write down what a value is, in text that depends neither on the process nor on the machine."""
        if (text := plain(value, self._extent.home)) is not None:
            self.parts.append(text)
            if is_strategy(value):
                self._all(self._held(value))
        elif isinstance(value, FunctionType):
            self._once(value, self._function)
        elif isinstance(value, type):
            self._once(value, self._class)
        elif isinstance(value, ModuleType):
            self.parts.append(value.__name__)
        elif isinstance(value, MethodType):
            self._all([value.__func__, value.__self__])
        elif isinstance(value, enum.Enum):
            self._all([type(value), value.name, value.value])
        elif id(value) in self._around or len(self._around) == DEEPEST:
            self.parts.append(f"around {self._around.get(id(value), DEEPEST)}")
        else:
            self._around[id(value)] = len(self._around)
            self.parts.append("(")
            self._object(value)
            self.parts.append(")")
            del self._around[id(value)]

    def _all(self, values: Iterable[Any]) -> None:
        for each in values:
            self.add(each)

    def _held(self, value: Any) -> list[Any]:
        return held(value, self._extent.__contains__)

    def _once(self, value: Any, inside: Any) -> None:
        if id(value) in self._seen:
            self.parts.append(f"again {self._seen[id(value)][0]}")
            return
        self._seen[id(value)] = (len(self._seen), value)
        if module_of(value) in self._extent:
            inside(value)
        else:  # such as a decorator's of another package: what it decorates may be ours
            self.parts.append(f"{value.__module__}.{value.__qualname__}")
            self._all(self._held(value))

    def _function(self, function: FunctionType) -> None:
        module, code = module_of(function), function.__code__
        file = self._extent.file(module)
        pieces = self._extent.source(module).function(code) if file and _is_of(code, file.name) else []
        for piece in pieces:
            if piece.whole:
                self._named.statement(module, piece)
                self._named.name(module, code.co_name)
            else:
                self._inner(module, function, piece)
        if not pieces:
            self.parts.append(function.__qualname__)
            if not file:
                self._unnamed(function)
        self._all(wrapped(function))

    def _inner(self, module: str, function: FunctionType, piece: Piece) -> None:
        """Write down a function within a function: its variables are those of one call of the outer one."""
        self.parts.append(piece.text)
        kept = function.__code__.co_freevars
        names = tuple(each for each in piece.mentions.names if each[0] not in kept)
        self._named.mentions(module, piece.mentions._replace(names=names))
        for name, value in cells(function).items():
            # What the function itself changes is another value after each call.
            self.parts.append(name)
            self.add(type(value) if name in piece.changes else value)
        self._all([function.__defaults__, function.__kwdefaults__])

    def _unnamed(self, function: FunctionType) -> None:
        """Write down a function of no module, as in a notebook: all that it uses is taken by its value."""
        for piece in read(function.__code__.co_filename).function(function.__code__):
            self.parts.append(piece.text)
        self._all([*cells(function).values(), function.__defaults__, function.__kwdefaults__])
        names = sorted(_names(function.__code__) & function.__globals__.keys())
        self._all(function.__globals__[name] for name in names)

    def _class(self, kind: type) -> None:
        module = module_of(kind)
        self.parts.append(kind.__qualname__)
        top, _, inner = kind.__qualname__.partition(".")
        if not self._named.name(module, top) or inner.startswith("<locals>"):
            # Made by a call: what it has is not in the text.
            self._all(kind.__bases__)
            source = self._extent.source(module)
            for name, one in vars(kind).items():
                written = isinstance(one, FunctionType) and source.function(one.__code__)
                if written or not name.startswith("_"):
                    self.parts.append(name)
                    self.add(one)

    def _object(self, value: Any) -> None:
        kind = type(value)
        self.add(kind)
        self._content(value)
        if kind in _EXACT:
            return
        if kind.__module__ in self._extent:
            self._all(state(value).items())
        elif isinstance(value, functools.partial):
            self._all([value.func, value.args, value.keywords])
        elif kind.__module__ in _PYTHONS:
            # Where an iterator or a generator of random numbers stands, may be another place each time.
            if not hasattr(kind, "__next__") and not hasattr(kind, "getstate"):
                self._reduced(value)
        else:
            named = any("__name__" in vars(each) for each in kind.__mro__[:-1])
            self.parts.append(value.__name__ if named else "")
            self._all(self._held(value))

    def _content(self, value: Any) -> None:
        """Write down what makes an object a container, a word or a number, if it is one."""
        if isinstance(value, (dict, MappingProxyType)):
            for key in value:  # in their order, which a strategy may use
                self._all([key, value[key]])
        elif isinstance(value, (list, tuple)):
            self._all(value)
        elif isinstance(value, np.ndarray):  # of objects: in bytes, it would be their addresses
            self._all([value.shape, value.tolist()])
        elif isinstance(value, (set, frozenset)):
            self.parts.extend(sorted(self._apart(each) for each in value))
        else:
            bases: tuple[Any, ...] = (str, bytes, int, float, complex)
            self._all(base(value) for base in bases if isinstance(value, base))

    def _reduced(self, value: Any) -> None:
        """Write down an object of Python's own, as it would be copied; if it cannot be, its type is all."""
        if inner := wrapped(value):  # such as a cached function
            self._all(inner)
            return
        try:
            copy = value.__reduce_ex__(2)
        except (TypeError, ValueError, AttributeError):
            return
        if isinstance(copy, str):  # a function that is not written in Python
            self.parts.append(f"{value.__module__}.{copy}")
        else:
            _, arguments, *more = copy
            self._all([arguments, *more[:1], *(list(each) for each in more[1:3] if each is not None)])

    def _apart(self, value: Any) -> str:
        """Return a member of a set as text, whatever was written down before."""
        apart = _Values(self._extent, self._around)
        apart.add(value)
        return json.dumps(apart.parts)


def _is_of(code: CodeType, file: str) -> bool:
    """Tell whether a function is written in its module, not made by a call such as ``dataclass``."""
    return code.co_filename.replace("\\", "/").rpartition("/")[2] == file


def _names(code: CodeType) -> set[str]:
    """Return the names that a function looks up, inner functions included."""
    inner = (constant for constant in code.co_consts if isinstance(constant, CodeType))
    return set(code.co_names).union(*map(_names, inner))
