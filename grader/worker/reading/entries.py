"""A slice in words that the loader can execute: source text and statements, in order.

Only imports are rewritten: those of one needed name among several, and those from another file of the
submission; and what ``conflicts`` renames.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from .conflicts import with_names
from .syntax import parse

if TYPE_CHECKING:
    from collections.abc import Container

    from .slices import Key, Slice
    from .statements import Statement

__all__ = ["entries_of"]


def entries_of(
    part: Slice, order: list[Statement], renamed: dict[Key, str], needed: Container[Statement]
) -> list[dict[str, Any]]:
    """Return the entries that ``slicing.survey`` describes; consecutive statements of a cell share one.

    Args:
        part: the slice.
        order: its statements as they are to be executed.
        renamed: new names of what two files define differently.
        needed: the statements without which there is no function; others may fail.
    """
    entries: list[dict[str, Any]] = []
    before: Statement | None = None  # the last statement, if its entry can take another
    for statement in order:
        cell, optional = statement.cell, statement not in needed
        lines = _rewritten_import(part, statement, renamed)
        joins = before is not None and before.cell is cell and entries[-1]["optional"] == optional
        if lines is None and joins:
            entries[-1]["statements"].append(statement.index)
            continue
        if lines is None:
            source = with_names(statement, renamed)
            entry = {"source": source, "first_line": cell.first_line, "statements": [statement.index]}
        else:
            source = "; ".join(lines)
            count = len(parse(source).body)
            entry = {"source": source, "first_line": statement.line, "statements": list(range(count))}
        if entry["statements"]:
            entries.append({"label": cell.label, "optional": optional, **entry})
        before = statement if lines is None else None
    return entries


def _rewritten_import(part: Slice, statement: Statement, renamed: dict[Key, str]) -> list[str] | None:
    """Return the simple statements that stand for an import, or None to leave it as it is."""
    names = statement.names
    if not isinstance(statement.node, ast.Import | ast.ImportFrom) or names.stars:
        return None
    needed = [name for name in names.imports if name in part.kept[statement]]
    followed = {
        name: _link(part, (statement.file, name), renamed)
        for name in needed
        if (statement.file, name) in part.links or (statement.file, name) in part.modules
    }
    if not followed and len(needed) == len(names.imports):
        return None
    lines = (followed.get(name, names.imports[name].text) for name in needed)
    return [line for line in lines if line]


def _link(part: Slice, key: Key, renamed: dict[Key, str]) -> str:
    """Return the assignment that stands for an import from another file of the submission."""
    name = key[1]
    if key in part.links:
        target = part.links[key]
        there = renamed.get(target, target[1])
        return f"{name} = {there}" if name != there else ""
    attributes = ", ".join(
        f"{a!r}: staticmethod({renamed.get(t, t[1])})" for a, t in part.modules[key].items()
    )
    return f"{name} = type({name!r}, (), {{{attributes}}})"
