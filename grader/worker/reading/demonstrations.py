"""Which statements only show something off: they are never run, and what they bind is notebook state.

A statement *shows* something if, when it is executed, it

1. calls a wanted function, or a function or class of the submission that (itself or through others) does;
2. or draws random numbers: calls something of a module ``random``, other than ``seed``, or a function or
   class of the submission that does;
3. or reads a name whose last binding before it is a demonstration.

A *demonstration cell* is a notebook or percent cell that defines no function and no class and in which
some statement shows something. A statement that binds a name is a *demonstration* if it shows something,
or if it sits in a demonstration cell; but in such a cell an assignment of a literal, a lambda or another
name for something (``EPS = 1e-8``, ``dot = np.dot``) is none unless a statement of the cell that shows
something reads the name, or a demonstration binds it too. Definitions and imports never are.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from typing import TYPE_CHECKING

from .names import Kind, dotted

if TYPE_CHECKING:
    from .statements import Statement
    from .submission import Submission

__all__ = ["demonstrations"]


def demonstrations(submission: Submission, wanted: list[str]) -> set[Statement]:
    """Return the statements that are demonstrations."""
    finder = _Finder(submission, frozenset(wanted))
    while finder.again():  # each round can only add; what it adds may be read by earlier cells
        pass
    return finder.found


class _Finder:
    """Goes over the statements until nothing new is found."""

    def __init__(self, submission: Submission, wanted: frozenset[str]) -> None:
        self.submission = submission
        self.wanted = wanted
        self.showing_functions = self.functions()
        self.showing: set[Statement] = set()
        self.found: set[Statement] = set()
        self.cells: dict[int, list[Statement]] = {}
        for statement in submission.statements:
            self.cells.setdefault(id(statement.cell), []).append(statement)

    def functions(self) -> set[tuple[int, str]]:
        """Return the (file, name) of the submission's functions that show something when called."""
        callers: dict[tuple[int, str], list[tuple[int, str]]] = {}
        pending: list[tuple[int, str]] = []
        for (file, name), statements in self.submission.definitions.items():
            for called in _calls_when_called(statements):
                callers.setdefault((file, called), []).append((file, name))
                if self.shows(file, called):
                    pending.append((file, name))
        showing: set[tuple[int, str]] = set()
        while pending:
            function = pending.pop()
            if function not in showing:
                showing.add(function)
                pending += callers.get(function, [])
        return showing

    def shows(self, file: int, called: str) -> bool:
        """Whether calling this (dotted) name calls a wanted function or draws random numbers."""
        first, *rest = called.split(".")
        modules = [
            binder.names.imports[first]
            for binder in self.submission.binders.get((file, first), ())
            if first in binder.names.imports
        ]
        random = any("random" in (*m.module.split("."), m.name) for m in modules) or "random" in rest[:-1]
        if random:
            return (rest[-1] if rest else modules[-1].name) != "seed"
        if not modules:
            return not rest and first in self.wanted
        # Imported from another file of the submission, under whatever name.
        ours = [m for m in modules if m.name in self.submission.stems or self.submission.files_of(m.module)]
        return any((rest[-1] if rest else m.name) in self.wanted for m in ours)

    def again(self) -> bool:
        """Go over all statements once; return whether anything new was found."""
        before = len(self.showing) + len(self.found)
        for statement in self.submission.statements:
            if statement not in self.showing and self.is_showing(statement):
                self.showing.add(statement)
                self.found.add(statement)
        for statements in self.cells.values():
            self.add_cell(statements)
        return len(self.showing) + len(self.found) > before

    def is_showing(self, statement: Statement) -> bool:
        if _defines_or_imports(statement):
            return False
        names, file = statement.names, statement.file
        for called in names.calls:
            if self.shows(file, called) or (file, called) in self.showing_functions:
                return True
        return any(self.last_is_demonstration(statement, name) for name in names.now)

    def last_is_demonstration(self, reader: Statement, name: str) -> bool:
        """Whether the reader sees a demonstration's value under the name."""
        binders = self.submission.binders.get((reader.file, name), [])
        place = self.submission.place
        earlier = bisect_left(binders, place[reader], key=place.__getitem__)
        # A name that is bound only further down was bound by running the cells out of order.
        return bool(binders) and binders[earlier - 1] in self.found

    def add_cell(self, statements: list[Statement]) -> None:
        """Add what sits in a demonstration cell."""
        if statements[0].cell.kind in {"script", "cut"} or any(_defines(s) for s in statements):
            return
        showing = [s for s in statements if s in self.showing]
        if not showing:
            return
        read = {name for s in showing for name in s.names.now}
        for s in statements:
            if not _defines_or_imports(s) and (not _is_constant(s) or self.is_shown(s, read)):
                self.found.add(s)

    def is_shown(self, statement: Statement, read: set[str]) -> bool:
        """Whether what a constant binds is read by what shows something, or bound by a demonstration."""
        for name in statement.names.binds:
            key = (statement.file, name)
            if key not in self.submission.modules and (
                name in read or any(binder in self.found for binder in self.submission.binders[key])
            ):
                return True
        return False


def _calls_when_called(statements: list[Statement]) -> list[str]:
    """Return the dotted names that a function calls, or that making an instance of a class calls."""
    calls: list[str] = []
    for statement in statements:
        if isinstance(statement.node, ast.ClassDef):
            bodies = [n for n in statement.node.body if getattr(n, "name", "") in _MAKERS]
            found = (dotted(n.func) for body in bodies for n in ast.walk(body) if isinstance(n, ast.Call))
            calls += [name for name in found if name is not None]
        else:
            calls += statement.names.calls_later
    return calls


_MAKERS = frozenset({"__init__", "__new__", "__post_init__"})


def _defines(statement: Statement) -> bool:
    return isinstance(statement.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _defines_or_imports(statement: Statement) -> bool:
    return any(kind >= Kind.IMPORT for kind in statement.names.binds.values()) or bool(statement.names.stars)


def _is_constant(statement: Statement) -> bool:
    node = statement.node
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    return isinstance(node.value, ast.Lambda) or dotted(node.value) is not None or _is_literal(node.value)


def _is_literal(node: ast.expr) -> bool:
    try:
        ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False
    return True
