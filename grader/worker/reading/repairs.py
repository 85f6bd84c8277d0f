"""Makes text Python that is nearly so, in ways that leave no doubt about what was meant.

Text that parses is never touched, and no line moves. What is repaired changes nothing that a function
computes, and each repair but the first has a sentence for the student:

- IPython's own syntax goes, see ``magics``;
- characters that no Python text may hold outside strings become those they look like: non-breaking and
  other wide spaces, curly quotes, full-width signs; invisible ones go. Chats and word processors make them;
- tabs mixed with spaces in the indentation are expanded: to 8 columns as Python 2 did, else to 4;
- print statements of Python 2 become calls, ``except X, e`` becomes ``except X as e``, and ``raise X, text``
  becomes ``raise X(text)``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .lexing import TOKEN, logical_lines
from .magics import without_magics
from .phrases import phrase
from .syntax import parses

if TYPE_CHECKING:
    from collections.abc import Callable

    from .phrases import Phrase

__all__ = ["Repaired", "python"]

_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
_INVISIBLE: dict[int, str] = dict.fromkeys([0x1A, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF], "")
_QUOTES = {**dict.fromkeys(range(0x2018, 0x201C), "'"), **dict.fromkeys(range(0x201C, 0x2020), '"')}
_MINUS = {0x2212: "-"}
_FULL_WIDTH = {0xFEE0 + ascii_: chr(ascii_) for ascii_ in range(0x21, 0x7F)}
_LOOKS_LIKE = {**_SPACES, **_INVISIBLE, **_QUOTES, **_MINUS, **_FULL_WIDTH}
_INDENT = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_BEFORE = r"\A(\s*(?:(?:if|elif|else|for|while|try|except|finally|with)\b.*?:[ \t]*)?)"
_PRINT = re.compile(_BEFORE + r"print\b[ \t]*(?![\s(=.]|>>)(.+)", re.DOTALL)
_RAISE = re.compile(_BEFORE + r"raise[ \t]+([A-Za-z_][\w.]*)[ \t]*,[ \t]*(.+)", re.DOTALL)
# A capital letter starts a second class: who wrote that did not mean a name for the exception.
_EXCEPT = re.compile(r"\A(\s*except\b.+?)[ \t]*,[ \t]*([a-z_]\w*)(?=[ \t]*:)", re.DOTALL)

_CHARACTERS = phrase("characters that Python does not accept, such as curly quotes, were read as plain ones")
_TABS = {
    width: phrase(
        "tabs and spaces are mixed in the indentation; a tab was read as {width} spaces", width=width
    )
    for width in (8, 4)
}
_PRINTS = phrase("Python 2 print statements were read as calls: print(...)")
_EXCEPTIONS = phrase("Python 2 exceptions were read as in Python 3: except X as e, raise X(...)")


class Repaired(NamedTuple):
    """Text, what was repaired of it in sentences, and whether it parses."""

    text: str
    said: tuple[Phrase, ...]
    is_python: bool


def python(source: str) -> Repaired:
    """Return text as Python, line for line.

    Text that cannot be made Python only loses its magics: the error should be about the student's Python.
    """
    if parses(source):
        return Repaired(source, (), is_python=True)
    tried: set[str] = set()
    for steps in _WAYS:
        text, said = _changed(source, steps)
        if text not in tried and parses(text):
            return Repaired(text, said, is_python=True)
        tried.add(text)
    return Repaired(without_magics(source), (), is_python=False)


def _changed(source: str, steps: tuple[_Step, ...]) -> tuple[str, tuple[Phrase, ...]]:
    said: list[Phrase] = []
    for change, sentence in steps:
        text = change(source)
        if text != source and sentence is not None:
            said.append(sentence)
        source = text
    return source, tuple(said)


def _plain(source: str) -> str:
    """Replace what only looks like Python, outside strings and comments."""
    return "".join(
        token.group().translate(_LOOKS_LIKE) if token.lastgroup == "other" else token.group()
        for token in TOKEN.finditer(source)
    )


def _expanded(width: int) -> Callable[[str], str]:
    return lambda source: _INDENT.sub(lambda indent: indent.group().expandtabs(width), source)


def _called(source: str) -> str:
    return "".join(_PRINT.sub(r"\1print(\2)", code) + rest for code, rest in logical_lines(source))


def _raised(source: str) -> str:
    codes = ((_EXCEPT.sub(r"\1 as \2", code), rest) for code, rest in logical_lines(source))
    return "".join(_RAISE.sub(r"\1raise \2(\3)", code) + rest for code, rest in codes)


_Step = tuple["Callable[[str], str]", "Phrase | None"]
_MAGICS: _Step = (without_magics, None)
_ALIKE: _Step = (_plain, _CHARACTERS)
_PYTHON_2: tuple[_Step, ...] = ((_called, _PRINTS), (_raised, _EXCEPTIONS))
_WIDTHS: list[_Step] = [(_expanded(width), sentence) for width, sentence in _TABS.items()]
# Characters first: a magic or a tab may follow one. The fewest changes are tried first.
_WAYS: list[tuple[_Step, ...]] = [
    (_MAGICS,),
    (_ALIKE, _MAGICS),
    (_ALIKE, _MAGICS, *_PYTHON_2),
    *((_ALIKE, _MAGICS, tabs) for tabs in _WIDTHS),
    *((_ALIKE, _MAGICS, tabs, *_PYTHON_2) for tabs in _WIDTHS),
]
