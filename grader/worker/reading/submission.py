"""A submission as one list of top-level statements, and who binds which name in it."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from .cells import Cell, Trouble, cells
from .cuts import conflict
from .names import Kind, Names, names_of
from .phrases import phrase
from .statements import Statement
from .syntax import UNPARSABLE, parse
from .unfinished import is_stub

__all__ = [
    "Broken",
    "Submission",
    "drop_pasted_stubs",
    "is_main_block",
    "line_of",
    "read_submission",
]


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that does not parse."""

    file: int
    cell: Cell
    where: str
    message: str

    def would_define(self, name: str) -> int | None:
        """Return the line, as the student counts, on which its text defines the function, or None."""
        line = line_of(name, self.cell.source)
        return None if line is None else self.cell.first_line + line


@dataclass(slots=True)
class Submission:
    """All files of a submission, read but not run.

    Attributes:
        names: of the files.
        binders: for a file's number and a name, the statements that bind or change it, in order.
        texts: cells that are not run, though they seem to contain a function.
        definitions: likewise, those that define it by def or class.
        modules: the (file, name) pairs that an import binds.
        stars: for a file's number, its statements with ``from module import *``.
        place: the number of each statement in the order of the files.
        stems: for a module's name, the numbers of the files that it may mean.
    """

    names: list[str]
    statements: list[Statement] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    texts: list[Cell] = field(default_factory=list)
    binders: dict[tuple[int, str], list[Statement]] = field(default_factory=dict)
    definitions: dict[tuple[int, str], list[Statement]] = field(default_factory=dict)
    modules: set[tuple[int, str]] = field(default_factory=set)
    stars: dict[int, list[Statement]] = field(default_factory=dict)
    place: dict[Statement, int] = field(default_factory=dict)
    stems: dict[str, list[int]] = field(default_factory=dict)

    def files_of(self, module: str) -> list[int]:
        """Return the files that ``import module`` may mean; none for a library."""
        return self.stems.get(module.rsplit(".", 1)[-1], [])


def read_submission(files: list[tuple[str, bytes]]) -> Submission:
    """Read the files: parse every cell on its own, so that each costs only what it defines."""
    submission = Submission([name for name, _ in files])
    for number, (name, content) in enumerate(files):
        stem = PurePosixPath(name.replace("\\", "/")).stem
        submission.stems.setdefault(stem, []).append(number)
        found, troubles = cells(name, content)
        submission.troubles += troubles
        submission.texts += [cell for cell in found if cell.kind == "text"]
        run = (cell for cell in found if cell.kind != "text")
        broken = [fault for cell in run for fault in _add(submission, number, cell)]
        submission.troubles += _told(broken, {name} if troubles else set())
        submission.broken += broken
    _index(submission)
    return submission


def drop_pasted_stubs(submission: Submission, wanted: list[str]) -> None:
    """Let untouched stubs that are below a written function of their file bind nothing.

    Of other names only the last definition counts: a helper that does nothing may be meant so.
    """
    for (file, name), defined in submission.definitions.items():
        written = [at for at, statement in enumerate(defined) if not is_stub(statement)]
        if name in wanted and written:
            pasted = set(defined[written[-1] + 1 :])
            submission.binders[file, name] = [b for b in submission.binders[file, name] if b not in pasted]


def _told(broken: list[Broken], silent: set[str]) -> list[Trouble]:
    """Return what to say of broken pieces: of each cell the first, and every function.

    After a merge conflict nothing more is reported of its cell, nor anything of the ``silent`` ones.
    """
    told: list[Trouble] = []
    begun: set[str] = set()
    for fault in broken:
        label = fault.cell.label
        if label not in silent and (label not in begun or _FUNCTION.search(fault.cell.source)):
            told.append(Trouble(fault.where, fault.message))
        begun.add(label)
        if conflict(fault.cell.source):
            silent.add(label)
    return told


_FUNCTION = re.compile(r"^[ \t]*(?:def|class)[ \t]+\w", re.MULTILINE)


def _index(submission: Submission) -> None:
    """Fill in who binds what."""
    # What is in a cell that does not parse counts only where nothing else does: that cell has not run.
    submission.statements.sort(key=lambda statement: (statement.file, statement.cell.kind != "cut"))
    submission.place = {statement: at for at, statement in enumerate(submission.statements)}
    for statement in submission.statements:
        for name, kind in statement.names.binds.items():
            if kind is Kind.DEFINITION:
                submission.definitions.setdefault((statement.file, name), []).append(statement)
            elif kind is Kind.IMPORT:
                submission.modules.add((statement.file, name))
        if statement.names.stars:
            submission.stars.setdefault(statement.file, []).append(statement)
    for statement in submission.statements:
        for name in _bound(submission, statement):
            submission.binders.setdefault((statement.file, name), []).append(statement)


def _add(submission: Submission, file: int, cell: Cell) -> list[Broken]:
    """Add a cell's statements, or return what is wrong with it."""
    try:
        body = parse(cell.source).body
        statements = [Statement(file, cell, at, node, _names(node)) for at, node in enumerate(body)]
    except UNPARSABLE as error:
        return [_broken(file, cell, error)]
    submission.statements += statements
    return []


def _broken(file: int, cell: Cell, error: BaseException) -> Broken:
    message: str
    line = error.lineno if isinstance(error, SyntaxError) else None
    if marker := conflict(cell.source):
        message = phrase("an unresolved merge conflict; keep one side and delete the marker lines")
        line = marker
    elif isinstance(error, SyntaxError):
        message = error.msg or "invalid syntax"
    elif isinstance(error, ValueError):
        message = phrase("it contains characters that cannot be in Python source")
    else:
        message = phrase("it is nested too deeply")
    where = cell.label
    if line:
        where = phrase("{place}, line {line}", place=cell.label, line=cell.first_line + line - 1)
    return Broken(file, cell, where, message)


def line_of(name: str, text: str) -> int | None:
    """Return the line, from 0, on which text that may not parse defines a function; None if it does not."""
    found = re.search(rf"^[ \t]*(?:async[ \t]+)?def[ \t]+{re.escape(name)}[ \t]*\(", text, re.MULTILINE)
    return None if found is None else text.count("\n", 0, found.start())


def _names(node: ast.stmt) -> Names:
    """Return a statement's names; what runs only as a program of its own binds nothing."""
    return Names() if is_main_block(node) else names_of(node)


def is_main_block(node: ast.stmt) -> bool:
    """Whether this is run only when the file is a program of its own: ``if __name__ == "__main__":``."""
    if not isinstance(node, ast.If) or not isinstance(node.test, ast.Compare):
        return False
    sides = [node.test.left, *node.test.comparators]
    return any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)


def _bound(submission: Submission, statement: Statement) -> list[str]:
    """Return what a statement binds: itself, by methods that change a value, by functions it calls."""
    names, file = statement.names, statement.file
    mutated = [name for name in names.mutates if (file, name) not in submission.modules]
    bound = dict.fromkeys([*names.binds, *mutated])
    pending = list(names.calls)
    seen: set[str] = set()
    while pending:
        called = pending.pop()
        if called not in seen:
            seen.add(called)
            for function in submission.definitions.get((file, called), ()):
                bound.update(function.names.stores)
                pending += function.names.calls_later
    return list(bound)
