"""Makes the text of a notebook cell Python: IPython's own syntax goes, every line stays where it is.

Only text that does not parse as Python is touched, and only where Python text would be wrong anyway:
at the start of a logical line, never inside a string, a bracket or a comment.

    %matplotlib inline      !pip install x      ?np.pad      np.pad??     ->  pass
    files = !ls             timing = %timeit -o f()                       ->  files = None
    %%time  %%timeit  %%capture  %%prun  as the first line                ->  the line goes, the body stays
    any other %%magic as the first line (bash, html, writefile, ...)      ->  the whole cell goes
    %pylab                                                                ->  the imports it stands for

Nothing is executed here.
"""

from __future__ import annotations

import re

from .syntax import UNPARSABLE, parse

__all__ = ["python"]

_KEEPS_BODY = frozenset({"time", "timeit", "capture", "prun"})
_CELL_MAGIC = re.compile(r"\s*%%(\w+)[^\n]*")
_LINE_MAGIC = re.compile(r"([ \t]*)(?:%|!|\?)")
_PYLAB = re.compile(r"[ \t]*%pylab\b")
_HELP = re.compile(r"([ \t]*)[^#'\"\n]*\?[ \t]*$")
_FROM_SHELL = re.compile(r"([ \t]*[A-Za-z_][\w.,\[\] \t]*=)[ \t]*[!%]")
_TOKEN = re.compile(
    r"""
      (?P<comment> \#[^\n]* )
    | (?P<string> \"\"\"(?:\\.|[^\\])*?(?:\"\"\"|\Z) | '''(?:\\.|[^\\])*?(?:'''|\Z)
                | "(?:\\.|[^\\\n"])*"? | '(?:\\.|[^\\\n'])*'? )
    | (?P<open> [(\[{] ) | (?P<close> [)\]}] )
    | (?P<joined> \\\n ) | (?P<newline> \n )
    | (?P<other> [^#"'()\[\]{}\\\n]+ | \\ )
    """,
    re.VERBOSE | re.DOTALL,
)


def python(source: str) -> str:
    """Return the cell as Python, line for line; unchanged where it is Python or cannot be made so."""
    if _parses(source):
        return source
    text = _without_cell_magic(_dedented(source))
    for candidate in (_repaired(text, spaces=False), _repaired(text, spaces=True)):
        if _parses(candidate):
            return candidate
    # It stays broken; the error should be about the student's Python, not about a magic before it.
    return _repaired(text, spaces=False)


def _parses(source: str) -> bool:
    try:
        parse(source)
    except UNPARSABLE:
        return False
    return True


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


def _repaired(source: str, *, spaces: bool) -> str:
    """Neutralise the magics; with ``spaces``, turn non-breaking spaces outside strings into spaces."""
    done: list[str] = []
    depth, fresh, position = 0, True, 0  # fresh: a logical line starts here
    while position < len(source):
        if fresh and (replaced := _magic_line(source, position, spaces=spaces)):
            text, position = replaced
            done.append(text)
        fresh = False
        token = _TOKEN.match(source, position)
        if token is None:
            break
        text, kind = token.group(), token.lastgroup
        position = token.end()
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        fresh = kind == "newline" and depth == 0
        done.append(text.replace("\u00a0", " ") if spaces and kind == "other" else text)
    return "".join(done)


def _magic_line(source: str, start: int, *, spaces: bool) -> tuple[str, int] | None:
    """Return what replaces the line of IPython syntax that starts here, and where it ends; or None."""
    end = source.find("\n", start)
    end = len(source) if end < 0 else end
    line = source[start:end].replace("\u00a0", " ") if spaces else source[start:end]
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
