"""Marks at the branches of a student's functions: which of them does a call enter?

The parent asks, to draw more cases for branches that few calls enter. A call of ``set.add`` is put at the
start of each branch, so the function computes what it computed before, every node in its line:

- the body of an ``if``, and its else side, also where none is written: the code after an early return;
- both sides of ``x if c else y``; what comes after the first ``and`` or ``or``;
- the body of a loop, and its ``else``; a handler of exceptions; a ``case``;
- a comprehension's ``if`` that holds.

Left alone are what only raises, what is aside (see ``asides``), and all that is not inside a function.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from typing import Any

from .asides import FUNCTIONS, computing, only_raises
from .constants import Constants

__all__ = ["MARK", "MOST", "Marks"]

MARK = "__branch_entered__"  # a dunder at both ends is not mangled inside a class
MOST = 500  # marks in a slice; later branches have none


class Marks:
    """Marks the statements of a slice, and collects their constants; as a context, it counts one call.

    Attributes:
        branches: of each mark the line, the last line of the block that it opens (0 if it opens none), and
            the label of the file or cell.
        entered: the marks that the last call met.
        constants: what is unusual in the functions.
    """

    def __init__(self) -> None:
        self.branches: list[tuple[int, int, str]] = []
        self.entered: set[int] = set()
        self.constants = Constants()
        self._calls: Counter[int] = Counter()
        self._label = ""

    def bind(self) -> None:
        """Let the marked statements find the mark, even if the student clears the module's names."""
        vars(builtins)[MARK] = self.entered.add

    def __enter__(self) -> None:
        """A call begins: forget what was entered before."""
        self.entered.clear()

    def __exit__(self, *_: object) -> None:
        """Count what the call has entered, each branch once, also if it raised."""
        self._calls.update(self.entered)

    def told(self) -> dict[str, Any]:
        """Return plain data: constants, branches, and in how many calls each of these was entered."""
        return {
            "constants": self.constants.listed,
            "branches": [list(branch) for branch in self.branches],
            "entered": [list(pair) for pair in sorted(self._calls.items())],
        }

    def rewrite(self, tree: ast.Module, label: str) -> None:
        """Mark the branches of these statements, where they stand.

        Args:
            tree: the statements, in the lines where the student wrote them.
            label: of the file or cell that they are from.
        """
        self.constants.read(tree)
        self._label = label
        # All nodes are found before the first is changed: a mark is not to be marked again.
        nodes = _inside(tree)
        pointless = _without_other_way(nodes)
        for node in nodes:
            if isinstance(node, ast.If):
                self._if(node, other_way=id(node) not in pointless)
            elif isinstance(node, ast.For | ast.AsyncFor | ast.While):
                self._loop(node)
            elif isinstance(node, ast.ExceptHandler | ast.match_case):
                self._open(node.body)
            else:
                self._expression(node)

    def _if(self, node: ast.If, *, other_way: bool) -> None:
        self._open(node.body)
        if not node.orelse:
            mark = self._mark(node) if other_way else None
            node.orelse = [] if mark is None else [_statement(mark)]
        elif _last_of_chain(node) is node:  # an elif marks itself
            self._open(node.orelse)

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While) -> None:
        endless = (
            isinstance(node, ast.While) and isinstance(node.test, ast.Constant) and bool(node.test.value)
        )
        if not endless:  # ``while True`` is entered by whoever comes to it
            self._open(node.body)
        if node.orelse:
            self._open(node.orelse)

    def _expression(self, node: ast.AST) -> None:
        if isinstance(node, ast.IfExp):
            node.body, node.orelse = self._before(node.body), self._before(node.orelse)
        elif isinstance(node, ast.BoolOp):
            node.values[1:] = [self._before(value) for value in node.values[1:]]
        elif isinstance(node, ast.comprehension):
            node.ifs = [self._after(condition) for condition in node.ifs]

    def _open(self, body: list[ast.stmt]) -> None:
        """Put a mark at the start of a block."""
        last = body[-1].end_lineno or 0
        if not only_raises(body) and (mark := self._mark(body[0], last)) is not None:
            body.insert(0, _statement(mark))

    def _before(self, value: ast.expr) -> ast.expr:
        """Rewrite ``x`` as ``mark(7) or x``: the mark returns None, so the value is that of ``x``."""
        mark = self._mark(value)
        return value if mark is None else ast.copy_location(ast.BoolOp(ast.Or(), [mark, value]), value)

    def _after(self, condition: ast.expr) -> ast.expr:
        """Rewrite a condition ``c`` as ``c and not mark(7)``, which holds where ``c`` does."""
        mark = self._mark(condition)
        if mark is None:
            return condition
        held = ast.copy_location(ast.UnaryOp(ast.Not(), mark), condition)
        return ast.copy_location(ast.BoolOp(ast.And(), [condition, held]), condition)

    def _mark(self, at: ast.stmt | ast.expr, last: int = 0) -> ast.Call | None:
        """Return the call of a new mark in the place of this node, as long as there may be more.

        Args:
            at: the node.
            last: line of the block that it opens.
        """
        if len(self.branches) >= MOST:
            return None
        number = ast.copy_location(ast.Constant(len(self.branches)), at)
        self.branches.append((at.lineno, last, self._label))
        name = ast.copy_location(ast.Name(MARK, ast.Load()), at)
        return ast.copy_location(ast.Call(name, [number], []), at)


def _statement(mark: ast.Call) -> ast.Expr:
    return ast.copy_location(ast.Expr(mark), mark)


def _inside(tree: ast.Module) -> list[ast.AST]:
    """Return the functions and the nodes inside them that are not aside, outer ones first."""
    found: list[ast.AST] = []
    waiting: list[tuple[ast.AST, bool]] = [(tree, False)]
    while waiting:
        node, inside = waiting.pop()
        # Default values are computed where the function is defined, not where it runs.
        body = inside or isinstance(node, FUNCTIONS)
        if body:
            found.append(node)
        children = [(c, inside if isinstance(c, ast.arguments) else body) for c in computing(node)]
        waiting += reversed(children)
    return found


def _without_other_way(nodes: list[ast.AST]) -> set[int]:
    """Return which ``if`` has no other way worth a mark: it raises, or all that follows does."""
    found: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.If) and only_raises(node.body):
            found.add(id(node))
        fields = [getattr(node, name, None) for name in ("body", "orelse", "finalbody")]
        for block in (field for field in fields if isinstance(field, list)):
            for index, first in enumerate(block[:-1], 1):
                if isinstance(first, ast.If) and only_raises(block[index:]):
                    found.add(id(_last_of_chain(first)))
    return found


def _last_of_chain(first: ast.If) -> ast.If:
    while len(first.orelse) == 1 and isinstance(first.orelse[0], ast.If):
        first = first.orelse[0]
    return first
