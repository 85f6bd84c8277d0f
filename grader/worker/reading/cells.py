"""From a file's bytes to its cells: notebooks (nbformat 3 and 4) and scripts become one thing.

Nothing is executed, and no file is so broken that it raises: what cannot be read is a ``Trouble``.
A notebook's code cells are numbered among themselves, from 1, as ``lesson2.ipynb, code cell 4``. A
script with ``# %%`` (or nbconvert's ``# In[3]:``) lines is cut there. A plain script is one cell; if it does
not parse it is cut into its top-level statements, so that one broken function costs only itself.
"""

from __future__ import annotations

import codecs
import io
import json
import tokenize
from dataclasses import dataclass
from typing import Any, Literal

from .cuts import at_markers, at_statements, conflict
from .magics import python
from .phrases import phrase
from .syntax import UNPARSABLE, parse

__all__ = ["Cell", "Trouble", "cells"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Python text that stands or falls together.

    Attributes:
        label: where it is, as a student would say it: ``lesson2.ipynb, code cell 4`` or ``conv.py``.
        source: Python text; IPython's syntax is neutralised, and no line has moved.
        first_line: the number of the source's first line: 1 in a notebook, the file's line in a script.
        kind: what the student calls it; in a plain script statements are not grouped by purpose.
    """

    label: str
    source: str
    first_line: int
    kind: Literal["notebook", "percent", "script"] = "notebook"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that could not be read: where, and one sentence that says what and what to do."""

    where: str
    message: str


_EMPTY = phrase("The file is empty; hand in the one with your work.")
_TOO_DEEP = phrase("This is no notebook: its JSON is nested too deeply. Save it again from Jupyter.")
_NO_CELLS = phrase("This is JSON but no notebook: it has no cells. Hand in the .ipynb file itself.")
_NO_CODE = phrase("The notebook has no code cells; put your functions into code cells.")


def cells(name: str, content: bytes) -> tuple[list[Cell], list[Trouble]]:
    """Return the code cells of a notebook or script, and what could not be read of it."""
    text = _text(name, content)
    if not text.strip():
        return [], [Trouble(name, _EMPTY)]
    if name.lower().endswith(".ipynb"):
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
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _declared(content) if not name.lower().endswith(".ipynb") else content.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _declared(content: bytes) -> str:
    """Decode a script by its coding line (PEP 263), else as Latin-1."""
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
        return content.decode(encoding)
    except (SyntaxError, LookupError, ValueError):
        return content.decode("latin-1")


def _notebook(name: str, text: str) -> tuple[list[Cell], list[Trouble]]:
    """Read a notebook, whatever else is missing from it or wrong with it."""
    try:
        document = json.loads(text)
    except RecursionError:
        return [], [Trouble(name, _TOO_DEEP)]
    except (ValueError, MemoryError) as error:
        return [], [_not_json(name, text, error)]
    raw = _raw_cells(document)
    if raw is None:
        return [], [Trouble(name, _NO_CELLS)]
    sources = [_source(cell) for cell in raw if _is_code(cell)]
    if not sources:
        return [], [Trouble(name, _NO_CODE)]
    numbers = range(1, len(sources) + 1)
    labels = (phrase("{file}, code cell {number}", file=name, number=number) for number in numbers)
    return [Cell(label, python(source), 1) for label, source in zip(labels, sources, strict=True)], []


def _not_json(name: str, text: str, error: Exception) -> Trouble:
    if line := conflict(text):
        message = phrase(
            "Line {line} is left from an unresolved merge conflict. Keep one side and save the file.",
            line=line,
        )
    elif isinstance(error, json.JSONDecodeError):
        message = phrase(
            "This is no notebook: it is not valid JSON (line {line}: {reason}). Save it again from Jupyter.",
            line=error.lineno,
            reason=error.msg,
        )
    else:
        message = phrase("This is no notebook: it is not valid JSON. Save it again from Jupyter.")
    return Trouble(name, message)


def _raw_cells(document: Any) -> list[Any] | None:
    """Return all cells of nbformat 4 (``cells``) or 3 (``worksheets``), or None if it is neither."""
    if not isinstance(document, dict):
        return None
    if isinstance(document.get("cells"), list):
        return list(document["cells"])
    sheets = document.get("worksheets")
    if not isinstance(sheets, list):
        return None
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for listed in lists if isinstance(listed, list) for cell in listed]


def _is_code(cell: Any) -> bool:
    if not isinstance(cell, dict):
        return False
    kind = cell.get("cell_type")
    return kind == "code" or (kind is None and ("outputs" in cell or "input" in cell))


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    if not isinstance(source, str):
        return ""
    # JSON can spell halves of characters; no text can hold them.
    source = source.encode("utf-8", "replace").decode("utf-8")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _script(name: str, text: str) -> tuple[list[Cell], list[Trouble]]:
    """Cut a script at its cell markers; if it has none and does not parse, at its statements."""
    lines = text.split("\n")
    repaired = python(text)
    try:
        body = parse(repaired).body
    except UNPARSABLE:
        body = None
    spans = at_markers(lines, body or [])
    if spans:
        return [_piece(name, lines, span, "percent") for span in spans], []
    if body is not None:
        return [Cell(name, repaired, 1, "script")], []
    troubles = []
    if line := conflict(text):
        message = phrase(
            "This line is left from an unresolved merge conflict. Keep one side and save the file."
        )
        troubles.append(Trouble(phrase("{place}, line {line}", place=name, line=line), message))
    lines = repaired.split("\n")
    return [_piece(name, lines, span, "script") for span in at_statements(lines)], troubles


def _piece(name: str, lines: list[str], span: tuple[int, int], kind: Literal["percent", "script"]) -> Cell:
    return Cell(name, python("\n".join(lines[slice(*span)])), span[0] + 1, kind)
