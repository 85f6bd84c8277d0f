"""What a submission holds for each exercise: found, missing or broken, and the slice that it needs.

This runs before the first line of student code and executes nothing, so what it reports can be
believed. The way there, one module a step::

    cells, repairs     bytes -> cells of Python text
    names, scopes      a statement -> the global names that it binds and reads
    submission         files -> one list of statements
    demonstrations     which of them only show something off, and are never executed
    slices             a function -> the statements that it needs
    order, conflicts, entries   -> what the loader executes
    findings           what to say about it
    reports            all of it, as values

Bare expressions (calls, prints, plots), ``if __name__ == "__main__":`` and demonstrations are in no slice;
of the first, only those that change a needed value are: ``layers.append(3)``, and a call of a function that
sets it by ``global``. The precise rules are in ``demonstrations`` and ``slices``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .conflicts import conflicts
from .demonstrations import demonstrations
from .entries import entries_of
from .findings import broken, chosen, definitions, missing, notes, rivals
from .order import ordered
from .phrases import phrase
from .reports import FunctionReport, Survey
from .slices import slice_of
from .submission import drop_pasted_stubs, read_submission
from .syntax import UNPARSABLE, check
from .unfinished import is_stub, unfinished

if TYPE_CHECKING:
    from .reports import Entry
    from .slices import Slice
    from .statements import Statement
    from .submission import Submission

__all__ = ["survey"]

_MAX_PLACES = 4  # of rival definitions, besides the one that is named last


def survey(files: list[tuple[str, bytes]], wanted: list[str]) -> Survey:
    """Return what the files hold of the wanted functions.

    Args:
        files: names and contents, notebooks and scripts alike.
        wanted: the names of the functions.
    """
    submission = read_submission(files)
    drop_pasted_stubs(submission, wanted)
    shown = demonstrations(submission, wanted)
    troubles = tuple(
        phrase("{where}: {message}", where=trouble.where, message=trouble.message)
        for trouble in submission.troubles
    )
    return Survey(troubles, {name: _report(submission, shown, name, wanted) for name in wanted})


def _report(submission: Submission, shown: set[Statement], name: str, wanted: list[str]) -> FunctionReport:
    found = definitions(submission, shown, name)
    fault = broken(submission, name)
    home = chosen(found)
    if fault is not None and (home is None or is_stub(home)):
        message = phrase(
            "{name} is not defined: {where} does not parse ({reason}).",
            name=name,
            where=fault.where,
            reason=fault.message,
        )
        return FunctionReport("broken", fault.where, message)
    lost = next((trouble.where for trouble in submission.troubles if trouble.is_loss), None)
    if lost is not None and (home is None or is_stub(home)):
        return _lost(name, name, lost)
    if home is None:
        return FunctionReport("missing", "", missing(submission, name, wanted))
    if others := rivals(home, found):
        return FunctionReport("unclear", home.where, _rivalry(name, [*others, home]))
    try:
        check(home.node)
        part = slice_of(submission, shown, home, name)
        if lost is not None and part.unresolved:
            return _lost(name, next(iter(part.unresolved)), lost)
        return _found(submission, shown, home, name, found, part)
    except UNPARSABLE as error:
        return _uncompilable(home, name, error)


def _lost(name: str, other: str, file: str) -> FunctionReport:
    """Report a function if it, or a name that it needs, may be in what cannot be read."""
    message = phrase(  # the same for all functions, so that it is said once
        "What is missing here may be in the part of {file} that cannot be read; a person has to look at it.",
        file=file,
    )
    if other != name:
        message = phrase(
            "{name} needs {other}, which may be in the part of {file} that cannot be read; a person has to "
            "look at it.",
            name=name,
            other=other,
            file=file,
        )
    return FunctionReport("unclear", file, message)


def _rivalry(name: str, found: list[Statement]) -> str:
    return phrase(
        "{name} has different definitions in several files: {places}. Keep the one that should be graded.",
        name=name,
        places=phrase("{places} and {place}", places=_listed(found[:-1]), place=found[-1].where),
    )


def _listed(found: list[Statement]) -> str:
    """Return the places of the first few, as a phrase without depth: the parent hears no deep ones."""
    shown = found[: _MAX_PLACES + 1]
    numbered = {f"place{number}": statement.where for number, statement in enumerate(shown[:_MAX_PLACES])}
    names = [f"{{{name}}}" for name in numbered] + ["..."] * (len(shown) > _MAX_PLACES)
    return phrase(", ".join(names), **numbered)


def _uncompilable(home: Statement, name: str, error: BaseException) -> FunctionReport:
    """Report a definition that parses but cannot be compiled."""
    line = error.lineno if isinstance(error, SyntaxError) and error.lineno else home.node.lineno
    where = phrase("{place}, line {line}", place=home.cell.label, line=home.cell.first_line + line - 1)
    message = phrase(
        "{name} is not defined: {where} cannot be compiled ({reason}).",
        name=name,
        where=where,
        reason=error.msg if isinstance(error, SyntaxError) else phrase("it is nested too deeply"),
    )
    return FunctionReport("broken", where, message)


def _found(
    submission: Submission,
    shown: set[Statement],
    home: Statement,
    name: str,
    found: list[Statement],
    part: Slice,
) -> FunctionReport:
    order = ordered(submission, part, home)
    renamed, unsettled = conflicts(part, order, home)
    return FunctionReport(
        "found",
        home.where,
        notes=tuple(notes(submission, part, home, name, found, unsettled)),
        unfinished=unfinished(home, name) or "",
        is_stub=is_stub(home),
        slice=entries_of(part, order, renamed, part.needed),
        with_state=_with_state(submission, shown, home, name, part) if part.state else (),
    )


def _with_state(
    submission: Submission, shown: set[Statement], home: Statement, name: str, needed: Slice
) -> tuple[Entry, ...]:
    part = slice_of(submission, shown, home, name, state=True)
    order = ordered(submission, part, home)
    renamed, _ = conflicts(part, order, home)
    return entries_of(part, order, renamed, needed.needed)
