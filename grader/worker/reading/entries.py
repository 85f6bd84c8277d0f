"""A slice in words that the loader can execute: source text and statements, in order.

Only imports are rewritten: those of one needed name among several, and those from another file of the
submission; and what ``conflicts`` renames.
"""

from __future__ import annotations

import ast
from itertools import groupby
from typing import TYPE_CHECKING

from .conflicts import with_names
from .reports import Entry
from .syntax import parse

if TYPE_CHECKING:
    from collections.abc import Container

    from .slices import Key, Slice
    from .statements import Statement

__all__ = ["entries_of"]


def entries_of(
    part: Slice, order: list[Statement], renamed: dict[Key, str], needed: Container[Statement]
) -> tuple[Entry, ...]:
    """Return a slice's entries; consecutive statements of a cell share one.

    Args:
        part: the slice.
        order: its statements as they are to be executed.
        renamed: new names of what two files define differently.
        needed: the statements without which there is no function; others may fail.
    """
    rewritten = {
        statement: lines
        for statement in order
        if (lines := _rewritten_import(part, statement, renamed)) is not None
    }

    def shared(statement: Statement) -> tuple[int, bool, Statement | None]:
        """Return what is the same for statements that share an entry."""
        return id(statement.cell), statement not in needed, statement if statement in rewritten else None

    entries: list[Entry] = []
    for (_, optional, alone), group in groupby(order, shared):
        first, *others = group
        if alone is None:
            source, line = with_names(first, renamed), first.cell.first_line
            indices = tuple(statement.index for statement in (first, *others))
        else:
            source, line = "; ".join(rewritten[alone]), alone.line
            indices = tuple(range(len(parse(source).body)))
        if indices:
            entries.append(Entry(first.cell.label, source, line, indices, optional))
    return tuple(entries)


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
