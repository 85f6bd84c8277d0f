"""The author's files: read as UTF-8, parsed, and replaced in one step.

A reader of a file that is being replaced sees the old text or the new one, never half of it.
"""

from __future__ import annotations

import ast
import os
import secrets
import shutil
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["parsed", "read", "replace"]


def read(path: Path) -> str:
    """Return the text of a file that an author wrote.

    Raises:
        SuiteError: it is no UTF-8.
        OSError: it cannot be read.
    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = bytes(error.object).count(b"\n", 0, error.start) + 1
        where = f"{path}:{line}"
        raise SuiteError("this is not UTF-8.", where=where, remedy="Save the file as UTF-8.") from error


def parsed(
    source: str, where: object, message: str = "this is not valid Python", remedy: str = "Fix the line."
) -> ast.Module:
    """Return the tree of an author's Python text.

    Args:
        source: the text.
        where: the path or the name of its file, for the error.
        message: what is wrong if it does not parse; Python's own words follow in brackets.
        remedy: what to do then.

    Raises:
        SuiteError: it does not parse.
    """
    try:
        return ast.parse(source)
    except SyntaxError as error:
        place = f"{where}:{error.lineno}" if error.lineno else str(where)
        raise SuiteError(f"{message} ({error.msg}).", where=place, remedy=remedy) from error
    except (ValueError, RecursionError, MemoryError) as error:  # a null byte; brackets a thousand deep
        raise SuiteError(f"{message} ({error}).", where=str(where), remedy=remedy) from error


def replace(path: Path, text: str) -> None:
    """Write a text file; where a link points, and with the permissions that the old file has.

    Raises:
        OSError: it cannot be written; then the old file is as it was.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe takes what it is given
        target.write_text(text, encoding="utf-8")
        return
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("x", encoding="utf-8") as file:
            file.write(text)
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)  # noqa: PTH105 - Path.replace hides that this is atomic
    finally:
        draft.unlink(missing_ok=True)
