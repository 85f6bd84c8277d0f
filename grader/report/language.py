"""Sentences in the reader's language, by gettext; a sentence without a translation stays English."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import TYPE_CHECKING

from grader.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LOCALES", "translator"]

LOCALES = Path(__file__).parents[1] / "locale"


def translator(lang: str) -> Callable[[str], str]:
    """Return the function from an English sentence to one in ``lang``."""
    catalogue = gettext.translation("grader", LOCALES, languages=[lang], fallback=True)

    def translate(text: str) -> str:
        if isinstance(text, Sentence):
            values = {
                key: translate(value) if isinstance(value, Sentence) else value
                for key, value in text.values.items()
            }
            return catalogue.gettext(text.template).format(**values)
        return catalogue.gettext(text) if text else ""

    return translate
