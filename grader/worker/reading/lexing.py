"""Splits text that is nearly Python into code, strings and comments, so that only the code is changed.

It is our own because ``tokenize`` raises on most text that does not parse, and only such text comes here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TOKEN", "logical_lines"]

TOKEN = re.compile(
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


def logical_lines(source: str) -> Iterator[tuple[str, str]]:
    """Yield the code of each logical line, and what follows it: a comment, and the newline."""
    code: list[str] = []
    rest: list[str] = []
    depth = 0
    for token in TOKEN.finditer(source):
        kind = token.lastgroup
        depth = max(0, depth + (kind == "open") - (kind == "close"))
        ends = depth == 0 and kind in {"comment", "newline"}
        (rest if ends else code).append(token.group())
        if ends and kind == "newline":
            yield "".join(code), "".join(rest)
            code, rest = [], []
    yield "".join(code), "".join(rest)
