"""The kill matrix and the diagnoses as tables: for people, and for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.audit.matrix import Diagnoses, Matrix, Row, Sheet

__all__ = ["diagnosed", "diagnoses", "records", "text"]


def text(matrix: Matrix) -> str:
    """Return the matrix for people: a table of the properties and one of the chaffs for each exercise."""
    return "\n".join(line for sheet in matrix.sheets for line in _lines(sheet))


def _lines(sheet: Sheet) -> Iterator[str]:
    count = {kind: sum(row.kind == kind for row in sheet.rows) for kind in ("wheat", "chaff", "mutant")}
    aside = len(sheet.equivalent) + len(sheet.right_too)
    yield (
        f"{sheet.exercise}: {count['wheat']} wheats, {count['chaff']} chaffs, {count['mutant']} mutants"
        f" and {aside} set aside as right"
    )
    yield ""
    yield "      points  catches  first  only  property"
    for number, (name, points) in enumerate(sheet.properties, start=1):
        caught = sum(name in row.breaks for row in sheet.wrong())
        reason = f"  ({sheet.redundant[name]})" if name in sheet.redundant else ""
        first, only = len(sheet.first(name)), len(sheet.only(name))
        yield f"  {number:>2}  {points:>6g}  {caught:>7}  {first:>5}  {only:>4}  {name}{reason}"
    yield ""
    yield "   costs  " + "".join(f"{number:>3}" for number in range(1, len(sheet.properties) + 1))
    for row in sheet.rows:
        if row.kind in {"chaff", "trivial"}:
            kind = "answers of " if row.kind == "trivial" else ""
            yield f"  {row.lost:>6g}  {_marks(sheet, row)}  {kind}{row.name}"
    yield ""


def _marks(sheet: Sheet, row: Row) -> str:
    """Return a mark for each property: O the only one that breaks, F the first, x another, . keeps."""
    marks = dict.fromkeys(row.breaks, "x")
    if row.breaks:
        marks[row.breaks[0]] = "O" if len(row.breaks) == 1 else "F"
    return "".join(f"  {marks.get(name, '.')}" for name, _ in sheet.properties)


def records(matrix: Matrix) -> Iterator[dict[str, object]]:
    """Yield the matrix for programs: one record for each implementation and property."""
    for sheet in matrix.sheets:
        for row in sheet.rows:
            for name, points in sheet.properties:
                yield {
                    "exercise": sheet.exercise,
                    "kind": row.kind,
                    "name": row.name,
                    "lost": row.lost,
                    "property": name,
                    "points": points,
                    "broken": name in row.breaks,
                    "must_be_named": sheet.must_name(row),
                    "named": row.named,
                    "looks_like": row.looks_like,
                }


def diagnosed(matrix: Matrix) -> Iterator[dict[str, object]]:
    """Yield how the chaffs and wheats are diagnosed, for programs: one record for each exercise."""
    for sheet in matrix.sheets:
        found = sheet.diagnoses()
        yield {"exercise": sheet.exercise, **asdict(found), "nothing": found.nothing, "share": found.share}


def diagnoses(matrix: Matrix) -> str:
    """Return the diagnoses for people: a table, and every chaff that is not diagnosed as it must be."""
    every = [*((sheet.exercise, sheet.diagnoses()) for sheet in matrix.sheets), ("all", matrix.diagnoses())]
    return "\n".join(
        [
            "The first diagnosis of the named chaffs, the other chaffs, and the wheats:",
            "",
            "  named  right  another  looks like  nothing   share   others  misnamed   wheats  diagnosed",
            *(_counts(name, found) for name, found in every),
            *(f"        {line}" for sheet in matrix.sheets for line in sheet.wrong_names()),
            "",
        ]
    )


def _counts(name: str, found: Diagnoses) -> str:
    share = "-" if found.share is None else f"{found.share:.1%}"
    return (
        f"  {found.named:>5}  {found.right:>5}  {found.another:>7}  {found.weaker:>10}  {found.nothing:>7}"
        f"  {share:>6}  {found.unnamed:>7}  {found.misnamed:>8}"
        f"  {found.wheats:>7}  {found.wheats_diagnosed:>9}  {name}"
    )
