"""What a report must never hold, whatever a student writes: anything that steers who reads it.

Terminals obey control characters, spreadsheets obey cells that begin with = + - @ (CWE-1236), and logs of
hosted runners obey lines that begin with ``::``, blanks before it aside, and ``##[`` or ``##vso[`` anywhere
in a line.
"""

from __future__ import annotations

import csv as rows
import io
import json as plainly
import re
from typing import TYPE_CHECKING, Any

from grader.cli.screen import plain
from grader.course.load import load
from grader.pipeline import report
from grader.report import csv, json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.course.model import Suite
    from grader.judging.grades import Grade

COMMAND = re.compile(r"^\s*::|##(vso)?\[")


def rendered(suite: Suite, grade: Grade) -> dict[str, str]:
    """Return a grade in every form in which people and programs read it."""
    one = report(suite, 0, [grade])
    texts = {lang: plain(one, load(), lang=lang, verbose=True) for lang in ("en", "ko")}
    return {"json": json.render(one), "csv": csv.render(one), **texts}


def complaints(form: str, text: str) -> list[str]:
    """Say what in a report steers its reader."""
    found = [
        f"{form} holds {char!r}" for char in sorted(set(text)) if not char.isprintable() and char != "\n"
    ]
    lines = [line for line in text.splitlines() if COMMAND.search(line)]
    found += [f"a line commands a runner: {line!r}" for line in lines]
    if form == "json":
        strange = {char for each in _texts(plainly.loads(text)) for char in each if not char.isprintable()}
        found += [f"json says {char!r}" for char in sorted(strange)]
    if form == "csv":
        cells = [cell for row in rows.reader(io.StringIO(text)) for cell in row]
        found += [f"a cell begins so: {cell[:20]!r}" for cell in cells if cell[:1] in tuple("=+-@\t\r")]
    return found


def _texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from _texts(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _texts(item)
