"""A module of a course as text: its statements, and the names that each binds, changes or mentions."""

from __future__ import annotations

import ast
import functools
import importlib.util
import linecache
import sys
from typing import TYPE_CHECKING, TypeAlias

from grader.course.blame import place
from grader.files import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Chain", "Source", "chains", "imported", "source"]

Chain: TypeAlias = tuple[str, ...]
"""A name, and the attributes that are taken of it: ``("np", "random")``."""

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def source(module: str) -> Source | None:
    """Return a module of a course, imported or not; None if there is none, or it has no text.

    Raises:
        SuiteError: it does not parse.
    """
    file = getattr(sys.modules.get(module), "__file__", None) or _file(module)
    if not file:
        return None
    linecache.checkcache(file)
    return _source(module, file, "".join(linecache.getlines(file)))


def _file(module: str) -> str:
    """Return the file of a module that is not imported."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError, AttributeError):
        return ""
    return spec.origin if spec and spec.origin and spec.has_location else ""


@functools.lru_cache(256)
def _source(module: str, file: str, text: str) -> Source:
    return Source(module, file, text)


class Source:
    """The text of a module.

    Attributes:
        module: its name.
        body: its statements.
        binding: for each name, the statements that bind or change it.
    """

    def __init__(self, module: str, file: str, text: str) -> None:
        self.module, self._lines = module, text.split("\n")
        self._is_package = file.endswith("__init__.py")
        self._mentions: dict[ast.stmt, tuple[list[Chain], list[ast.AST]]] = {}
        self.body = parsed(text, place(file, None)).body
        self.binding: dict[str, list[ast.stmt]] = {}
        for statement in self.body:
            for name in _bound(statement):
                self.binding.setdefault(name, []).append(statement)

    def text(self, statement: ast.stmt) -> str:
        """Return the lines of a statement, with its decorators."""
        return "\n".join(self._lines[first_line(statement) - 1 : statement.end_lineno])

    def body_of(self, statement: ast.stmt) -> str:
        """Return the lines of a statement without its decorators and its docstring."""
        lines = range(statement.lineno, (statement.end_lineno or 0) + 1)
        first = statement.body[0] if isinstance(statement, _DEFINITIONS) else None
        told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
        said = range(first.lineno, (first.end_lineno or 0) + 1) if told and first else range(0)
        return "\n".join(self._lines[line - 1] for line in lines if line not in said)

    def mentions(self, statement: ast.stmt) -> tuple[list[Chain], list[ast.AST]]:
        """Return the names that a statement mentions, in order, and the imports inside it."""
        if statement not in self._mentions:
            imports: list[ast.AST] = [
                node for node in ast.walk(statement) if isinstance(node, (ast.Import, ast.ImportFrom))
            ]
            self._mentions[statement] = sorted(chains(statement)), imports
        return self._mentions[statement]

    def around(self, line: int) -> Iterator[ast.stmt]:
        """Yield the statements that a line is part of."""
        return (each for each in self.body if first_line(each) <= line <= (each.end_lineno or 0))

    def origin(self, node: ast.ImportFrom) -> str:
        """Return the module that something is imported from."""
        if not node.level:
            return node.module or ""
        parts = self.module.split(".")
        parts = parts[: len(parts) - node.level + self._is_package]
        return ".".join((*parts, node.module) if node.module else parts)


def imported(imports: Iterable[ast.AST], of: Source, chain: Chain) -> Iterator[tuple[str, Chain]]:
    """Yield the module that a name comes from, and what is taken of it, for some imports of a module."""
    for each in imports:
        if isinstance(each, ast.Import):
            for alias in each.names:
                top = alias.name.partition(".")[0]
                if (alias.asname or top) == chain[0]:
                    yield alias.name if alias.asname else top, chain[1:]
        elif isinstance(each, ast.ImportFrom):
            for alias in each.names:
                if alias.name == "*":
                    yield of.origin(each), chain
                elif (alias.asname or alias.name) == chain[0]:
                    yield of.origin(each), (alias.name, *chain[1:])


def chains(node: ast.AST) -> set[Chain]:
    """Return the names that a node mentions, each with the attributes that are taken of it.

    The parameters of functions are not among them; other variables are, as nobody looks at scopes here.
    """
    found: set[Chain] = set()
    pending: list[tuple[ast.AST, frozenset[str]]] = [(node, frozenset())]
    while pending:  # an expression may be deeper than Python's stack
        each, own = pending.pop()
        taken: list[str] = []
        while isinstance(each, ast.Attribute):
            taken.append(each.attr)
            each = each.value
        if isinstance(each, ast.Name):
            found |= {(each.id, *reversed(taken))} if each.id not in own else set()
        elif isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            given = each.args
            around = [*getattr(each, "decorator_list", ()), *given.defaults, *filter(None, given.kw_defaults)]
            body = each.body if isinstance(each.body, list) else [each.body]
            parameters = {one.arg for one in ast.walk(given) if isinstance(one, ast.arg)}
            pending += [*((one, own) for one in around), *((one, own | parameters) for one in body)]
        else:
            pending += [(one, own) for one in ast.iter_child_nodes(each)]
    return found


def first_line(node: ast.stmt) -> int:
    """Return the line that a statement begins on, with its decorators."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(each.lineno for each in decorators)])


def _bound(statement: ast.stmt) -> set[str]:
    """Return the names that a statement of a module binds or changes, as far as its text shows."""
    names = {name for each in ast.walk(statement) if isinstance(each, ast.Global) for name in each.names}
    pending: list[ast.AST] = [statement]
    while pending:
        each = pending.pop()
        if isinstance(each, _DEFINITIONS):  # a decorator may put it into what it is an attribute of
            names |= {each.name, *(chain[0] for one in each.decorator_list for chain in chains(one))}
            continue
        if (
            isinstance(each, (ast.Name, ast.Attribute, ast.Subscript)) and not isinstance(each.ctx, ast.Load)
        ) or isinstance(each, ast.Expr):
            names |= {chain[0] for chain in chains(each)}
        elif isinstance(each, ast.alias):
            names.add(each.asname or each.name.partition(".")[0])
        elif isinstance(each, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and each.name:
            names.add(each.name)
        pending += ast.iter_child_nodes(each)
    return names
