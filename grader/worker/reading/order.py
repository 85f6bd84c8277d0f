"""The order in which to execute a slice.

Statements stay in the order of the submission, the function's own file last; but what a statement needs
when it is executed comes before it, even if the student ran the cells out of order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .slices import Key, Slice
    from .statements import Statement
    from .submission import Submission

__all__ = ["ordered"]


def ordered(submission: Submission, part: Slice, home: Statement) -> list[Statement]:
    """Return the statements of the slice whose function ``home`` defines, in order of execution."""
    return _Order(submission, part, home).statements


class _Order:
    """Puts the statements of a slice in the order in which to execute them."""

    def __init__(self, submission: Submission, part: Slice, home: Statement) -> None:
        self.part = part
        self.placed: set[Statement] = set()
        self.statements: list[Statement] = []
        stars_first = sorted(
            part.kept,
            key=lambda s: (not s.names.stars, s.file == home.file, submission.place[s]),
        )
        for statement in stars_first:
            self.place(statement)

    def place(self, statement: Statement) -> None:
        if statement in self.placed:
            return
        self.placed.add(statement)
        for binders in self.needed_now(statement):
            if not any(binder in self.placed for binder in binders):
                for binder in binders:
                    self.place(binder)
        self.statements.append(statement)

    def needed_now(self, statement: Statement) -> Iterator[list[Statement]]:
        """Yield the binders of each name that executing the statement reads, in functions too."""
        pending = self.read_now(statement)
        seen: set[Key] = set()
        while pending:
            key = pending.pop()
            if key not in seen:
                seen.add(key)
                binders = [b for b in self.part.binders.get(key, ()) if b in self.part.kept]
                yield binders
                # It may call what it reads; which of it is not worth finding out.
                pending += [(binder.file, name) for binder in binders for name in binder.names.later]

    def read_now(self, statement: Statement) -> list[Key]:
        keys = [(statement.file, name) for name in statement.names.now]
        for name in self.part.kept[statement]:
            if target := self.part.links.get((statement.file, name)):
                keys.append(target)
            keys += self.part.modules.get((statement.file, name), {}).values()
        return keys
