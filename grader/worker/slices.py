"""The slice of a function: the statements that its global names need, and theirs, and so on.

Rules, for a name that a statement of a file reads:

- The file's own binders count first: those that are no demonstration, from the last def or class on, and
  of equal imports only the first. A stub gives way to a finished function of another file.
- If the file binds it by demonstrations only, it is notebook state: reported, not kept.
- Then the built-in names, then the other files of the submission (a finished function before a stub, a
  later file before an earlier one), then the file's ``from library import *``.
- An import from another file of the submission is followed to that file and not itself kept.
- Names in annotations are kept if the submission, NumPy or the standard library has them; else they are
  forgotten: a function computes the same without.
"""

from __future__ import annotations

import ast
import builtins
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .names import Imported, Kind
from .submission import is_stub

if TYPE_CHECKING:
    from .submission import Statement, Submission

__all__ = ["Kept", "Slice", "slice_of"]

# Modules that a worker has; a missing one must not be needed for an annotation or by a star.
LIBRARY = frozenset({"numpy"}) | sys.stdlib_module_names
# Every module has these.
IMPLICIT = frozenset(dir(builtins)) | {"__name__", "__doc__", "__file__", "__builtins__", "__annotations__"}
# Built-in functions that ``from numpy import *`` or ``from math import *`` replaces.
REPLACED = frozenset({"abs", "all", "any", "divmod", "max", "min", "pow", "round", "sum"})
REPLACERS = frozenset({"numpy", "math", "cmath"})

Key = tuple[int, str]  # a file's number and a name in it


@dataclass(slots=True)
class Slice:
    """What a function needs, and what it should not.

    Attributes:
        kept: the statements, with the names that are needed of each.
        binders: for every needed (file, name), the kept statements that bind it.
        links: for a name imported from another file of the submission, where that binds it.
        modules: for a name that is another file of the submission, where its attributes are bound.
        state: for a name that only demonstrations bind, the first that does, and who reads it.
        unresolved: for a name that nothing defines, who reads it.
    """

    kept: dict[Statement, dict[str, None]] = field(default_factory=dict)
    binders: dict[Key, list[Statement]] = field(default_factory=dict)
    links: dict[Key, Key] = field(default_factory=dict)
    modules: dict[Key, dict[str, Key]] = field(default_factory=dict)
    state: dict[str, tuple[Statement, Statement]] = field(default_factory=dict)
    unresolved: dict[str, Statement] = field(default_factory=dict)


def slice_of(submission: Submission, shown: set[Statement], home: Statement, function: str) -> Slice:
    """Return the slice of the function that ``home`` defines.

    Args:
        submission: all files.
        shown: statements never to keep: the demonstrations, or none in order to keep notebook state too.
        home: the statement that defines the function.
        function: its name.
    """
    slicer = _Slicer(submission, shown)
    slicer.need((home.file, function), home)
    while slicer.pending:
        slicer.take(*slicer.pending.popleft())
    slicer.keep_stars()
    return slicer.slice


class _Slicer:
    """Follows names from statement to statement until nothing is missing."""

    def __init__(self, submission: Submission, shown: set[Statement]) -> None:
        self.submission = submission
        self.shown = shown
        self.slice = Slice()
        self.pending: deque[tuple[Key, Statement]] = deque()
        self.seen: set[Key] = set()
        self.replaced: set[int] = set()  # files that read a built-in name which a star may replace

    def need(self, key: Key, reader: Statement) -> None:
        """Ask for a name, once."""
        if key not in self.seen:
            self.seen.add(key)
            self.pending.append((key, reader))

    def take(self, key: Key, reader: Statement) -> None:
        """Find who binds the name and keep that."""
        file, name = key
        binders = self.lookup(key)
        found = _binding(binders, name)
        if not found or is_stub(found[-1]):
            other = self.starred(key) or self.finished(key, stub_here=bool(found))
            if other is not None and (found or name not in IMPLICIT or self.starred(key)):
                self.follow(key, other, reader)
                binders = [] if found else binders
                found = []
            elif not found:
                self.take_unbound(key, reader)
        if found:
            self.slice.binders[key] = binders
        for binder in binders:
            self.keep(binder, name)

    def take_unbound(self, key: Key, reader: Statement) -> None:
        """Explain a name that no file defines."""
        file, name = key
        bound = _binding(self.submission.binders.get(key, []), name)
        if bound:
            self.slice.state.setdefault(name, (bound[0], reader))
        elif name in IMPLICIT:
            if name in REPLACED:
                self.replaced.add(file)
        else:
            self.slice.unresolved.setdefault(name, reader)
