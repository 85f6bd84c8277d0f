"""One top-level statement of a submission, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .phrases import phrase

if TYPE_CHECKING:
    import ast

    from .cells import Cell
    from .names import Names

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One top-level statement; two are equal only if they are the same one.

    Attributes:
        file: the number of its file in the submission.
        index: its place in ``ast.parse(cell.source).body``.
    """

    file: int
    cell: Cell
    index: int
    node: ast.stmt
    names: Names

    @property
    def line(self) -> int:
        """Its first line as the student counts."""
        return self.cell.first_line + self.node.lineno - 1

    @property
    def where(self) -> str:
        """Its place in words, with the line."""
        return phrase("{place}, line {line}", place=self.cell.label, line=self.line)
