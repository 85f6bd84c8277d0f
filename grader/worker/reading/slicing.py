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

Bare expressions (calls, prints, plots), ``if __name__ == "__main__":`` and demonstrations are in no slice;
of the first, only those that change a needed value are: ``layers.append(3)``, and a call of a function that
sets it by ``global``. The precise rules stand in ``demonstrations`` and ``slices``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .conflicts import conflicts
from .demonstrations import demonstrations
from .entries import entries_of
from .findings import broken, chosen, definitions, missing, notes, rivals
from .order import ordered
from .phrases import phrase
from .slices import slice_of
from .submission import drop_pasted_stubs, read_submission
from .syntax import UNPARSABLE, check
from .unfinished import is_stub, unfinished

if TYPE_CHECKING:
    from .slices import Slice
    from .statements import Statement
    from .submission import Submission

__all__ = ["survey"]

_MAX_PLACES = 4  # of rival definitions, beside the one that is named last


def survey(files: list[tuple[str, bytes]], wanted: list[str]) -> dict[str, Any]:
    """Return what the files hold of the wanted functions: plain data, and phrases for what is said.

    Args:
        files: names and contents, notebooks and scripts alike.
        wanted: the names of the functions.

    Returns:
        ``{"troubles": [{"where", "message"}...], "functions": {name: {...}}}``, each function with

        - status: found, missing, broken (the cell that would define it does not parse), or unclear
          (a person has to say which definition is meant, or to look at a file that cannot be read);
        - where: ``lesson2.ipynb, code cell 4, line 2``, or empty;
        - message: one sentence if it is broken or unclear, or missing for a reason that can be told;
        - notes: sentences about what was found;
        - unfinished: a sentence that names the first place that is visibly empty, or nothing;
        - state: ``{"name", "where"}`` of each global that only a demonstration binds;
        - slice: ``{"label", "source", "first_line", "statements", "optional"}`` in the order of execution,
          where statements are indices into ``ast.parse(source).body``;
        - with_state: the slice together with what sets that state, which is optional: it may fail. Empty
          if there is no state.
    """
    submission = read_submission(files)
    drop_pasted_stubs(submission, wanted)
    shown = demonstrations(submission, wanted)
    return {
        "troubles": [{"where": trouble.where, "message": trouble.message} for trouble in submission.troubles],
        "functions": {name: _report(submission, shown, name, wanted) for name in wanted},
    }


def _report(submission: Submission, shown: set[Statement], name: str, wanted: list[str]) -> dict[str, Any]:
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
        return _entry("broken", fault.where, message)
    lost = next((trouble.where for trouble in submission.troubles if trouble.is_loss), None)
    if lost is not None and (home is None or is_stub(home)):
        return _lost(name, name, lost)
    if home is None:
        return _entry("missing", "", missing(submission, name, wanted))
    if others := rivals(home, found):
        return _entry("unclear", home.where, _rivalry(name, [*others, home]))
    try:
        check(home.node)
        part = slice_of(submission, shown, home, name)
        if lost is not None and part.unresolved:
            return _lost(name, next(iter(part.unresolved)), lost)
        return _found(submission, shown, home, name, found, part)
    except UNPARSABLE as error:
        return _uncompilable(home, name, error)


def _lost(name: str, other: str, file: str) -> dict[str, Any]:
    """Report a function if it, or a name that it needs, may be in what cannot be read."""
    message = phrase(  # the same for all functions, so that it is said once
        "What is not written here may be in what cannot be read of {file}; a person has to look at it.",
        file=file,
    )
    if other != name:
        message = phrase(
            "{other}, which {name} needs, is not in what can be read of {file}; a person has to look at it.",
            name=name,
            other=other,
            file=file,
        )
    return _entry("unclear", file, message)


def _rivalry(name: str, found: list[Statement]) -> str:
    return phrase(
        "{name} is defined in several files, differently: {places}. Keep the one that is to be graded.",
        name=name,
        places=phrase("{places} and {place}", places=_listed(found[:-1]), place=found[-1].where),
    )


def _listed(found: list[Statement]) -> str:
    """Return the places of the first few, as a phrase without depth: the parent hears no deep ones."""
    shown = found[: _MAX_PLACES + 1]
    numbered = {f"place{number}": statement.where for number, statement in enumerate(shown[:_MAX_PLACES])}
    names = [f"{{{name}}}" for name in numbered] + ["..."] * (len(shown) > _MAX_PLACES)
    return phrase(", ".join(names), **numbered)


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
    submission: Submission,
    shown: set[Statement],
    home: Statement,
    name: str,
    found: list[Statement],
    part: Slice,
) -> dict[str, Any]:
    order = ordered(submission, part, home)
    renamed, unsettled = conflicts(part, order, home)
    return _entry("found", home.where, "") | {
        "notes": notes(submission, part, home, name, found, unsettled),
        "unfinished": unfinished(home, name) or "",
        "stub": is_stub(home),
        "state": [{"name": read, "where": binder.where} for read, (binder, _) in part.state.items()],
        "slice": entries_of(part, order, renamed, part.needed),
        "with_state": _with_state(submission, shown, home, name, part) if part.state else [],
    }


def _with_state(
    submission: Submission, shown: set[Statement], home: Statement, name: str, needed: Slice
) -> list[dict[str, Any]]:
    part = slice_of(submission, shown, home, name, state=True)
    order = ordered(submission, part, home)
    renamed, _ = conflicts(part, order, home)
    return entries_of(part, order, renamed, needed.needed)


def _entry(status: str, where: str, message: str) -> dict[str, Any]:
    said = {"status": status, "where": where, "message": message, "unfinished": "", "stub": False}
    return said | {"notes": [], "state": [], "slice": [], "with_state": []}
