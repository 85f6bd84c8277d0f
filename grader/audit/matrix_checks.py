"""What must hold of a kill matrix: wrong answers are caught, right ones are not, and every reason is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grader.course.contracts import CONTRACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grader.audit.matrix import Matrix

__all__ = ["CHECKS"]

_SLIPS = ("NameError", "ImportError", "ModuleNotFoundError", "SyntaxError")  # of the author, in a chaff
TENTH = 0.1  # of an exercise's points, that an answer which knows nothing may earn
MOST = 0.95  # of the named chaffs, that must get the right name first


def wrong_answers(matrix: Matrix) -> Iterator[str]:
    """Every chaff and every mutant breaks a promise, with every seed."""
    for sheet in matrix.sheets:
        for row in sheet.wrong():
            if not row.breaks:
                yield f"{sheet.exercise}: the {row.kind} {row.name} keeps every promise."
    for found in matrix.rounds:
        for name in found.survivors:
            yield f"{found.exercise}: {name} keeps every promise with seed {found.seed}."


def excused_as_said(matrix: Matrix) -> Iterator[str]:
    """Every entry of RIGHT_TOO is the change of a mutant that keeps every promise."""
    for sheet in matrix.sheets:
        for change in sheet.not_right:
            yield f"{sheet.exercise}: RIGHT_TOO names {change!r}, and no mutant with it keeps every promise."


def right_answers(matrix: Matrix) -> Iterator[str]:
    """No wheat loses a point, with any seed."""
    for sheet in matrix.sheets:
        for row in sheet.rows:
            if row.kind == "wheat" and row.breaks:
                yield f"{sheet.exercise}: the wheat {row.name} breaks {', '.join(row.breaks)}: {row.reason}"
    for found in matrix.rounds:
        for name in found.rejected:
            yield f"{found.exercise}: the wheat {name} loses points with seed {found.seed}."


def caught_as_said(matrix: Matrix) -> Iterator[str]:
    """Every chaff is caught by each of the properties that its file names."""
    for sheet in matrix.sheets:
        breaks = {row.name: row.breaks for row in sheet.rows if row.kind == "chaff"}
        for row in sheet.rows:
            if row.kind == "chaff" and row.reason.startswith(_SLIPS):
                yield f"{sheet.exercise}: the chaff {row.name} does not run: {row.reason}"
        for name in sorted(breaks.keys() - sheet.caught_by.keys()):
            yield f"{sheet.exercise}: CAUGHT_BY does not name the chaff {name}."
        for name in sorted(sheet.caught_by.keys() - breaks.keys()):
            yield f"{sheet.exercise}: CAUGHT_BY names {name}, but there is no such chaff."
        for name in sorted(breaks.keys() & sheet.caught_by.keys()):
            for prop in sorted(sheet.caught_by[name].difference(breaks[name])):
                missing = (
                    "does not catch" if prop in dict(sheet.properties) else "is no property, and cannot catch"
                )
                yield f"{sheet.exercise}: {prop} {missing} {name}."
            if not sheet.caught_by[name]:
                yield f"{sheet.exercise}: CAUGHT_BY names no property for {name}."


def needed(matrix: Matrix) -> Iterator[str]:
    """Every property is the only or the first one to catch something, or its file says why it stays."""
    for sheet in matrix.sheets:
        # Contracts and definitions need no reason: every exercise has them, and the definition is asked of
        # every call, so whatever is caught by another property is caught by it, too.
        names = [name for name, _ in sheet.properties if name not in CONTRACTS]
        for name in names:
            if (
                name != sheet.definition
                and not sheet.only(name)
                and not sheet.first(name)
                and name not in sheet.redundant
            ):
                yield f"{sheet.exercise}: earlier properties catch all that {name} catches."
        for name in sheet.redundant:
            if name not in names:
                yield f"{sheet.exercise}: REDUNDANT names {name}, which is not a property."
            elif sheet.only(name) or sheet.first(name):
                yield f"{sheet.exercise}: {name} is not redundant, but REDUNDANT says it is."


def trivial_answers(matrix: Matrix) -> Iterator[str]:
    """Zeros, ones, constants, random numbers and the argument earn at most a tenth of an exercise."""
    for sheet in matrix.sheets:
        possible = sum(points for _, points in sheet.properties)
        for row in sheet.rows:
            if row.kind == "trivial" and possible - row.lost > TENTH * possible:
                earned = f"{possible - row.lost:g} of {possible:g} points"
                yield f"{sheet.exercise}: an answer of {row.name} earns {earned}."


def right_names(matrix: Matrix) -> Iterator[str]:
    """At least 95 % of the named chaffs get the right name first, and no wheat gets any."""
    for sheet in matrix.sheets:
        chaffs = {row.name for row in sheet.rows if row.kind == "chaff"}
        for name, mistake in sheet.named.items():
            if name not in chaffs or mistake not in sheet.mistakes:
                yield f"{sheet.exercise}: NAMED maps {name} to {mistake}, and one of them does not exist."
        for row in sheet.rows:
            if row.kind == "wheat" and (row.named or row.looks_like):
                yield f"{sheet.exercise}: the wheat {row.name} is diagnosed as {row.named or row.looks_like}."
    right = matrix.diagnoses().share
    if right is not None and right < MOST:
        for sheet in matrix.sheets:
            yield from sheet.wrong_names()


CHECKS: tuple[Callable[[Matrix], Iterator[str]], ...] = (
    wrong_answers,
    excused_as_said,
    right_answers,
    caught_as_said,
    needed,
    trivial_answers,
    right_names,
)
"""What must hold; the docstring says it, and what is yielded does not hold."""
