"""Sheets of a kill matrix, made by hand."""

from __future__ import annotations

from grader.audit.matrix import Matrix, Row, Sheet

PROPERTIES = (("shape", 1.0), ("sum", 8.0), ("bias", 1.0))


def sheet(*rows: Row, caught_by=None, redundant=None, mistakes=(), named=None) -> Sheet:
    caught_by = {row.name: frozenset(row.breaks) for row in rows if row.kind == "chaff"} | (caught_by or {})
    return Sheet("conv", PROPERTIES, rows, (), {}, (), caught_by, redundant or {}, mistakes, named or {})


def row(kind: str, name: str, *breaks: str, says: str = "", looks_like: str = "") -> Row:
    lost = sum(points for prop, points in PROPERTIES if prop in breaks)
    return Row(kind, name, breaks, lost, says, looks_like, "It is 3." if breaks else "")


def matrix(*rows: Row, rounds=(), **more) -> Matrix:
    return Matrix("cnn", (sheet(*rows, **more),), tuple(rounds))


FLIPPED, CROPPED = row("chaff", "flipped", "sum"), row("chaff", "cropped", "shape", "sum")
UNBIASED, RIGHT = row("mutant", "b -> 0", "bias"), row("wheat", "einsum")
