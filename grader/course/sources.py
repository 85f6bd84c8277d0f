"""A module of a course as its author wrote it: statements, and which of them make a name what it is."""

from __future__ import annotations

import ast
import functools
import linecache
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from grader.course.mentions import Import, Mentions, bound, changed, mentions, outside_functions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

__all__ = ["Piece", "Source", "file_of", "read"]

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_Binder: TypeAlias = "ast.stmt | Import"


class Piece(NamedTuple):
    """A function or a statement.

    Attributes:
        line: the first line of its text, from 1.
        text: it, or the outermost function or class that it is part of.
        mentions: what it takes from outside.
        changes: the names whose values it changes.
        whole: whether the module decides what it is, and no variables of a function around it.
    """

    line: int
    text: str
    mentions: Mentions
    changes: frozenset[str]
    whole: bool


def file_of(module: str) -> Path | None:
    """Return the file of a module, imported or not, by the place of its top-level package; or None."""
    top, _, rest = module.partition(".")
    package = sys.modules.get(top)
    if not rest:
        file = getattr(package, "__file__", None)
        return Path(file) if file else None
    for folder in getattr(package, "__path__", ()):
        path = f"{folder}/{rest.replace('.', '/')}"
        for file in (f"{path}/__init__.py", f"{path}.py"):
            if os.path.isfile(file):  # noqa: PTH113 - asked often, and a Path is slow to make
                return Path(file)
    return None


def read(file: str) -> Source:
    """Return what a file holds now; nothing if it cannot be read or is no Python."""
    linecache.checkcache(file)
    return _source("".join(linecache.getlines(file)), file.endswith("__init__.py"))


@functools.lru_cache(256)
def _source(text: str, is_package: bool) -> Source:
    return Source(text, is_package)


class Source:
    """The text of a module."""

    def __init__(self, text: str, is_package: bool) -> None:
        self.is_package = is_package
        self._lines = text.split("\n")
        try:
            self._body = ast.parse(text).body
        except (SyntaxError, ValueError):
            self._body = []
        self._pieces: dict[ast.AST, Piece] = {}

    def __bool__(self) -> bool:
        return bool(self._body)

    @property
    def pieces(self) -> Iterator[Piece]:
        """All statements but imports."""
        return (self._piece(each, each) for each in self._body if not _is_import(each))

    def binders(self, name: str) -> list[Piece | Import]:
        """Return what makes a name what it is: imports, and statements that bind or change it."""
        found = self._binders.get(name, ())
        return [each if isinstance(each, Import) else self._piece(each, each) for each in found]

    @functools.cached_property
    def stars(self) -> list[Import]:
        """What all names are imported from."""
        nodes = [each for each in outside_functions(self._body) if isinstance(each, ast.ImportFrom)]
        return [Import(each.level, each.module or "", "") for each in nodes if each.names[0].name == "*"]

    def function(self, code: CodeType) -> list[Piece]:
        """Return the function that a code object was made of; several if lambdas share a line, or none."""
        taken = (code.co_firstlineno, code.co_name)
        return [self._piece(node, around) for node, around in self._functions.get(taken, ())]

    @functools.cached_property
    def _binders(self) -> dict[str, list[_Binder]]:
        found: dict[str, list[_Binder]] = {}
        for statement in self._body:
            binding: list[tuple[str, Import | None]] = [*bound([statement])]
            binding += [(name, None) for name in sorted(changed(statement)) if not _is_import(statement)]
            declared = [each for each in ast.walk(statement) if isinstance(each, ast.Global)]
            binding += [(name, None) for each in declared for name in each.names]
            for name, imported in binding:
                binders = found.setdefault(name, [])
                binder = imported or statement
                if binder not in binders:
                    binders.append(binder)
        return found

    @functools.cached_property
    def _functions(self) -> dict[tuple[int, str], list[tuple[ast.AST, ast.AST]]]:
        """Functions by line and name, each with the outermost definition that it is part of."""
        found: dict[tuple[int, str], list[tuple[ast.AST, ast.AST]]] = {}

        def collect(node: ast.AST, around: ast.AST | None) -> None:
            is_definition = isinstance(node, _DEFINITIONS)
            outermost = around or (node if is_definition else None)
            if isinstance(node, (*_DEFINITIONS, ast.Lambda)):
                name = "<lambda>" if isinstance(node, ast.Lambda) else node.name
                found.setdefault((_first_line(node), name), []).append((node, outermost or node))
            for child in ast.iter_child_nodes(node):
                collect(child, outermost)

        for statement in self._body:
            collect(statement, None)
        return found

    def _piece(self, node: ast.AST, around: ast.AST) -> Piece:
        if node not in self._pieces:
            whole = node in self._body or (around in self._body and node in getattr(around, "body", ()))
            is_method = whole and isinstance(around, ast.ClassDef)
            self._pieces[node] = Piece(
                _first_line(around),
                self._text(around),
                mentions(around if is_method else node),
                frozenset(_changed_in(node)),
                whole and (node is around or is_method),
            )
        return self._pieces[node]

    def _text(self, node: ast.AST) -> str:
        if isinstance(node, ast.Lambda):
            return ast.get_source_segment("\n".join(self._lines), node) or ""
        end: int = getattr(node, "end_lineno", None) or _first_line(node)
        return "\n".join(self._lines[_first_line(node) - 1 : end])


def _first_line(node: ast.AST) -> int:
    lines: list[int] = [each.lineno for each in getattr(node, "decorator_list", ())]
    return min([getattr(node, "lineno", 0), *lines])


def _is_import(node: ast.AST) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def _changed_in(node: ast.AST) -> set[str]:
    """Return the names that a function changes: of its own variables it does not matter."""
    body = getattr(node, "body", ())
    parts = [body] if isinstance(body, ast.AST) else [*body]
    names = {name for each in parts for name in changed(each)}
    return names | {
        name for each in outside_functions(parts) if isinstance(each, ast.Nonlocal) for name in each.names
    }
