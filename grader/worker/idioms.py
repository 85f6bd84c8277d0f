"""Old idioms made to work again: what NumPy 1.x took and newer NumPy refuses.

- ``float(x)``, ``math.sqrt(x)`` and ``"%f" % x`` of an array with one element: an error since NumPy 2.4;
- ``Z[i, j] = x``, where x is an array with one element and ``Z[i, j]`` a number: likewise;
- ``np.array(x, copy=False)`` where a copy is needed, ``np.sum`` of a generator, ``newshape=`` of np.reshape;
- ``np.float``, ``np.product``, ``x.itemset(...)``, ``xrange`` and other names that are ``gone``;
- modules that compute nothing and are ``absent``: a plot, a progress bar.

What NumPy 1.x refused too, such as ``range(x)`` of an array with one element, is a mistake and stays one.

The statements are rewritten as trees, with every node in its line, so that a traceback still tells the
truth. A rewritten call first does what the student wrote; only when NumPy refuses that, the call is made in
its current form, and recorded. Used for a second try only: see ``grader.judging.retry``.
"""

from __future__ import annotations

import ast
import builtins
import functools
import importlib
import math
import sys
from types import GeneratorType
from typing import TYPE_CHECKING, Any

import numpy as np

from .absent import Absent
from .gone import METHODS, MODULES, NAMES, REMOVED
from .reading.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import FrameType

__all__ = ["Idioms"]

CALL, STORE = "__called_as_before__", "__stored_as_before__"
FORMAT, METHOD = "__formatted_as_before__", "__had_as_before__"
# Functions of numbers, without effects: they may be tried twice.
NUMERIC = (float, int, complex, np.arange, *(f for f in vars(math).values() if callable(f)))
NUMERIC_NAMES = frozenset({"float", "int", "complex", "arange", *(n for n in vars(math) if n[0] != "_")})
CALLED_NAMES = NUMERIC_NAMES | {"array", "reshape", "sum"}
REFUSALS = (
    "only 0-dimensional arrays",
    "setting an array element with a sequence",
    "Error setting single item of array",
)


