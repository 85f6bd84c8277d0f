"""From a notebook's text to the sources of its cells, whatever else is missing from it or wrong with it.

Formats 1 to 4 are read, and JSON that is damaged: then every cell that is whole is taken by itself, and
what is lost is said, so that nobody takes a function for missing that stood there. It is our own because
nbformat reads only what is valid, and the worker has no site-packages.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .cuts import conflict
from .phrases import phrase

if TYPE_CHECKING:
    from .phrases import Phrase

__all__ = ["Contents", "Source", "contents"]

_MAX_SOUGHT = 2000  # places of a damaged file at which a cell may start

_TOO_DEEP = phrase("This is not a notebook: its JSON is nested too deeply. Save it again from Jupyter.")
_NO_CELLS = phrase("This is JSON but not a notebook: it has no cells. Hand in the .ipynb file itself.")
_NO_CODE = phrase("The notebook has no code cells; put your functions into code cells.")
_NOT_JSON = phrase("This is not a notebook: it is not valid JSON. Save it again from Jupyter.")

_CONFLICT = phrase(
    "Line {line} is left over from an unresolved merge conflict. Keep one side and save the file."
)

# What starts which side of a conflict; 2 is what both sides once had, None what both still have.
_MARKER = re.compile(r"([<|=>])\1{6}(?: |$)")
_SIDE = {"<": 0, "|": 2, "=": 1, ">": None}
_OPENS = re.compile(r'\{\s*"')
_CELL_LIST = re.compile(r'"cells"\s*:\s*\[')


class Source(NamedTuple):
    """The text of a cell, and whether it is code."""

    text: str
    is_code: bool


class Contents(NamedTuple):
    """What a notebook holds.

    Attributes:
        sources: of its cells, in order.
        trouble: what is wrong with it; empty if nothing is.
        is_whole: whether all that it holds is known.
    """

    sources: list[Source]
    trouble: str = ""
    is_whole: bool = True


def contents(text: str) -> Contents:
    """Return what the notebook with this text holds."""
    try:
        document = _document(text)
    except RecursionError:
        return Contents([], _TOO_DEEP, is_whole=False)
    except (ValueError, MemoryError) as error:
        return _merged(text) or _damaged(text, error)
    sources = _sources(document)
    if sources is None:
        return Contents([], _NO_CELLS, is_whole=False)
    if not any(source.is_code for source in sources):
        return Contents(sources, _NO_CODE)
    if language := _foreign(document):
        return Contents(
            [], phrase("The notebook is written in {language}, not in Python.", language=language)
        )
    return Contents(sources)


def _document(text: str) -> Any:
    """Parse JSON; what comes after the notebook, and line ends inside of strings, do no harm.

    Raises:
        ValueError, RecursionError, MemoryError: the text is not JSON, or is hostile.
    """
    document, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
    return document


def _merged(text: str) -> Contents | None:
    """Return the cells in which both sides of a failed merge agree; None if they are not to be told apart.

    Mostly the sides differ in outputs and counters alone. Then nothing is lost.
    """
    line = conflict(text)
    if line is None:
        return None
    try:
        ours, theirs = (_sources(_document(side)) for side in _sides(text))
    except (ValueError, RecursionError, MemoryError):
        return None
    if ours is None or theirs is None:
        return None
    known = set(theirs)
    agreed = [source for source in ours if source in known]
    is_whole = _code(ours) == _code(theirs)
    return Contents(agreed, phrase(_CONFLICT.template, line=line), is_whole=is_whole)


def _sides(text: str) -> tuple[str, str]:
    """Return the text as each side of a merge wanted it; markers are at the left margin, JSON is not."""
    kept: tuple[list[str], list[str]] = ([], [])
    side: int | None = None
    for line in text.split("\n"):
        if marker := _MARKER.match(line):
            side = _SIDE[marker[1]]
            continue
        for number, lines in enumerate(kept):
            if side is None or side == number:
                lines.append(line)
    return "\n".join(kept[0]), "\n".join(kept[1])


def _code(sources: list[Source]) -> list[Source]:
    return [source for source in sources if source.is_code]


def _damaged(text: str, error: Exception) -> Contents:
    """Return the cells that are whole, and what is wrong with the notebook."""
    sources = _salvaged(text)
    return Contents(sources, _damage(text, error, salvaged=bool(sources)), is_whole=False)


def _damage(text: str, error: Exception, *, salvaged: bool) -> Phrase:
    if line := conflict(text):
        return phrase(_CONFLICT.template, line=line)
    if salvaged:
        return phrase("The notebook is damaged; only its intact cells were read. Save it again from Jupyter.")
    if isinstance(error, json.JSONDecodeError):
        return phrase(
            "This is not a notebook: it is not valid JSON (line {line}: {reason}). Save it again from "
            "Jupyter.",
            line=error.lineno,
            reason=error.msg,
        )
    return _NOT_JSON


def _salvaged(text: str) -> list[Source]:
    """Return the cells of a damaged notebook that are whole."""
    start = _CELL_LIST.search(text)
    position = start.end() if start else len(text)
    decoder = json.JSONDecoder(strict=False)
    sources: list[Source] = []
    for _ in range(_MAX_SOUGHT):
        opened = _OPENS.search(text, position)
        if opened is None:
            break
        try:
            cell, position = decoder.raw_decode(text, opened.start())
        except (ValueError, RecursionError, MemoryError):
            position = opened.end()
            continue
        if isinstance(cell, dict) and ("cell_type" in cell or "input" in cell):
            sources.append(_source(cell))
    return sources


def _sources(document: Any) -> list[Source] | None:
    """Return the sources of a notebook's cells, or None if it is no notebook."""
    raw = _cells(document)
    return None if raw is None else [_source(cell) for cell in raw if isinstance(cell, dict)]


def _cells(document: Any) -> list[Any] | None:
    """Return all cells of format 4 (``cells``) or 2 and 3 (``worksheets``), or None if it is neither."""
    if not isinstance(document, dict):
        return None
    if isinstance(document.get("cells"), list):
        return list(document["cells"])
    sheets = document.get("worksheets")
    if not isinstance(sheets, list):
        return None
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for listed in lists if isinstance(listed, list) for cell in listed]


def _source(cell: dict[str, Any]) -> Source:
    kind = cell.get("cell_type")
    is_code = kind == "code" or (kind is None and ("outputs" in cell or "input" in cell))
    source = next((cell[key] for key in ("source", "input", "code") if key in cell), "")
    if isinstance(source, list):
        lines = [part for part in source if isinstance(part, str)]
        # Some tools leave the ends of the lines out.
        source = ("" if any(line.endswith("\n") for line in lines) else "\n").join(lines)
    if not isinstance(source, str):
        source = ""
    # JSON can spell halves of characters; no text can hold them.
    source = source.encode("utf-8", "replace").decode("utf-8")
    return Source(source.replace("\r\n", "\n").replace("\r", "\n"), is_code)


def _foreign(document: dict[str, Any]) -> str:
    """Return the language of the notebook if it says that it is another than Python; else nothing."""
    metadata = document.get("metadata")
    for key, field in (("language_info", "name"), ("kernelspec", "language")):
        info = metadata.get(key) if isinstance(metadata, dict) else None
        language = info.get(field) if isinstance(info, dict) else None
        if isinstance(language, str) and language:
            return "" if language.lower() in _PYTHON or "python" in language.lower() else language[:40]
    return ""


_PYTHON = frozenset({"sage", "sagemath", "xonsh", "coconut", "text", "plaintext"})
