"""The author's files: read as UTF-8, parsed, and replaced in one step.

A reader of a file that is being replaced sees the old text or the new one, never half of it.
"""

from __future__ import annotations

import ast
import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["files_in", "parsed", "python_files", "read", "replace"]


def read(path: Path) -> str:
    """Return the text of a file that an author wrote.

    Raises:
        SuiteError: it cannot be read, or is not UTF-8.
    """
    try:
        if path.exists() and not path.is_file():  # reading from a pipe would never end
            raise SuiteError("this is not a file.", where=str(path), remedy="Move it away, or rename it.")
        return path.read_text("utf-8-sig")
    except OSError as error:
        remedy = "Check that it is there and its permissions."
        raise SuiteError(f"it cannot be read ({error.strerror}).", where=str(path), remedy=remedy) from error
    except UnicodeDecodeError as error:
        line = bytes(error.object).count(b"\n", 0, error.start) + 1
        where = f"{path}:{line}"
        raise SuiteError("this is not UTF-8.", where=where, remedy="Save the file as UTF-8.") from error


def python_files(folder: Path) -> list[Path]:
    """Return the Python files in an author's folder, sorted, without hidden ones such as an editor's."""
    return [path for path in files_in(folder) if path.suffix == ".py"]


def files_in(folder: Path, above: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Yield the files of an author's folder, also of linked folders, but no hidden ones and no bytecode.

    Args:
        folder: the folder.
        above: the folders around it, as they really are: a link to one of these leads round in a circle.
    """
    here = folder.resolve()
    for path in sorted(folder.iterdir()) if here not in above else ():
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir():
            yield from files_in(path, (*above, here))
        elif path.is_file():
            yield path


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


def replace(path: Path, content: str | bytes) -> None:
    """Write a file; where a link points, and with the permissions that the old file has.

    Raises:
        OSError: it cannot be written, with its name; then the old file is as it was.
    """
    target, data = path.resolve(), content.encode() if isinstance(content, str) else content
    if target.exists() and not target.is_file():  # a device or a pipe takes what it is given
        target.write_bytes(data)
        return
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, draft)
        os.replace(draft, target)  # noqa: PTH105 - Path.replace hides that this is atomic
    except OSError as error:  # the draft's name says nothing to anybody, and a full disk names no file
        error.filename, error.filename2 = str(path), None
        raise
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
