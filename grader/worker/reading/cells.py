"""From a file's bytes to its cells: notebooks (nbformat 1 to 4) and scripts become one thing.

Nothing is executed, and no file is so broken that it raises: what cannot be read is a ``Trouble``.
A notebook's code cells are numbered among themselves, from 1, as ``lesson2.ipynb, code cell 4``. A
script with ``# %%`` (or nbconvert's ``# In[3]:``) lines is cut there; a plain script is one cell. What does
not parse is cut into its top-level statements, so that one broken function costs only itself.
"""

from __future__ import annotations

import codecs
import io
import re
import tokenize
from dataclasses import dataclass
from typing import Literal

from .cuts import at_markers, at_statements, conflict
from .magics import in_another_language
from .notebooks import contents
from .phrases import phrase
from .repairs import python
from .syntax import parse

__all__ = ["Cell", "Trouble", "cells"]

Kind = Literal["notebook", "percent", "script", "cut", "text"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Python text that is executed as a whole or not at all.

    Attributes:
        label: where it is, as a student would say it: ``lesson2.ipynb, code cell 4`` or ``work.py``.
        source: Python text; IPython's syntax is neutralised, and no line has moved.
        first_line: the number of the source's first line: 1 in a notebook, the file's line in a script.
        kind: what it is a cell of; in a script statements are not grouped by purpose. A ``cut`` piece is of
            a cell that does not parse, and that nobody can have run. A ``text`` is not run either, though
            it looks like Python.
        repairs: what had to be changed so that it parses, in sentences.
    """

    label: str
    source: str
    first_line: int
    kind: Kind = "notebook"
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read.

    Attributes:
        where: the file, and the line if it is known.
        message: one sentence that says what it is, and what to do.
        is_loss: whether the student's work may have been in what could not be read.
    """

    where: str
    message: str
    is_loss: bool = False


_MAX_LINES = 20_000  # of a cell that is cut; more are somebody's data

_EMPTY = phrase("The file is empty. Hand in the file with your work.")
_PACKAGE = "__init__.py"  # the one that is empty on purpose
_FUNCTION = re.compile(r"^[ \t]*def[ \t]+\w", re.MULTILINE)
_PYTHON = re.compile(r"^(?:def|class|import|from)[ \t]+\w", re.MULTILINE)


def cells(name: str, content: bytes) -> tuple[list[Cell], list[Trouble]]:
    """Return the cells of a notebook or script, and what could not be read of it."""
    text = _text(name, content)
    if not text.strip():  # most likely an upload that failed
        is_package = name.rsplit("/", 1)[-1] == _PACKAGE
        return [], [] if is_package else [Trouble(name, _EMPTY, is_loss=True)]
    is_json = text.lstrip().startswith(("{", "["))
    if name.lower().endswith(".ipynb") and (is_json or not _PYTHON.search(text)):
        return _notebook(name, text)
    if text.lstrip().startswith("{"):  # a notebook under a script's name, or else a script after all
        found, troubles = _notebook(name, text)
        if not troubles:
            return found, []
    return _script(name, text)


def _text(name: str, content: bytes) -> str:
    """Decode; every sequence of bytes is some text, and every line ends with a newline character."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    elif content[:2].count(0) == 1:  # a first character of two bytes, one of them null
        text = content.decode("utf-16-be" if content[0] == 0 else "utf-16-le", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _western(content) if name.lower().endswith(".ipynb") else _declared(content)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(content: bytes) -> str:
    """Decode a script by its coding line (PEP 263), else as a western one."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return content.decode(encoding)
    except (SyntaxError, LookupError, ValueError):
        return _western(content)


def _western(content: bytes) -> str:
    """Decode as Windows does in the west, which has curly quotes, or as Latin-1, which has everything."""
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _notebook(name: str, text: str) -> tuple[list[Cell], list[Trouble]]:
    """Return a notebook's code cells, and those of its others that hold a function."""
    found: list[Cell] = []
    numbers = {True: 0, False: 0}
    held = contents(text)
    for source, is_code in held.sources:
        numbers[is_code] += 1
        number = numbers[is_code]
        if not is_code:
            label = phrase("{file}, text cell {number}", file=name, number=number)
            found += _aside(label, source)
            continue
        label = phrase("{file}, code cell {number}", file=name, number=number)
        if in_another_language(source):
            found += _aside(label, source)
        found += _standing(Cell(label, source, 1))
    if not held.trouble:
        return found, []
    return found, [Trouble(name, held.trouble, is_loss=not held.is_whole)]


def _aside(label: str, source: str) -> list[Cell]:
    return [Cell(label, source, 1, "text")] if _FUNCTION.search(source) else []


def _standing(cell: Cell) -> list[Cell]:
    """Return the cell as Python; what does not parse is cut into its statements."""
    repaired = python(cell.source)
    if not repaired.is_python:
        lines = repaired.text.split("\n")
        spans = at_statements(lines) if len(lines) <= _MAX_LINES else []
        if len(spans) > 1:
            kind: Kind = "script" if cell.kind == "script" else "cut"
            return [_piece(cell, lines, span, kind) for span in spans]
    return [Cell(cell.label, repaired.text, cell.first_line, cell.kind, repaired.said)]


def _piece(cell: Cell, lines: list[str], span: tuple[int, int], kind: Kind) -> Cell:
    repaired = python("\n".join(lines[slice(*span)]))
    return Cell(cell.label, repaired.text, cell.first_line + span[0], kind, repaired.said)


def _script(name: str, text: str) -> tuple[list[Cell], list[Trouble]]:
    """Cut a script at its cell markers."""
    repaired = python(text)
    lines = text.split("\n")
    spans = at_markers(lines, parse(repaired.text).body if repaired.is_python else [])
    if spans:
        sources = (("\n".join(lines[slice(*span)]), span[0] + 1) for span in spans)
        return [piece for source, at in sources for piece in _standing(Cell(name, source, at, "percent"))], []
    if repaired.is_python:
        return [Cell(name, repaired.text, 1, "script", repaired.said)], []
    troubles = []
    if line := conflict(text):
        message = phrase(
            "This line is left over from an unresolved merge conflict. Keep one side and save the file."
        )
        troubles.append(Trouble(phrase("{place}, line {line}", place=name, line=line), message))
    return _standing(Cell(name, text, 1, "script")), troubles
