"""Unusual constants in a student's functions: a threshold, a special size, a word, a type of numbers.

The parent asks for them, to draw more cases at and around them. They are found in the text; what would have
to be executed is not followed.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from typing import TYPE_CHECKING

import numpy as np

from .asides import FUNCTIONS, computing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LONGEST", "MOST", "Constants", "folded"]

MOST = 50  # constants of a slice
LONGEST = 40  # characters of a string
USUAL = frozenset({0, 1, 2, -1})  # and the equal floats
_BITS = 64  # of an integer, as they cross the pipe
_DEPTH = 8  # of arithmetic that is worked out
_LARGEST_POWER = 1024

_UNARY: Mapping[type, Callable[..., object]] = {ast.USub: operator.neg, ast.UAdd: operator.pos}
_BINARY: Mapping[type, Callable[..., object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.LShift: operator.lshift,
}
# Names of types: those that say their size are clear wherever they stand, others only in NumPy or as a dtype.
_SIZED = re.compile(r"u?int(?:8|16|32|64)|float(?:16|32|64)|complex(?:64|128)")
_NAMED = re.compile(
    _SIZED.pattern + r"|(?:bool|u?int|float|complex)_?|half|single|double|u?(?:byte|short|intc|intp|longlong)"
)
_CODE = re.compile(r"[<>=|]?(?:[?bBhHiIlLqQefdFD]|[biufc]\d{1,2})")
_TAKES_TYPE = {"astype", "dtype", "view"}
# What a string means by its place; elsewhere it is a key, a message or a docstring.
_TEXT, _TYPE = "text", "type"
_LITERAL = (
    *(ast.Constant, ast.Tuple, ast.List, ast.Set, ast.Dict, ast.UnaryOp, ast.BinOp, ast.Name, ast.Attribute),
    *(ast.operator, ast.unaryop, ast.expr_context),
)
_IN_A_FUNCTION: frozenset[str] = frozenset()

Constant = int | float | str


class Constants:
    """Collects the constants of a slice, tree by tree, in the order of the text."""

    def __init__(self) -> None:
        self._found: list[tuple[frozenset[str], Constant]] = []
        self._read: set[str] = set()

    @property
    def listed(self) -> list[Constant]:
        """The constants of functions, and of the module's names that functions read; each once."""
        counted = [value for names, value in self._found if not names or names & self._read]
        return list({(type(value), value): value for value in counted}.values())[:MOST]

    def read(self, tree: ast.Module) -> None:
        """Collect the constants of these statements."""
        found: list[tuple[tuple[int, int], frozenset[str], Constant]] = []
        waiting: list[tuple[ast.AST, str, frozenset[str] | None]] = [(tree, "", None)]
        while waiting:
            node, place, names = waiting.pop()
            if isinstance(node, FUNCTIONS):
                names = _IN_A_FUNCTION
            elif names is None and (names := _named(node)):
                place = _TEXT
            if names is not None and isinstance(node, ast.expr):
                self._note_name(node, names)
                number = folded(node)
                value = _word(node, place) if number is None else number
                if value is not None and value not in USUAL:
                    found.append(((node.lineno, node.col_offset), names, value))
                if number is not None:
                    continue  # of 2**31 nothing else is a constant
            waiting += [(child, _place(node, child, place), names) for child in computing(node)]
        found.sort(key=lambda constant: constant[0])
        self._found += [(names, value) for _, names, value in found]

    def _note_name(self, node: ast.expr, names: frozenset[str]) -> None:
        if names:
            return
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            self._read.add(node.id)
        elif isinstance(node, ast.Attribute):
            self._read.add(node.attr)  # of a class of the student's, perhaps


def folded(node: ast.AST, depth: int = _DEPTH) -> int | float | None:
    """Return the number that this arithmetic of constants gives; None if it is none, or out of bounds."""
    value: object = None
    if depth == 0:
        return None
    if isinstance(node, ast.Constant):
        value = node.value
    elif isinstance(node, ast.UnaryOp) and type(node.op) in _UNARY:
        operand = folded(node.operand, depth - 1)
        value = None if operand is None else _UNARY[type(node.op)](operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _BINARY:
        left, right = folded(node.left, depth - 1), folded(node.right, depth - 1)
        value = None if left is None or right is None else _worked_out(node.op, left, right)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if type(value) is int and value.bit_length() <= _BITS else None


def _worked_out(op: ast.operator, left: float, right: float) -> object:
    if isinstance(op, ast.Pow | ast.LShift) and abs(right) > _LARGEST_POWER:
        return None
    try:
        return _BINARY[type(op)](left, right)
    except (ArithmeticError, TypeError, ValueError):
        return None


def _word(node: ast.expr, place: str) -> str | None:
    """Return the string that this is, where strings count, or the name of a type."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return _string(node.value, place)
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return _dtype(node.id) if (_NAMED if place == _TYPE else _SIZED).fullmatch(node.id) else None
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        known = _NAMED if node.value.id in {"np", "numpy"} else _SIZED
        return _dtype(node.attr) if known.fullmatch(node.attr) else None
    return None


def _string(text: str, place: str) -> str | None:
    if place == _TEXT:
        return text if len(text) <= LONGEST else None
    if _SIZED.fullmatch(text):
        return text
    return _dtype(text) if place == _TYPE and (_NAMED.fullmatch(text) or _CODE.fullmatch(text)) else None


def _dtype(text: str) -> str | None:
    """Return the name that NumPy has for a type: float32 for f4, int64 for int."""
    try:
        return np.dtype(text.rstrip("_")).name
    except TypeError:
        return None


def _place(node: ast.AST, child: ast.AST, place: str) -> str:
    """Return what a string means that is this child of the node, which itself stands in a place."""
    if isinstance(node, ast.Compare | ast.MatchValue | ast.arguments):
        return _TEXT
    if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Assign | ast.AnnAssign):
        return place
    if isinstance(node, ast.keyword):
        return _TYPE if node.arg == "dtype" else ""
    if isinstance(node, ast.Call) and child is not node.func:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        return _TYPE if name in _TAKES_TYPE else ""
    return ""


def _named(node: ast.AST) -> frozenset[str] | None:
    """Return the names that a module's or class's statement binds to literals; None if it does not."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return None
    if not all(isinstance(part, _LITERAL) for part in ast.walk(node.value)):
        return None
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    return frozenset(names) or None
