"""Where to cut a script: at its cell markers, or, if it is broken, at its statements.

A cut is a pair of lines, counted from 0: the first, and the first that is not in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .syntax import UNPARSABLE, parse, parses

if TYPE_CHECKING:
    import ast

__all__ = ["at_markers", "at_statements", "conflict"]

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_SIDE = re.compile(r"[<=>]{7}(?: |$)")
_MARKER = re.compile(r"#[ \t]?%%|# In\[[ \d*]*\]:")
# A line at the left margin that can start a statement, and one that goes on with the last statement.
_STARTS = re.compile(r"[A-Za-z_@]")
_GOES_ON = re.compile(r"(?:else|elif|except|finally)\b")
_BLOCK = re.compile(r"@|(?:async|class|def|for|if|try|while|with)\b|<{7}")
_UNFINISHED = re.compile(
    r"unterminated triple-quoted|was never closed|unexpected EOF|expected an indented block"
)
_MAX_MERGED = 30  # pieces that are tried together as one statement

Span = tuple[int, int]


def conflict(text: str) -> int | None:
    """Return the line (from 1) of the first marker that a failed merge left, or None."""
    found = _CONFLICT.search(text)
    return None if found is None else text.count("\n", 0, found.start()) + 1


def at_markers(lines: list[str], body: list[ast.stmt]) -> list[Span]:
    """Return the cells between ``# %%`` (or nbconvert's ``# In[3]:``) lines; none without such a line.

    Args:
        lines: of the script.
        body: its statements, if it parses; a line inside one of them is no marker.
    """
    inside: set[int] = set()
    for statement in body:
        inside.update(range(statement.lineno, statement.end_lineno or statement.lineno))
    marks = [at for at, line in enumerate(lines) if _MARKER.match(line) and at not in inside]
    return _spans({0, *marks}, len(lines)) if marks else []


def at_statements(lines: list[str]) -> list[Span]:
    """Cut a broken script at the left margin, joining what only parses together."""
    pieces = _spans(_margins(lines), len(lines))
    joined: list[Span] = []
    at = 0
    while at < len(pieces):
        taken = _taken(lines, pieces[at : at + _MAX_MERGED])
        joined.append((pieces[at][0], pieces[at + taken - 1][1]))
        at += taken
    return _without_halves(lines, joined)


def _without_halves(lines: list[str], spans: list[Span]) -> list[Span]:
    """Join a block with the broken line at the margin that cuts it in two: half a function is none."""
    whole: list[Span] = []
    for start, end in spans:
        first = lines[start]
        is_inside = (
            whole
            and _BLOCK.match(lines[whole[-1][0]])
            and not _BLOCK.match(first)
            and any(line[:1] in {" ", "\t"} and line.strip() for line in lines[start + 1 : end])
            and not parses("\n".join(lines[start:end]))
        )
        whole[-1:] = [(whole[-1][0], end)] if is_inside else [*whole[-1:], (start, end)]
    return whole


def _spans(cuts: set[int], end: int) -> list[Span]:
    starts = sorted(cuts)
    return list(zip(starts, [*starts[1:], end], strict=True))


def _margins(lines: list[str]) -> set[int]:
    """Return the lines at which a statement may start; a decorator goes with its function."""
    cuts = {0}
    decorated = False
    for at, line in enumerate(lines):
        starts = _STARTS.match(line) and not _GOES_ON.match(line)
        if (starts and not decorated) or (line.startswith("<<<<<<<") and _is_between_statements(lines, at)):
            cuts.add(at)
        decorated = line.startswith("@") or (decorated and not _STARTS.match(line))
    return cuts


def _is_between_statements(lines: list[str], at: int) -> bool:
    """Whether the merge conflict that starts here cuts no statement in two."""
    for number in range(at, len(lines)):
        if _SIDE.match(lines[number]) and lines[number + 1 : number + 2] and lines[number + 1][:1].isspace():
            return False
        if lines[number].startswith(">>>>>>>"):
            return True
    return False


def _taken(lines: list[str], pieces: list[Span]) -> int:
    """Return how many of the pieces make a whole: one too if no number of them does."""
    for taken in range(1, len(pieces) + 1):
        try:
            parse("\n".join(lines[pieces[0][0] : pieces[taken - 1][1]]))
        except SyntaxError as error:
            if not _UNFINISHED.search(error.msg or ""):
                return 1
        except UNPARSABLE:
            return 1
        else:
            return taken
    return 1
