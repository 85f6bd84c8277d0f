"""The templates, with an author's names in them."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["filled"]

TEMPLATES = Path(__file__).parent / "templates"


class _Blank(dict[str, str]):
    """Words that stand for nobody's: nothing of an author's is called ``_``."""

    def __missing__(self, key: str) -> str:
        return "_"


def filled(template: str, words: Mapping[str, str] | None = None) -> str:
    """Return a template's text with the words in it; without words, with names that nobody uses."""
    text = (TEMPLATES / f"{template}.txt").read_text("utf-8")
    return Template(text).substitute(_Blank() if words is None else words)
