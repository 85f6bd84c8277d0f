"""IPython's own syntax goes from the text of a notebook cell; every line stays where it is.

Only text that does not parse as Python is touched (see ``repairs``), and only where Python text would be
wrong anyway: at the start of a logical line, never inside a string, a bracket or a comment.

    %matplotlib inline      !pip install x      ?np.sum      np.sum??     ->  pass
    files = !ls             timing = %timeit -o f()                       ->  files = None
    %time Z = f()                                                         ->  Z = f()
    %%time  %%timeit  %%capture  %%prun  as the first line                ->  the line goes, the body stays
    any other %%magic as the first line (bash, html, writefile, ...)      ->  the whole cell goes
    %pylab                                                                ->  the imports it stands for

Nothing is executed here.
"""

from __future__ import annotations

import re

from .lexing import TOKEN

__all__ = ["in_another_language", "without_magics"]

_KEEPS_BODY = frozenset({"time", "timeit", "capture", "debug", "memit", "prun", "snakeviz"})
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[^\n]*")
_LINE_MAGIC = re.compile(r"([ \t]*)(?:%|!|\?)")
_TIMED = re.compile(r"([ \t]*)%time[ \t]+(?=[A-Za-z_][\w.,\[\] \t]*=[^=])")
_PYLAB = re.compile(r"[ \t]*%pylab\b")
_HELP = re.compile(r"([ \t]*)[^#'\"\n]*\?[ \t]*$")
_FROM_SHELL = re.compile(r"([ \t]*[A-Za-z_][\w.,\[\] \t]*=)[ \t]*[!%]")


def without_magics(source: str) -> str:
    """Return the cell without IPython's syntax, line for line."""
    return _neutral(_without_cell_magic(_dedented(source)))


def in_another_language(source: str) -> bool:
    """Whether the cell starts with a magic that takes the rest as something else than Python to be run."""
    found = _CELL_MAGIC.match(source)
    return found is not None and found.group(1) not in _KEEPS_BODY


def _dedented(source: str) -> str:
    """Take the first line's indentation off every line that has it, as IPython does with a pasted cell."""
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    return "\n".join(line.removeprefix(indent) for line in lines) if indent else source


def _without_cell_magic(source: str) -> str:
    while found := _CELL_MAGIC.match(source):
        blank = "\n" * found.group().count("\n")
        if found.group(1) not in _KEEPS_BODY:
            return "\n" * source.count("\n")
        source = blank + source[found.end() :]
    return source


def _neutral(source: str) -> str:
    """Neutralise the lines that are IPython's."""
    done: list[str] = []
    depth, fresh, position = 0, True, 0  # fresh: a logical line starts here
    while position < len(source):
        if fresh and (replaced := _magic_line(source, position)):
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


def _magic_line(source: str, start: int) -> tuple[str, int] | None:
    """Return what replaces the line of IPython syntax that starts here, and where it ends; or None."""
    end = source.find("\n", start)
    end = len(source) if end < 0 else end
    line = source[start:end]
    if found := _TIMED.match(line):
        return found.group(1), start + found.end()
    if found := _LINE_MAGIC.match(line):
        text = found.group(1) + ("import numpy as np; from numpy import *" if _PYLAB.match(line) else "pass")
    elif found := _FROM_SHELL.match(line):
        text = found.group(1) + " None"
    elif found := _HELP.match(line):
        text = found.group(1) + "pass"
    else:
        return None
    while line.endswith("\\") and end < len(source):  # a command that goes on in the next line
        following = source.find("\n", end + 1)
        following = len(source) if following < 0 else following
        line, end, text = source[end + 1 : following], following, text + "\n"
    return text, end
