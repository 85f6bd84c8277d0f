"""A module of a course as text: its statements, and the names that each binds, changes or mentions."""

from __future__ import annotations

import ast
import functools
import importlib.util
import linecache
import sys
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Chain", "Source", "chains", "imported", "source"]

Chain: TypeAlias = tuple[str, ...]
"""A name, and the attributes that are taken of it: ``("np", "random")``."""

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def source(module: str) -> Source | None:
    """Return a module of a course, imported or not; None if there is none, or it has no text."""
    file = getattr(sys.modules.get(module), "__file__", None) or _file(module)
    if not file:
        return None
    linecache.checkcache(file)
    return _parsed(module, file.endswith("__init__.py"), "".join(linecache.getlines(file)))


def _file(module: str) -> str:
    """Return the file of a module that is not imported."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError, AttributeError):
        return ""
    return spec.origin if spec and spec.origin and spec.has_location else ""


@functools.lru_cache(256)
def _parsed(module: str, is_package: bool, text: str) -> Source:
    return Source(module, is_package, text)


class Source:
    """The text of a module.

    Attributes:
        module: its name.
        body: its statements.
        binding: for each name, the statements that bind or change it.
    """

    def __init__(self, module: str, is_package: bool, text: str) -> None:
        self.module, self._is_package, self._lines = module, is_package, text.split("\n")
        self._mentions: dict[ast.stmt, tuple[list[Chain], list[ast.AST]]] = {}
        self.body = ast.parse(text).body
        self.binding: dict[str, list[ast.stmt]] = {}
        for statement in self.body:
            for name in _bound(statement):
                self.binding.setdefault(name, []).append(statement)

    def text(self, statement: ast.stmt) -> str:
        """Return the lines of a statement, with its decorators."""
        return "\n".join(self._lines[first_line(statement) - 1 : statement.end_lineno])

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
    taken: list[str] = []
    while isinstance(node, ast.Attribute):
        taken.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        return {(node.id, *reversed(taken))}
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        return set().union(*map(chains, ast.iter_child_nodes(node)))
    given = node.args
    own = {each.arg for each in ast.walk(given) if isinstance(each, ast.arg)}
    body = node.body if isinstance(node.body, list) else [node.body]
    inside: set[Chain] = set().union(*map(chains, body))
    around = [*getattr(node, "decorator_list", ()), *given.defaults, *filter(None, given.kw_defaults)]
    return {chain for chain in inside if chain[0] not in own}.union(*map(chains, around))


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
