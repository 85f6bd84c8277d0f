"""Old idioms made to work again: what NumPy 1.x took and newer NumPy refuses.

- ``float(x)``, ``int(x)``, ``math.sqrt(x)`` of an array with one element: an error since NumPy 2.4;
- ``Z[i, j] = x``, where x is an array with one element and ``Z[i, j]`` a number: likewise;
- ``np.float``, ``np.asscalar``, ``np.Inf`` and other names that are gone.

The statements are rewritten as trees, with every node in its line, so that a traceback still tells the
truth. A rewritten call or store first does just what is written; only when NumPy refuses that, it is tried
again with ``x.item()``, and noted. Used for a second try only: see ``grader.retry``.
"""

from __future__ import annotations

import ast
import builtins
import math
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from .reading.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType

__all__ = ["Idioms"]

CALL, STORE = "__called_as_before__", "__stored_as_before__"
# Functions of one number, without effects: they may be tried twice.
NUMERIC = (float, int, complex, *(f for f in vars(math).values() if callable(f)))
NUMERIC_NAMES = frozenset({"float", "int", "complex", *(name for name in vars(math) if name[0] != "_")})
REFUSALS = (
    "only 0-dimensional arrays",
    "setting an array element with a sequence",
    "Error setting single item of array",
)
# What is gone from NumPy: what it was, and how to say it now.
REMOVED: dict[str, tuple[Any, str]] = {
    **{
        name: (getattr(builtins, name), name) for name in ("bool", "complex", "float", "int", "object", "str")
    },
    "Inf": (np.inf, "np.inf"),
    "Infinity": (np.inf, "np.inf"),
    "NAN": (np.nan, "np.nan"),
    "NINF": (-np.inf, "-np.inf"),
    "NZERO": (-0.0, "-0.0"),
    "NaN": (np.nan, "np.nan"),
    "PINF": (np.inf, "np.inf"),
    "PZERO": (0.0, "0.0"),
    "alen": (len, "len"),
    "alltrue": (np.all, "np.all"),
    "asfarray": (lambda a, dtype=np.float64: np.asarray(a, dtype), "np.asarray"),
    "asscalar": (lambda a: a.item(), "x.item()"),
    "cfloat": (np.complex128, "np.complex128"),
    "complex_": (np.complex128, "np.complex128"),
    "cumproduct": (np.cumprod, "np.cumprod"),
    "float_": (np.float64, "np.float64"),
    "in1d": (lambda a, b, **options: np.isin(np.ravel(a), b, **options), "np.isin"),
    "infty": (np.inf, "np.inf"),
    "mat": (np.asmatrix, "np.asmatrix"),
    "msort": (lambda a: np.sort(a, axis=0), "np.sort(a, axis=0)"),
    "product": (np.prod, "np.prod"),
    "rank": (np.ndim, "np.ndim"),
    "round_": (np.round, "np.round"),
    "row_stack": (np.vstack, "np.vstack"),
    "sometrue": (np.any, "np.any"),
    "string_": (np.bytes_, "np.bytes_"),
    "trapz": (getattr(np, "trapezoid", None), "np.trapezoid"),
    "unicode_": (np.str_, "np.str_"),
}


class Idioms(ast.NodeTransformer):
    """Rewrites a student's statements and remembers which old idioms were met.

    Args:
        labels: of the student's files, as their code objects name them.
    """

    def __init__(self, labels: Iterable[str]) -> None:
        self._labels = {str(label): label for label in labels}
        self._met: dict[tuple[str, str], list[Any]] = {}

    @property
    def names(self) -> dict[str, Any]:
        """What the rewritten statements need to find in their module."""
        return {CALL: self.call, STORE: self.entries}

    @property
    def met(self) -> list[list[Any]]:
        """Kind (call, store, name), what was written, how to write it now, and where; each idiom once."""
        return list(self._met.values())

    def revive(self) -> None:
        """Let the student's lines, and no others, find the names that are gone from NumPy."""
        missing = np.__dict__["__getattr__"]

        def found(name: str) -> Any:
            place = self._place(sys._getframe(1)) if name in REMOVED else None  # noqa: SLF001
            if place is None:
                return missing(name)
            value, instead = REMOVED[name]
            self._note("name", f"np.{name}", instead, place)
            return value

        np.__dict__["__getattr__"] = found

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """Rewrite ``float(x)`` as ``__called_as_before__(float, x)``, whatever ``float`` may be by then."""
        self.generic_visit(node)
        function = node.func
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        plain = len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred)
        if name not in NUMERIC_NAMES or not plain:
            return node
        return _located(ast.Call(ast.Name(CALL, ast.Load()), [function, *node.args], []), node)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """Rewrite ``Z[i] = x`` as ``__stored_as_before__(Z)[i] = x``; likewise where it is added to."""
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Store):
            held = ast.Call(ast.Name(STORE, ast.Load()), [node.value], [])
            node.value = _located(held, node.value)
        return node

    def call(self, function: Any, value: Any) -> Any:
        """Call the function; once more with the number alone, if an array with one element is refused."""
        try:
            return function(value)
        except TypeError as error:
            if not (_one_element(value) and _is_refusal(error) and any(function is f for f in NUMERIC)):
                raise
            converted = function(value.item())
        self._note("call", f"{function.__name__}()", "x.item()", self._place(sys._getframe(1)))  # noqa: SLF001
        return converted

    def entries(self, held: Any) -> Any:
        """Return what stores into an array and is as patient as NumPy 1.x; anything else as it is."""
        return _Entries(held, self) if isinstance(held, (np.ndarray, np.flatiter)) else held

    def stored(self, frame: FrameType) -> None:
        """Note a store of an array with one element."""
        self._note("store", "", "x.item()", self._place(frame))

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


def _located(new: ast.expr, old: ast.expr) -> ast.expr:
    return ast.fix_missing_locations(ast.copy_location(new, old))


def _one_element(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.size == 1 and value.ndim > 0


def _is_refusal(error: Exception) -> bool:
    return any(words in str(error) for words in REFUSALS)
