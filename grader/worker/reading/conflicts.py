"""One name that two files of a slice define differently.

All statements of a slice are executed in one module. So the name is changed throughout the cells of the
file that is not the function's own, where that is safe; else the function's own file wins, and the
conflict is reported.
"""

from __future__ import annotations

import ast
import io
import tokenize
from typing import TYPE_CHECKING

from .names import Kind
from .syntax import UNPARSABLE, parse

if TYPE_CHECKING:
    from .slices import Key, Slice
    from .statements import Statement

__all__ = ["conflicts", "with_names"]


def conflicts(part: Slice, order: list[Statement], home: Statement) -> tuple[dict[Key, str], list[str]]:
    """Return new names for what files define differently, and the names that cannot have one."""
    owners: dict[str, dict[int, list[str]]] = {}
    for statement in order:
        for name in _bound(part, statement):
            meanings = owners.setdefault(name, {}).setdefault(statement.file, [])
            meanings.append(_meaning(statement, name))
    renamed: dict[Key, str] = {}
    unsettled: list[str] = []
    for name, files in owners.items():
        keeper = home.file if home.file in files else next(iter(files))
        for file in files:
            if files[file] == files[keeper]:
                continue
            if _can_rename(part, order, (file, name)):
                renamed[file, name] = _new(file, name)
            elif name not in unsettled:
                unsettled.append(name)
    return renamed, unsettled


def with_names(statement: Statement, renamed: dict[Key, str]) -> str:
    """Return the source of the statement's cell with the new names of its file."""
    source = statement.cell.source
    for (file, name), new in renamed.items():
        if file == statement.file:
            source = _replaced(source, name, new)
    return source


def _new(file: int, name: str) -> str:
    return f"{name}_in_file_{file + 1}"


def _bound(part: Slice, statement: Statement) -> list[str]:
    if isinstance(statement.node, ast.Import | ast.ImportFrom):
        needed = [name for name in statement.names.imports if name in part.kept[statement]]
        return [name for name in needed if part.links.get((statement.file, name), (0, ""))[1] != name]
    return [name for name, kind in statement.names.binds.items() if kind is not Kind.CHANGE]


def _meaning(statement: Statement, name: str) -> str:
    imported = statement.names.imports.get(name)
    return imported.text if imported is not None else ast.dump(statement.node)


def _can_rename(part: Slice, order: list[Statement], key: Key) -> bool:
    """Whether the name can be changed in all cells of its file that the slice has a part of."""
    file, name = key
    readers = (
        reader for (reader, read), binders in part.binders.items() if read == name and file in _files(binders)
    )
    if any(reader != file for reader in readers):
        return False  # another file knows it by this name
    for statement in order:
        if statement.file == file:
            if name in statement.names.imports:
                return False
            try:
                nodes = ast.walk(parse(_replaced(statement.cell.source, name, _new(file, name))))
            except (*UNPARSABLE, tokenize.TokenError):
                return False
            if any(_is_unsafe(node, name, _new(file, name)) for node in nodes):
                return False
    return True


def _files(statements: list[Statement]) -> set[int]:
    return {statement.file for statement in statements}


def _is_unsafe(node: ast.AST, name: str, new: str) -> bool:
    """Whether the new name is a parameter's too, or the old one still stands (in an f-string)."""
    if isinstance(node, ast.keyword | ast.arg):
        return node.arg in {name, new}
    return isinstance(node, ast.Name) and node.id == name


def _replaced(source: str, name: str, new: str) -> str:
    """Change a name wherever it is a word of its own; no line moves."""
    lines = source.split("\n")
    places: list[tuple[int, int]] = []
    before = ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.NAME and token.string == name and before != ".":
            places.append(token.start)
        before = token.string
    for line, column in reversed(places):
        text = lines[line - 1]
        lines[line - 1] = text[:column] + new + text[column + len(name) :]
    return "\n".join(lines)
