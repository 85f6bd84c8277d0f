"""Which parts of a student's statement compute something, and which only say something aside.

Aside are error messages, checks, prints, annotations and decorators: no argument that is chosen with care
changes an answer there. What visits a tree here keeps a list of what is still to do and does not call
itself: a long sum is a deep tree, and Python's own stack is not.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FUNCTIONS", "computing", "only_raises"]

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_ASIDE = {"Raise", "Assert", "JoinedStr", "TemplateStr", "TypeAlias"}  # by name: not every Python has all
_FIELDS = {"annotation", "returns", "decorator_list", "type_params"}
_SPEAKERS = {"logging", "logger", "log", "warnings"}
_STRAIGHT = (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Pass)


def computing(node: ast.AST) -> list[ast.AST]:
    """Return the children of a node that are not aside."""
    found: list[ast.AST] = []
    for name, value in ast.iter_fields(node):
        if name not in _FIELDS:
            children = value if isinstance(value, list) else [value]
            found += [child for child in children if isinstance(child, ast.AST) and not _is_aside(child)]
    return found


def _is_aside(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return type(node).__name__ in _ASIDE
    called = node.func
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.value.id in _SPEAKERS
    return isinstance(called, ast.Name) and called.id == "print"


def only_raises(body: Sequence[ast.stmt]) -> bool:
    """Whether these statements lead to an error on every way: a message is put together, and raised."""
    blocks = [body]
    while blocks:
        *before, last = blocks.pop()
        if not all(isinstance(statement, _STRAIGHT) for statement in before):
            return False
        if isinstance(last, ast.If) and last.orelse:
            blocks += [last.body, last.orelse]
        elif not isinstance(last, ast.Raise) and not _is_false(last):
            return False
    return True


def _is_false(statement: ast.stmt) -> bool:
    """Whether it is ``assert False``."""
    return (
        isinstance(statement, ast.Assert)
        and isinstance(statement.test, ast.Constant)
        and not statement.test.value
    )
