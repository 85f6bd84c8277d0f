"""What the reader says of a submission: plain values, and sentences that are text or phrases.

At the pipe ``phrases.sent`` makes data of them, with the names of the attributes as keys. ``run/reading.py``
is the parent's side, which believes nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Entry", "FunctionReport", "Status", "Survey"]

Status = Literal["found", "missing", "broken", "unclear"]


@dataclass(frozen=True, slots=True)
class Entry:
    """Statements of a cell that are executed one after the other; a slice is a sequence of these.

    Attributes:
        label: where the cell is; the loader names it as the file that its code comes from.
        source: the cell's text, or that which stands for an import.
        first_line: the number of the source's first line, as the student counts.
        statements: indices into ``ast.parse(source).body``.
        optional: whether each may fail: demonstrations, executed for the notebook state that they leave.
    """

    label: str
    source: str
    first_line: int
    statements: tuple[int, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class FunctionReport:
    """What the files hold of a wanted function.

    Attributes:
        status: found, missing, broken (the cell that would define it does not parse), or unclear (a person
            has to say which definition is meant, or to look at a file that cannot be read).
        where: ``lesson2.ipynb, code cell 4, line 2``, or empty.
        message: one sentence if it is broken or unclear, or missing for a reason that can be told.
        notes: sentences about what was found.
        unfinished: a sentence that names the first place that is visibly empty, or nothing.
        is_stub: whether it was found as it was handed out.
        slice: what it needs, in the order of execution.
        with_state: the slice together with what sets the globals that only demonstrations bind; empty if it
            reads none.
    """

    status: Status
    where: str = ""
    message: str = ""
    notes: tuple[str, ...] = ()
    unfinished: str = ""
    is_stub: bool = False
    slice: tuple[Entry, ...] = ()
    with_state: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """What the files of a submission hold.

    Attributes:
        troubles: what could not be read: a sentence for each, with the place.
        functions: a report for each wanted function, by name.
    """

    troubles: tuple[str, ...]
    functions: dict[str, FunctionReport]
