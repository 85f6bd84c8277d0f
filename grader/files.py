"""The author's files: read as UTF-8, and replaced in one step.

A reader of a file that is being replaced sees the old text or the new one, never half of it.
"""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read", "replace"]


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
