"""What a submission holds for each exercise: found, missing or broken, and the slice that it needs.

This runs before the first line of student code and executes nothing, so what it reports can be
believed. The way there, one module a step::

    cells, magics      bytes -> cells of Python text
    names, scopes      a statement -> the global names that it binds and reads
    submission         files -> one list of statements
    demonstrations     which of them only show something off, and are never executed
    slices             a function -> the statements that it needs
    order, conflicts, entries   -> what the loader executes
    findings           what to say about it

Bare expressions (calls, prints, plots), ``if __name__ == "__main__":`` and demonstrations are in no slice;
of the first, only those that change a needed value are: ``layers.append(3)``, and a call of a function that
sets it by ``global``. The precise rules stand in ``demonstrations`` and ``slices``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .conflicts import conflicts
from .demonstrations import demonstrations
from .entries import entries_of
from .findings import broken, definitions, missing, notes
from .order import ordered
from .phrases import phrase
from .slices import slice_of
from .submission import is_stub, read_submission
from .syntax import UNPARSABLE, check

if TYPE_CHECKING:
    from .submission import Statement, Submission

__all__ = ["survey"]


def survey(files: list[tuple[str, bytes]], wanted: list[str]) -> dict[str, Any]:
    """Return what the files hold of the wanted functions: plain data, and phrases for what is said.

    Args:
        files: names and contents, notebooks and scripts alike.
        wanted: the names of the functions.

    Returns:
        ``{"troubles": [{"where", "message"}...], "functions": {name: {...}}}``, each function with

        - status: found, missing, or broken (the cell that would define it does not parse);
        - where: ``lesson2.ipynb, code cell 4, line 2``, or empty;
        - message: one sentence if it is broken, or missing for a reason that can be told;
        - notes: sentences about what was found;
        - state: ``{"name", "where"}`` of each global that only a demonstration binds;
        - slice: ``{"label", "source", "first_line", "statements"}`` in the order of execution, where
          statements are indices into ``ast.parse(source).body``.
    """
    submission = read_submission(files)
    shown = demonstrations(submission, wanted)
    return {
        "troubles": [{"where": trouble.where, "message": trouble.message} for trouble in submission.troubles],
        "functions": {name: _report(submission, shown, name, wanted) for name in wanted},
    }


def _report(submission: Submission, shown: set[Statement], name: str, wanted: list[str]) -> dict[str, Any]:
    found = definitions(submission, shown, name)
    fault = broken(submission, name)
    # No untouched stub counts if there is another definition; of several, the last.
    home = next(iter([*reversed([s for s in found if not is_stub(s)]), *reversed(found)]), None)
    if fault is not None and (home is None or is_stub(home)):
        message = phrase(
            "{name} is not defined: {where} does not parse ({reason}).",
            name=name,
            where=fault.where,
            reason=fault.message,
        )
        return _entry("broken", fault.where, message)
    if home is None:
        return _entry("missing", "", missing(submission, name, wanted))
    try:
        check(home.node)
        return _found(submission, shown, home, name, found)
    except UNPARSABLE as error:
        return _uncompilable(home, name, error)


def _uncompilable(home: Statement, name: str, error: BaseException) -> dict[str, Any]:
    """Report a definition that parses but cannot be compiled."""
    line = error.lineno if isinstance(error, SyntaxError) and error.lineno else home.node.lineno
    where = phrase("{place}, line {line}", place=home.cell.label, line=home.cell.first_line + line - 1)
    message = phrase(
        "{name} is not defined: {where} cannot be compiled ({reason}).",
        name=name,
        where=where,
        reason=error.msg if isinstance(error, SyntaxError) else phrase("it is nested too deeply"),
    )
    return _entry("broken", where, message)


def _found(
    submission: Submission, shown: set[Statement], home: Statement, name: str, found: list[Statement]
) -> dict[str, Any]:
    part = slice_of(submission, shown, home, name)
    order = ordered(submission, part, home)
    renamed, unsettled = conflicts(part, order, home)
    return _entry("found", home.where, "") | {
        "notes": notes(submission, part, home, name, found, unsettled),
        "state": [{"name": read, "where": binder.where} for read, (binder, _) in part.state.items()],
        "slice": entries_of(part, order, renamed),
    }


def _entry(status: str, where: str, message: str) -> dict[str, Any]:
    return {"status": status, "where": where, "message": message, "notes": [], "state": [], "slice": []}
