"""The slice of a function: the statements that its global names need, and theirs, and so on.

Rules, for a name that a statement of a file reads:

- The file's own binders count first: those that are no demonstration, from the last def or class on, and
  of equal imports only the first. A stub gives way to a finished function of another file.
- If the file binds it by demonstrations only, it is notebook state: reported, and kept only if asked to.
- Then the built-in names, then the other files of the submission (a finished function before a stub, a
  later file before an earlier one), then the file's ``from library import *``.
- An import from another file of the submission is followed to that file and not itself kept.
- Names in annotations are kept if the submission, NumPy or the standard library has them; else they are
  forgotten: a function computes the same without.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .bindings import IMPLICIT, LIBRARY, REPLACED, REPLACERS, binding, imported, kind, replaces, roots, sets
from .names import Kind
from .unfinished import is_stub

if TYPE_CHECKING:
    from .names import Imported
    from .statements import Statement
    from .submission import Submission

__all__ = ["Key", "Slice", "slice_of"]

_FINISHED = 3  # the rank of a definition that is no stub

Key = tuple[int, str]  # a file's number and a name in it


@dataclass(slots=True)
class Slice:
    """What a function needs, and what it should not.

    Attributes:
        kept: the statements, with the names that are needed of each.
        needed: those of them without which there is no function; what only annotations read may fail.
        binders: for every needed (file, name), the kept statements that bind it.
        links: for a name imported from another file of the submission, where that binds it.
        modules: for a name that is another file of the submission, where its attributes are bound.
        state: for a name that only demonstrations bind, the first that does, and who reads it.
        unresolved: for a name that nothing defines, who reads it.
    """

    kept: dict[Statement, dict[str, None]] = field(default_factory=dict)
    needed: frozenset[Statement] = frozenset()
    binders: dict[Key, list[Statement]] = field(default_factory=dict)
    links: dict[Key, Key] = field(default_factory=dict)
    modules: dict[Key, dict[str, Key]] = field(default_factory=dict)
    state: dict[str, tuple[Statement, Statement]] = field(default_factory=dict)
    unresolved: dict[str, Statement] = field(default_factory=dict)


def slice_of(
    submission: Submission, shown: set[Statement], home: Statement, function: str, *, state: bool = False
) -> Slice:
    """Return the slice of the function that ``home`` defines.

    Args:
        submission: all files.
        shown: the demonstrations, which are not kept.
        home: the statement that defines the function.
        function: its name.
        state: keep those demonstrations all the same that alone bind a name which is needed.
    """
    slicer = _Slicer(submission, shown, keeps_state=state)
    slicer.need((home.file, function), home)
    slicer.follow()
    slicer.follow_annotations()
    return slicer.slice


class _Slicer:
    """Follows names from statement to statement until nothing is missing."""

    def __init__(self, submission: Submission, shown: set[Statement], *, keeps_state: bool) -> None:
        self.submission = submission
        self.shown = shown
        self.keeps_state = keeps_state
        self.slice = Slice()
        self.pending: deque[tuple[Key, Statement]] = deque()
        self.annotations: deque[tuple[Key, Statement]] = deque()
        self.seen: set[Key] = set()
        self.replaced: set[int] = set()  # files that read a built-in name which a star may replace

    def need(self, key: Key, reader: Statement) -> None:
        """Ask for a name, once."""
        if key not in self.seen:
            self.seen.add(key)
            self.pending.append((key, reader))

    def follow(self) -> None:
        """Find all that is asked for, and all that this asks for."""
        while self.pending:
            self.take(*self.pending.popleft())

    def follow_annotations(self) -> None:
        """Keep what annotations read too, as far as it is defined; the rest is not reported."""
        part = self.slice
        part.needed = frozenset(part.kept)
        unresolved, state = dict(part.unresolved), dict(part.state)
        while self.annotations:
            key, reader = self.annotations.popleft()
            if self.is_available(key):
                self.need(key, reader)
                self.follow()
        self.settle_unresolved()
        part.unresolved = {name: reader for name, reader in unresolved.items() if name in part.unresolved}
        part.state = state

    def take(self, key: Key, reader: Statement) -> None:
        """Find who binds the name and keep that."""
        own = self.lookup(key)
        bound = binding(own, key[1])
        finished = bool(bound) and not is_stub(bound[-1])
        other = None if finished else self.elsewhere(key, has_stub=bool(bound))
        if other is not None:
            self.slice.binders[key] = self.lookup(other)
            self.need(other, reader)
        elif bound:
            self.slice.binders[key] = own
        else:
            self.take_unbound(key, reader)
        if other is None or not bound:  # what changes another file's value in place counts as well
            for binder in own:
                self.keep(binder, key[1])

    def take_unbound(self, key: Key, reader: Statement) -> None:
        """Say what a name is that no statement worth keeping binds."""
        file, name = key
        own = self.bound(key)
        if not own and name in IMPLICIT:
            if name in REPLACED:
                self.replaced.add(file)
            return
        files = (n for n in range(len(self.submission.names)) if n != file)
        others = (self.bound((n, name)) for n in files)
        bound = own or next((binders for binders in others if binders), [])
        if bound:
            self.slice.state.setdefault(name, (bound[0], reader))
            if self.keeps_state:
                self.keep_state(key, self.submission.binders[bound[0].file, name])
        else:
            self.slice.unresolved.setdefault(name, reader)

    def keep_state(self, key: Key, binders: list[Statement]) -> None:
        """Keep what gives a name the value that it has at the end of the notebook."""
        last = max((at for at, binder in enumerate(binders) if sets(binder, key[1])), default=0)
        self.slice.binders[key] = binders[last:]
        for binder in binders[last:]:
            self.keep(binder, key[1])

    def lookup(self, key: Key) -> list[Statement]:
        """Return the file's own statements that bind or change a name and count, in order."""
        binders = [b for b in self.submission.binders.get(key, ()) if b not in self.shown]
        for at in range(len(binders) - 1, -1, -1):
            if replaces(binders[at], key[1]):
                binders = binders[at:]
                break
        kept: list[Statement] = []
        known: set[Imported | None] = set()
        for binder in binders:
            what = imported(binder, key[1])
            if (what is None or what not in known) and not self.leads_nowhere(what):
                kept.append(binder)
            known.add(what)
        return kept

    def leads_nowhere(self, what: Imported | None) -> bool:
        """Whether this imports a name from a file of the submission that has no such name."""
        if what is None or what.name is None:
            return False
        files = self.submission.files_of(what.module)
        return bool(files) and not any(self.submission.binders.get((file, what.name)) for file in files)

    def bound(self, key: Key) -> list[Statement]:
        """Return what binds a name in a file, whether it counts or not."""
        binders = binding(self.submission.binders.get(key, []), key[1])
        return [binder for binder in binders if not self.leads_nowhere(imported(binder, key[1]))]

    def elsewhere(self, key: Key, *, has_stub: bool) -> Key | None:
        """Return where another file binds the name: one imported with a star, or else any."""
        file, name = key
        others = [n for n in range(len(self.submission.names)) if n != file]
        modules = [m for s in self.submission.stars.get(file, ()) for m in s.names.stars]
        starred = [n for n in others if any(n in self.submission.files_of(m) for m in modules)]
        if not has_stub and (name in IMPLICIT or binding(self.submission.binders.get(key, []), name)):
            others = []
        for files in (starred, others):
            best = self.best(files, name)
            if best is not None and (not has_stub or self.rank((best, name)) == _FINISHED):
                return best, name
        return None

    def best(self, files: list[int], name: str) -> int | None:
        """Return the file that binds the name best, the last one of equals; None if none does."""
        ranked = [(self.rank((file, name)), file) for file in files]
        rank, file = max(ranked, default=(0, 0))
        return file if rank else None

    def rank(self, key: Key) -> int:
        """Return how good a binding of a name a file has, 0 for none."""
        bound = binding(self.lookup(key), key[1])
        if not bound:
            return 0
        if is_stub(bound[-1]):
            return 1
        return _FINISHED if kind(bound[-1], key[1]) is Kind.DEFINITION else 2

    def keep(self, statement: Statement, name: str) -> None:
        """Keep a statement for the sake of a name that it binds, and ask for all that it reads."""
        names = self.slice.kept.get(statement)
        if names is None:
            names = self.slice.kept[statement] = {}
            for read in (*statement.names.now, *statement.names.later):
                self.need((statement.file, read), statement)
                self.keep_attributes(statement, read)
            self.annotations += [((statement.file, read), statement) for read in statement.names.soft]
        if name not in names:
            names[name] = None
            self.link((statement.file, name), statement)

    def link(self, key: Key, statement: Statement) -> None:
        """Follow an import of one name from another file of the submission."""
        what = imported(statement, key[1])
        if what is not None and what.name is not None and not self.module_files(key):
            file = self.best([n for n in self.submission.files_of(what.module) if n != key[0]], what.name)
            if file is not None:
                self.slice.links[key] = file, what.name
                self.need((file, what.name), statement)

    def keep_attributes(self, statement: Statement, name: str) -> None:
        """Follow ``lesson2.slope`` where lesson2 is another file of the submission."""
        key = statement.file, name
        files = self.module_files(key)
        for attribute in statement.names.attributes.get(name, ()) if files else ():
            file = self.best(files, attribute)
            if file is not None:
                self.slice.modules.setdefault(key, {})[attribute] = file, attribute
                self.need((file, attribute), statement)

    def module_files(self, key: Key) -> list[int]:
        """Return the submission's files that the name stands for, if an import binds it to a file."""
        files: list[int] = []
        for binder in self.submission.binders.get(key, ()):
            what = imported(binder, key[1])
            if what is not None and what.name is None:
                files += self.submission.files_of(what.module)
            elif what is not None and not self.submission.files_of(what.module):  # from . import lesson2
                files += self.submission.files_of(what.name or "")
        return [file for file in files if file != key[0]]

    def is_available(self, key: Key) -> bool:
        """Whether a name that only an annotation reads can be had without risk."""
        bound = binding(self.lookup(key), key[1])
        what = imported(bound[-1], key[1]) if bound else None
        return bool(bound) and (what is None or what.module.split(".")[0] in LIBRARY)

    def settle_unresolved(self) -> None:
        """Keep the star imports of libraries that a missing name may come from."""
        files = dict.fromkeys(
            [*(reader.file for reader in self.slice.unresolved.values()), *sorted(self.replaced)]
        )
        for file in files:
            missing = [name for name, reader in self.slice.unresolved.items() if reader.file == file]
            stars = [s for s in self.submission.stars.get(file, ()) if not self.is_ours(s)]
            usable = [s for s in stars if roots(s) <= LIBRARY]
            chosen = (usable or stars) if missing else [s for s in usable if roots(s) & REPLACERS]
            for statement in chosen:
                self.slice.kept.setdefault(statement, {})["*"] = None
            for name in missing if chosen else ():
                del self.slice.unresolved[name]
        for statement in self.slice.kept:  # what a function makes itself, by ``global``, is not missing
            for name in statement.names.stores:
                self.slice.unresolved.pop(name, None)

    def is_ours(self, statement: Statement) -> bool:
        return any(self.submission.files_of(module) for module in statement.names.stars)
