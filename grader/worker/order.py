"""The order in which to execute a slice.

Statements stay in the order of the submission, the function's own file last; but what a statement needs
when it is executed comes before it, even if the student ran the cells out of order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .slices import Key, Slice
    from .submission import Statement, Submission

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
        """Yield the binders of each name that executing the statement reads, calls included."""
        pending: list[tuple[Statement, bool]] = [(statement, False)]
        seen: set[Key] = set()
        while pending:
            reader, called = pending.pop()
            for key in self.keys(reader, called=called):
                if key not in seen:
                    seen.add(key)
                    binders = [b for b in self.part.binders.get(key, ()) if b in self.part.kept]
                    yield binders
                    pending += [(binder, True) for binder in binders]

    def keys(self, reader: Statement, *, called: bool) -> list[Key]:
        """Return what a statement reads when executed, or also when the functions in it are called."""
        keys = [(reader.file, name) for name in reader.names.now]
        if called:
            keys += [(reader.file, name) for name in reader.names.later]
        for name in self.part.kept[reader]:
            if target := self.part.links.get((reader.file, name)):
                keys.append(target)
            keys += self.part.modules.get((reader.file, name), {}).values()
        return keys
