"""A name is added to the list in ``lesson(...)`` or ``suite(...)``, and nothing else of the file changes."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from grader.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["listed"]


def listed(source: str, call: str, name: str, *, where: Path, attribute: str | None = None) -> str:
    """Return a module's text with one more name imported and listed.

    Args:
        source: the text of a module that calls ``lesson`` or ``suite``.
        call: which of the two.
        name: the module next to it that is imported, and the name in it that is listed.
        where: the file, for the error.
        attribute: the name in that module, if it is another one.

    Raises:
        UsageError: the file has no such call with a list written out in it.
    """
    tree = ast.parse(source)
    brackets = _list_of(tree, call)
    imports = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    if brackets is None or not imports:
        raise UsageError(
            f"{where}: there is no {call}(title, __name__, [...]) with a list to add to."
            f" Write the list in the call, one {'exercise' if call == 'lesson' else 'lesson'} after another."
        )
    lines = source.encode().splitlines(keepends=True)  # the parser counts bytes
    _insert_item(lines, brackets, f"{name}.{attribute or name}")
    _import(lines, imports[-1], name)
    return b"".join(lines).decode()


def _list_of(tree: ast.Module, call: str) -> ast.List | None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == call:
            given = [*node.args[2:3], *(each.value for each in node.keywords if each.arg in _KEYWORDS)]
            return next((each for each in given if isinstance(each, ast.List)), None)
    return None


_KEYWORDS = {"exercises", "lessons"}


def _import(lines: list[bytes], last: ast.Import | ast.ImportFrom, name: str) -> None:
    """Import a module next to this one: in the last import, if it is of that kind, or in a line below it."""
    if isinstance(last, ast.ImportFrom) and last.level == 1 and not last.module:
        alias = last.names[-1]
        line, column = alias.end_lineno or 1, alias.end_col_offset or 0
        text = lines[line - 1]
        lines[line - 1] = text[:column] + f", {name}".encode() + text[column:]
    else:
        lines.insert(last.end_lineno or 0, f"from . import {name}\n".encode())


def _insert_item(lines: list[bytes], brackets: ast.List, item: str) -> None:
    """Put an item behind the last one of a list."""
    last = brackets.elts[-1] if brackets.elts else None
    line = (last.end_lineno if last else brackets.lineno) or 1
    column = (last.end_col_offset if last else brackets.col_offset + 1) or 0
    text = lines[line - 1]
    indent = b"\n" + text[: len(text) - len(text.lstrip())] if last and _alone(text, last) else b" "
    added = b"," + indent + item.encode() if last else item.encode()
    lines[line - 1] = text[:column] + added + text[column:]


def _alone(line: bytes, item: ast.expr) -> bool:
    """Say whether an item has its line for itself."""
    return not line[: item.col_offset].strip()
