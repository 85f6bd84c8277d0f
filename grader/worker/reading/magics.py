"""Removes IPython's own syntax from the text of a notebook cell; no line moves.

Only text that does not parse as Python is touched (see ``repairs``), and only where Python text would be
wrong anyway: where a statement or its value begins, never inside a string, a bracket or a comment.

    %matplotlib inline      !pip install x      ?np.sum      np.sum??     ->  pass
    files = !ls             timing = %timeit -o f()                       ->  files = None
    %time Z = f()           Z = %time f()                                 ->  Z = f()
    %%time  %%timeit  %%capture  %%prun  as the first line                ->  the line goes, the body stays
    any other %%magic as the first line (bash, html, writefile, ...)      ->  the whole cell goes
    %pylab                                                                ->  the imports it stands for
    >>> x = 1               In [3]: x = 1        in the first line        ->  all prompts go

Nothing is executed here. The worker has no IPython, only NumPy and the standard library, so this is our own;
``tests/worker/reading/test_magics_oracle.py`` compares it with IPython.
"""

from __future__ import annotations

import re

from .lexing import TOKEN
from .syntax import UNPARSABLE, parse, parses

__all__ = ["in_another_language", "without_magics"]

_KEEPS_BODY = frozenset({"time", "timeit", "capture", "debug", "memit", "prun", "snakeviz"})
_CELL_MAGIC = re.compile(r"\s*%%(?!\w+\?)(\S*)[^\n]*")
_PROMPTS = (
    (re.compile(r">>>"), re.compile(r"^[ \t]*(?:>>>|\.\.\.)[ \t]?")),
    (re.compile(r"In \[\d+\]: "), re.compile(r"^(?:In \[\d+\]: |[ \t]*\.{3,}: ?)")),
)
_ESCAPED = re.compile(r"[ \t]*(?=[%!?])")
_EQUALS = re.compile(r"(?<![=!<>:+\-*/%&|^@])=(?!=)[ \t]*")
_ESCAPED_VALUE = re.compile(r"!|%[ \t]*[A-Za-z_]")
_TIME = re.compile(r"%time[ \t]+")
_ASSIGNMENT = re.compile(r"[A-Za-z_][\w.,\[\] \t]*=[^=]")
_PYLAB = re.compile(r"%pylab\b")
_HELP = re.compile(r"([ \t]*)[^#'\"\n]*\?[ \t]*$", re.MULTILINE)


def without_magics(source: str) -> str:
    """Return the cell without IPython's syntax, line for line."""
    return _neutral(_without_cell_magic(_unprompted(_dedented(source))))


def in_another_language(source: str) -> bool:
    """Whether the cell starts with a magic that takes the rest as something else than Python to be run."""
    found = _CELL_MAGIC.match(source)
    return found is not None and found.group(1) not in _KEEPS_BODY


def _first_line(source: str) -> str:
    return next((line for line in source.split("\n") if line.strip()), "")


def _dedented(source: str) -> str:
    """Take the first line's indentation off every line that has it, as IPython does with a pasted cell."""
    first = _first_line(source)
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    return "\n".join(line.removeprefix(indent) for line in source.split("\n")) if indent else source


def _unprompted(source: str) -> str:
    """Take the prompts off a cell that was copied from a terminal; what was printed there stays."""
    first = _first_line(source)
    for begins, prompt in _PROMPTS:
        if begins.match(first):
            return "\n".join(prompt.sub("", line) for line in source.split("\n"))
    return source


def _without_cell_magic(source: str) -> str:
    while found := _CELL_MAGIC.match(source):
        blank = "\n" * found.group().count("\n")
        if found.group(1) not in _KEEPS_BODY:
            return "\n" * source.count("\n")
        source = blank + source[found.end() :]
    return source


def _neutral(source: str) -> str:
    """Neutralise the statements and values that are IPython's."""
    done: list[str] = []
    depth, fresh, position = 0, True, 0  # fresh: a logical line starts here
    while position < len(source):
        if fresh and (replaced := _replaced(source, position)):
            text, position = replaced
            done.append(text)
        fresh = False
        token = TOKEN.match(source, position)
        if token is None:
            break
        kind, position = token.lastgroup, token.end()
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        fresh = kind == "newline" and depth == 0
        done.append(token.group())
    return "".join(done)


def _replaced(source: str, start: int) -> tuple[str, int] | None:
    """Return what replaces the IPython syntax of the line that starts here, and where it ends; or None."""
    if found := _ESCAPED.match(source, start):
        kept, at, instead = found.group(), found.end(), "pass"
    elif equals := _before_value(source, start):
        kept, at, instead = source[start : equals.start() + 1] + " ", equals.end(), "None"
    elif found := _HELP.match(source, start):
        return found.group(1) + "pass", found.end()
    else:
        return None
    end = _end(source, at)
    if (timed := _TIME.match(source, at)) and _runs(source[timed.end() : end], is_value=instead == "None"):
        return kept, timed.end()
    if _PYLAB.match(source, at):
        instead = "import numpy as np; from numpy import *"
    return kept + instead + "\n" * source.count("\n", at, end), end


def _before_value(source: str, start: int) -> re.Match[str] | None:
    """Return the first = of the logical line that starts here, if a value of IPython's comes behind it."""
    depth = 0
    while token := TOKEN.match(source, start):
        kind, start = token.lastgroup, token.end()
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        if depth == 0 and kind == "newline":
            break
        if depth == 0 and kind == "other" and (found := _EQUALS.search(source, token.start(), start)):
            return found if _ESCAPED_VALUE.match(source, found.end()) else None
    return None


def _end(source: str, at: int) -> int:
    """Return where the command ends that begins here: at the end of a line without a backslash."""
    end = source.find("\n", at)
    while end > 0 and source[end - 1] == "\\":
        end = source.find("\n", end + 1)
    return len(source) if end < 0 else end


def _runs(code: str, *, is_value: bool) -> bool:
    """Whether ``%time`` would run this as Python; an assignment may go on in the next lines."""
    if is_value:
        return parses(f"({code}\n)")
    try:
        return bool(parse(code).body)
    except UNPARSABLE:
        return _ASSIGNMENT.match(code) is not None
