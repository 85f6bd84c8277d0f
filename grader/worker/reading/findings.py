"""What to say about a wanted function: who defines it, why none does, and what is odd about it."""

from __future__ import annotations

import ast
import difflib
from typing import TYPE_CHECKING

from .names import Kind
from .phrases import phrase
from .submission import is_stub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .phrases import Phrase
    from .slices import Slice
    from .submission import Broken, Statement, Submission

__all__ = ["broken", "definitions", "missing", "notes"]

_MAX_NAMES = 2000  # defined names that are compared with a missing one
_MAX_NAME = 80  # characters of a name worth comparing
_LIKENESS = 0.8  # of difflib; conv_foward is like conv_forward, conv_backward is not
_CALLABLE = (ast.Lambda, ast.Call, ast.Name, ast.Attribute, ast.IfExp)  # values that may be functions


def definitions(submission: Submission, shown: set[Statement], name: str) -> list[Statement]:
    """Return for each file that has one the statement that defines the function, in the order of files."""
    found = []
    for file in range(len(submission.names)):
        binders = [b for b in submission.binders.get((file, name), ()) if b not in shown]
        defined = [b for b in binders if b.names.binds.get(name) is Kind.DEFINITION]
        assigned = [
            b for b in binders if isinstance(b.node, ast.Assign) and isinstance(b.node.value, _CALLABLE)
        ]
        found += (defined or assigned)[-1:]
    return found


def broken(submission: Submission, name: str) -> Broken | None:
    """Return the last cell that would define the function if it parsed."""
    return next((cell for cell in reversed(submission.broken) if cell.would_define(name)), None)


def missing(submission: Submission, name: str, wanted: list[str]) -> str:
    """Return the likeliest reason why nothing defines the function; empty if none can be told."""
    for (_, bound), binders in submission.binders.items():
        imported = [b.names.imports[name] for b in binders if bound == name and name in b.names.imports]
        if imported and not submission.files_of(imported[-1].module):
            return phrase(
                "{name} is not defined; it is imported from {module}.", name=name, module=imported[-1].module
            )
    for statement in submission.statements:
        if inside := _inside(statement, name):
            return phrase(
                "{name} is defined inside {outer} ({where}); move it to the left margin.",
                name=name,
                outer=inside,
                where=statement.where,
            )
    near = _near(submission, name, wanted)
    if near is not None:
        other, statement = near
        return phrase(
            "{name} is not defined; did you mean {other} in {where}?",
            name=name,
            other=other,
            where=_cell(statement),
        )
    return ""


def notes(
    submission: Submission,
    part: Slice,
    home: Statement,
    name: str,
    found: list[Statement],
    unsettled: list[str],
) -> list[str]:
    """Return sentences about a function that was found."""
    said = [*_repeated(submission, home, name), *_in_files(submission, home, name, found)]
    fault = broken(submission, name)
    if fault is not None:
        said.append(
            phrase(
                "{where}, defines {name} too but does not parse ({reason}); it does not count.",
                where=fault.where,
                name=name,
                reason=fault.message,
            )
        )
    said += [
        _state(name, read, binder, reader if not reader.names.binds.get(name) else None)
        for read, (binder, reader) in part.state.items()
    ]
    said += [_unresolved(submission, name, read) for read in part.unresolved]
    own = submission.names[home.file]
    said += [
        phrase(
            "{name} needs two different {other} from two files; the one of {file} counts.",
            name=name,
            other=both,
            file=own,
        )
        for both in unsettled
    ]
    return said


def _state(name: str, read: str, binder: Statement, needed: Statement | None) -> str:
    """Say that the function, or another one that it needs, reads what only a demonstration sets."""
    if needed is None:
        return phrase(
            "{name} reads the global {other}, which is not one of its arguments"
            " ({where} sets it for a demonstration).",
            name=name,
            other=read,
            where=_cell(binder),
        )
    return phrase(
        "{helper}, which {name} needs, reads the global {other}, which is not one of its arguments"
        " ({where} sets it for a demonstration).",
        helper=_label(needed),
        name=name,
        other=read,
        where=_cell(binder),
    )


def _unresolved(submission: Submission, name: str, read: str) -> Phrase:
    fault = broken(submission, read)
    if fault is None:
        return phrase(
            "{name} uses the name {other}, which nothing in the submission defines.", name=name, other=read
        )
    return phrase(
        "{name} uses the name {other}, whose definition does not parse ({where}).",
        name=name,
        other=read,
        where=fault.where,
    )


def _repeated(submission: Submission, home: Statement, name: str) -> Iterator[str]:
    times = len(submission.definitions.get((home.file, name), ()))
    if times > 1:
        yield phrase(
            "{name} is defined {times} times in {file}; the last one counts ({where}).",
            name=name,
            times=times,
            file=submission.names[home.file],
            where=home.where,
        )


def _in_files(submission: Submission, home: Statement, name: str, found: list[Statement]) -> Iterator[str]:
    written = ast.dump(home.node)
    others = [s for s in found if s is not home and not is_stub(s) and ast.dump(s.node) != written]
    if others:
        yield phrase(
            "{name} is defined differently in {others} and {file}; the last one counts ({where}).",
            name=name,
            others=", ".join(submission.names[s.file] for s in others),
            file=submission.names[home.file],
            where=home.where,
        )


def _inside(statement: Statement, name: str) -> str:
    """Return what a definition of the function is nested in, as ``class Layer``; empty if in nothing."""
    node = statement.node
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        inner = (n for n in ast.walk(node) if isinstance(n, ast.FunctionDef) and n is not node)
        if any(n.name == name for n in inner):
            is_class = isinstance(node, ast.ClassDef)
            return (
                phrase("class {name}", name=node.name)
                if is_class
                else phrase("function {name}", name=node.name)
            )
    return ""


def _near(submission: Submission, name: str, wanted: list[str]) -> tuple[str, Statement] | None:
    """Return the defined function whose name is most like this one, but no other wanted one."""
    defined = {
        other: statements[-1]
        for (_, other), statements in list(submission.definitions.items())[:_MAX_NAMES]
        if len(other) <= _MAX_NAME and other not in wanted
    }
    same = [other for other in defined if _plain(other) == _plain(name)]
    near = same or difflib.get_close_matches(name, defined, 1, _LIKENESS)
    return (near[-1], defined[near[-1]]) if near else None


def _plain(name: str) -> str:
    return name.replace("_", "").lower()


def _label(statement: Statement) -> str:
    return next(iter(statement.names.binds), _cell(statement))


def _cell(statement: Statement) -> str:
    """Return the cell in a notebook, the line in a script: what a student looks for."""
    return statement.cell.label if statement.cell.kind == "notebook" else statement.where
