"""Stubs as they were handed out, and where a function that was begun is still empty.

This is a look at the text, which decides no points. Stubs ask for values by ``Z = None``, ``range(None)``,
``...`` and ``___``, by a ``pass`` in a for loop, by raising NotImplementedError, or by comments between which
code should be.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from .phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .phrases import Phrase
    from .statements import Statement

__all__ = ["first_gap", "is_stub", "unfinished"]

_START = re.compile(r"#(?=.*\b(?:code|solution)\b).*\b(?:start|begin)s?\b", re.IGNORECASE)
_END = re.compile(r"#(?=.*\b(?:code|solution)\b).*\bends?\b", re.IGNORECASE)
_BLANK = re.compile(r"_{2,}$")
_MAX_SHOWN = 60  # characters of the line that is quoted


def is_stub(statement: Statement) -> bool:
    """Whether a function is as it was handed out: at most a docstring and NotImplementedError."""
    node = statement.node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return all(
        isinstance(inner, ast.Pass)
        or (isinstance(inner, ast.Expr) and isinstance(inner.value, ast.Constant))
        or _says_not_implemented(inner)
        for inner in node.body
    )


def _says_not_implemented(node: ast.stmt) -> bool:
    if not isinstance(node, ast.Raise) or node.exc is None:
        return False
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"


def unfinished(statement: Statement, name: str) -> Phrase | None:
    """Return a sentence that names the first empty place of a function; None if there is none to be seen."""
    line = None if is_stub(statement) else first_gap(statement)
    if line is None:
        return None
    return phrase(
        "{name} is unfinished: the first place that is still empty is {where} ({source}).",
        name=name,
        where=phrase(
            "{place}, line {line}", place=statement.cell.label, line=statement.cell.first_line + line - 1
        ),
        source=statement.cell.source.split("\n")[line - 1].strip()[:_MAX_SHOWN],
    )


def first_gap(statement: Statement) -> int | None:
    """Return the first line, from 1 in the cell, that is still empty in a function; None if none is."""
    node = statement.node
    if not isinstance(node, ast.FunctionDef):
        return None
    lines = statement.cell.source.split("\n")
    gaps = [*_empty_values(node), *_empty_blocks(node.body), *_between_comments(lines, node)]
    return min(gaps, default=None)


def _empty_values(function: ast.FunctionDef) -> Iterator[int]:
    """Yield the lines that use None, an ellipsis or a blank for what is to be computed."""
    nodes = list(ast.walk(function))
    given = _given(nodes)
    read = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and _BLANK.match(node.id):
            yield node.lineno
        elif isinstance(node, ast.Assign) and _is_empty(node.value):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            others = any(isinstance(target, ast.Tuple | ast.List | ast.Subscript) for target in node.targets)
            if others or any(name in read and name not in given for name in names):
                yield node.lineno
        elif (isinstance(node, ast.AugAssign) and _is_empty(node.value)) or (
            isinstance(node, ast.For) and _is_empty(node.iter)
        ):
            yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range":
            yield from (node.lineno for argument in node.args if _is_empty(argument))


def _given(nodes: list[ast.AST]) -> set[str]:
    """Return the names that get something else than an empty value anywhere in the function."""
    empty = {
        id(target)
        for node in nodes
        if isinstance(node, ast.Assign) and _is_empty(node.value)
        for target in node.targets
    }
    stored = {
        node.id
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in empty
    }
    return stored | {node.arg for node in nodes if isinstance(node, ast.arg)}


def _is_empty(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and (node.value is None or node.value is ...)


def _empty_blocks(body: list[ast.stmt], *, in_loop: bool = False) -> Iterator[int]:
    """Yield the lines that hold the place of code: in the function's own block, and in its for loops.

    ``while True: pass`` is an endless loop that somebody wrote.
    """
    for node in body:
        is_place = (isinstance(node, ast.Expr) and _is_empty(node.value)) or _says_not_implemented(node)
        if is_place or (isinstance(node, ast.Pass) and in_loop and len(body) == 1):
            yield node.lineno
        elif isinstance(node, ast.For | ast.While | ast.With):
            yield from _empty_blocks(node.body, in_loop=isinstance(node, ast.For))


def _between_comments(lines: list[str], function: ast.FunctionDef) -> Iterator[int]:
    """Yield the comments that ask for code and have none before the one that ends it."""
    start: int | None = None
    for line in range(function.lineno, (function.end_lineno or function.lineno) + 1):
        text = lines[line - 1].strip()
        if _END.match(text):
            if start is not None:
                yield start
            start = None
        elif _START.match(text):
            start = line
        elif text and not text.startswith("#"):
            start = None
