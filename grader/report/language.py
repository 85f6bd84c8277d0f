"""Sentences in the reader's language, by gettext; a sentence without a translation stays English."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.blame import told
from grader.errors import SuiteError
from grader.words import Sentence, fill

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LOCALE", "translator"]

LOCALE = Path(__file__).parents[1] / "locale"


def translator(lang: str, locale: Path | None = None) -> Callable[[str], str]:
    """Return the function from an English sentence to one in ``lang``.

    Args:
        lang: a language code, such as ko.
        locale: the folder of the course's translations; may not exist.

    Raises:
        SuiteError: a compiled catalogue is damaged.
    """
    catalogue = _catalogue("grader", LOCALE, lang)
    if locale is not None:
        catalogue.add_fallback(_catalogue("course", locale, lang))

    def translate(text: str) -> str:
        if isinstance(text, Sentence):
            values = {name: translate(v) if isinstance(v, str) else v for name, v in text.values.items()}
            return fill(said(text.template), values)
        return said(text)

    def said(text: str) -> str:
        return catalogue.gettext(text) if text else ""  # gettext has its header under the empty text

    return translate


def _catalogue(domain: str, locale: Path, lang: str) -> gettext.NullTranslations:
    try:
        return gettext.translation(domain, locale, languages=[lang], fallback=True)
    except Exception as error:  # gettext raises OSError, struct.error, UnicodeDecodeError, ...
        where = f"{locale}/{lang}/LC_MESSAGES/{domain}.mo"
        raise SuiteError(
            f"it is damaged ({told(error)}).", where=where, remedy="Make it again with grader translate."
        ) from error