class Idioms(ast.NodeTransformer):
    """Rewrites a student's statements and remembers which old idioms were met.

    Args:
        labels: of the student's files, as their code objects name them.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = {str(label): label for label in labels}
        self._met: dict[tuple[str, str], list[Any]] = {}
        self._all_of_numpy = False

    @property
    def names(self) -> dict[str, Any]:
        """What the rewritten statements need to find in their module."""
        rewritten = {CALL: self.call, STORE: self.entries, FORMAT: self.formatted, METHOD: self.method}
        return {**rewritten, "__builtins__": _Builtins(self)}

    @property
    def met(self) -> list[list[Any]]:
        """Kind (see ``run.modernised``), what was written, what to write now, and where; each idiom once."""
        return list(self._met.values())

    def revive(self) -> None:
        """Let the student's lines, and no others, find what is gone; leave out what is absent."""
        self._revive("numpy", REMOVED, "name", "np")
        for module, names in MODULES.items():
            self._revive(module, names, "python", module)
        sys.meta_path.append(Absent(lambda name, frame: self._note("absent", name, "", self._place(frame))))

    def _revive(self, module: str, names: Mapping[str, tuple[Any, str]], kind: str, short: str) -> None:
        space = vars(importlib.import_module(module))
        missing = space.get("__getattr__")

        def found(name: str) -> Any:
            place = self._place(sys._getframe(1)) if name in names else None  # noqa: SLF001
            if place is not None:
                value, instead = names[name]
                self._note(kind, f"{short}.{name}", instead, place)
                return value
            if missing is not None:
                return missing(name)
            raise AttributeError(f"module {module!r} has no attribute {name!r}")

        space["__getattr__"] = found

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        """Remember whether all of NumPy's names were meant to be at hand."""
        self._all_of_numpy |= node.module == "numpy" and node.names[0].name == "*"
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Rewrite ``float(x)`` as ``__called_as_before__(float, x)``, whatever ``float`` may be by then."""
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in CALLED_NAMES:
            return node
        return _located(ast.Call(ast.Name(CALL, ast.Load()), [node.func, *node.args], node.keywords), node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """Rewrite ``x.itemset`` as ``__had_as_before__(x, "itemset")``, whatever ``x`` may be by then."""
        self.generic_visit(node)
        if node.attr not in METHODS or not isinstance(node.ctx, ast.Load):
            return node
        asked = [node.value, ast.Constant(node.attr)]
        return _located(ast.Call(ast.Name(METHOD, ast.Load()), asked, []), node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Rewrite ``"%f" % x`` as ``__formatted_as_before__("%f", x)``."""
        self.generic_visit(node)
        text = isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)
        if not text or not isinstance(node.op, ast.Mod):
            return node
        return _located(ast.Call(ast.Name(FORMAT, ast.Load()), [node.left, node.right], []), node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Rewrite ``Z[i] = x`` as ``__stored_as_before__(Z)[i] = x``; likewise where it is added to."""
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Store):
            held = ast.Call(ast.Name(STORE, ast.Load()), [node.value], [])
            node.value = _located(held, node.value)
        return node

    def call(self, function: Any, *args: Any, **options: Any) -> Any:
        """Call the function; once more in today's words, if it refuses what NumPy 1.x took."""
        try:
            return function(*args, **options)
        except (TypeError, ValueError) as error:
            today = _today(function, args, options, error)
            if today is None:
                raise
        note, again = today
        answer = again()
        self._note(*note, self._place(sys._getframe(1)))  # noqa: SLF001
        return answer

    def formatted(self, text: str, values: Any) -> Any:
        """Return ``text % values``; arrays with one element may stand for numbers."""
        try:
            return text % values
        except TypeError:
            numbers = _numbers(values)
            if numbers is values:
                raise
        said = text % numbers
        self._note("call", '"..." %', "x.item()", self._place(sys._getframe(1)))  # noqa: SLF001
        return said

    def method(self, value: Any, name: str) -> Any:
        """Return the attribute, or the method that arrays once had."""
        try:
            return getattr(value, name)
        except AttributeError:
            if not isinstance(value, np.ndarray):
                raise
        function, instead = METHODS[name]
        self._note("method", f"{name}()", instead, self._place(sys._getframe(1)))  # noqa: SLF001
        return functools.partial(function, value)

    def entries(self, held: Any) -> Any:
        """Return what stores into an array and is as patient as NumPy 1.x; anything else as it is."""
        return _Entries(held, self) if isinstance(held, (np.ndarray, np.flatiter)) else held

    def stored(self, frame: FrameType) -> None:
        """Note a store of an array with one element."""
        self._note("store", "", "x.item()", self._place(frame))

    def name(self, name: str, frame: FrameType) -> Any:
        """Return what a name that nothing binds once stood for.

        Raises:
            KeyError: it never stood for anything, as far as these statements go.
        """
        kind, names = ("name", REMOVED) if self._all_of_numpy and name in REMOVED else ("python", NAMES)
        value, instead = names[name]
        self._note(kind, name, instead, self._place(frame))
        return value

    def _note(self, kind: str, written: str, instead: str, place: str | None) -> None:
        self._met.setdefault((kind, written), [kind, written, instead, place or ""])

    def _place(self, frame: FrameType | None) -> str | None:
        """Return the line of the student's that is being executed, if there is one."""
        if frame is None or frame.f_code.co_filename not in self._labels:
            return None
        label = self._labels[frame.f_code.co_filename]
        return phrase("{place}, line {line}", place=label, line=frame.f_lineno)


class _Entries:
    """An array, as the target of one assignment."""

    def __init__(self, array: Any, idioms: Idioms) -> None:
        self._array, self._idioms = array, idioms

    def __getitem__(self, index: Any) -> Any:
        return self._array[index]

    def __setitem__(self, index: Any, value: Any) -> None:
        try:
            self._array[index] = value
        except (TypeError, ValueError) as error:
            if not (_one_element(value) and _is_refusal(error)):
                raise
            self._array[index] = value.item()
            self._idioms.stored(sys._getframe(1))  # noqa: SLF001


class _Builtins(dict[str, Any]):
    """Python's own names, and then the old ones: the last place where a name is looked for."""

    def __init__(self, idioms: Idioms) -> None:
        super().__init__(vars(builtins))
        self._idioms = idioms

    def __missing__(self, name: str) -> Any:
        return self._idioms.name(name, sys._getframe(1))  # noqa: SLF001


def _today(
    function: Any, args: tuple[Any, ...], options: dict[str, Any], error: Exception
) -> tuple[tuple[str, str, str], Callable[[], Any]] | None:
    """Return what to note of a refused call, and the call to make instead; None if it never was right."""
    if function is np.array and "Unable to avoid copy" in str(error):
        note = ("refused", "np.array(x, copy=False)", "np.asarray")
        return note, functools.partial(np.array, *args, **{**options, "copy": None})
    if function is np.sum and args and isinstance(args[0], GeneratorType) and "generator" in str(error):
        return ("refused", "np.sum(generator)", "sum"), functools.partial(sum, args[0])
    if function is np.reshape and "newshape" in options and "newshape" in str(error):
        renamed = {"shape" if name == "newshape" else name: value for name, value in options.items()}
        return ("refused", "newshape=", "shape="), functools.partial(np.reshape, *args, **renamed)
    if any(function is numeric for numeric in NUMERIC) and _is_refusal(error):
        numbers = _numbers(args)
        if numbers is not args:
            note = ("call", f"{function.__name__}()", "x.item()")
            return note, functools.partial(function, *numbers, **options)
    return None


def _numbers(values: Any) -> Any:
    """Return values with the number of each array of one element; the very same if there is none."""
    if _one_element(values):
        return values.item()
    if isinstance(values, tuple) and any(map(_one_element, values)):
        return tuple(map(_numbers, values))
    if isinstance(values, dict) and any(map(_one_element, values.values())):
        return {key: _numbers(value) for key, value in values.items()}
    return values


def _located(new: ast.expr, old: ast.expr) -> ast.expr:
    return ast.fix_missing_locations(ast.copy_location(new, old))


def _one_element(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.size == 1 and value.ndim > 0


def _is_refusal(error: Exception) -> bool:
    return any(words in str(error) for words in REFUSALS)
