"""Files that are replaced in one step: a reader sees the old text or the new one, never half of it."""

from __future__ import annotations

import os
import secrets
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["replace"]


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
