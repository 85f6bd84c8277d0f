"""The sentences that students read, collected for translators, and their translations, compiled.

The framework's sentences are in ``grader/locale``, a course's in the ``locale`` of its package:
``LANG/LC_MESSAGES/*.po`` for people, ``*.mo`` next to it for gettext. Babel reads and writes them; it is
needed here only, not for grading.
"""

from __future__ import annotations

import ast
import gettext
import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from grader.course.blame import place
from grader.errors import SuiteError, UsageError
from grader.files import parsed, python_files, read, replace
from grader.words import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from babel.messages import Catalog

    from grader.course.model import Suite

__all__ = ["framework_sentences", "messages", "stale", "suite_sentences", "untranslated", "update"]

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
_PO_LINE = re.compile(r'#.*|(?:msg(?:ctxt|id|str)\s+)?"(?:[^"\\]|\\.)*"')
# The functions whose constant arguments are sentences: the argument's position, and its name.
_SAYING = {
    "say": (0, ""),
    "_say": (0, ""),
    "translatable": (0, "words"),
    "phrase": (0, ""),
    "require": (1, "message"),
    "_refuse": (2, "wanted"),
}


def framework_sentences(package: Path) -> list[str]:
    """Return the constants in the framework's source that readers see, sorted."""
    paths = [path for path in python_files(package) if "suites" not in path.relative_to(package).parts]
    return sorted({text for path in paths for text in _constants(path)})


def suite_sentences(suite: Suite, package: Path) -> list[str]:
    """Return a course's titles, promises, hints, mistakes and messages, sorted."""
    texts = {suite.title, *(lesson.title for lesson in suite.lessons)}
    texts.update(text for path in python_files(package) for text in _constants(path))
    for exercise in suite.exercises:
        texts.add(exercise.title)
        texts.update(mistake.message for mistake in exercise.mistakes)
        own = [prop for prop in exercise.properties if not prop.contract]
        texts.update(text for prop in own for text in (prop.promise, prop.hint))
    return sorted(texts)


def update(sentences: Iterable[str], folder: Path, domain: str, lang: str) -> list[str]:
    """Bring a catalogue up to date with the sentences and compile it; return those without a translation.

    A sentence that was reworded keeps its translation, marked as fuzzy: it is not used before a translator
    has looked at it. The translation of a sentence that is gone is kept as a comment.

    Args:
        sentences: all that the catalogue has to hold.
        folder: the ``locale`` folder.
        domain: the catalogue's name: grader or course.
        lang: a language code, such as ko.

    Raises:
        SuiteError: the file is damaged, or a translation has other {places} than its sentence.
        UsageError: Babel is not installed.
    """
    po, mo, catalogue = _renewed(sentences, folder, domain, lang)
    _check_places(po, catalogue)
    po.parent.mkdir(parents=True, exist_ok=True)
    replace(po, _written(catalogue))
    replace(mo, _compiled(catalogue))
    return untranslated(catalogue)


def stale(sentences: Iterable[str], folder: Path, domain: str, lang: str) -> bool:
    """Say whether ``update`` would change a file."""
    po, mo, catalogue = _renewed(sentences, folder, domain, lang)
    if not (po.exists() and mo.exists()):
        return True
    # By content: the files also name the version of Babel that wrote them.
    try:
        with mo.open("rb") as file:
            compiled = gettext.GNUTranslations(file)
    except Exception:  # noqa: BLE001 - gettext raises many things over a damaged file; update makes a new one
        return True
    used = {
        str(message.id): "" if message.fuzzy else str(message.string or "")
        for message in catalogue
        if message.id
    }
    known = {str(message.id) for message in _read(po, lang) if message.id}
    return known != used.keys() or any(compiled.gettext(text) != (used[text] or text) for text in used)


def untranslated(catalogue: Catalog) -> list[str]:
    """Return the sentences of a catalogue that have no translation."""
    return [str(message.id) for message in catalogue if message.id and (message.fuzzy or not message.string)]


def _renewed(sentences: Iterable[str], folder: Path, domain: str, lang: str) -> tuple[Path, Path, Catalog]:
    try:
        from babel.messages import Catalog  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError(
            "Translating needs Babel: pip install babel, or the extra [author] of the grader."
        ) from error
    po = folder / lang / "LC_MESSAGES" / f"{domain}.po"
    # A fixed date: Babel would write that of today, and the file would never be up to date.
    renewed, template = (
        Catalog(locale=lang, fuzzy=False, creation_date=EPOCH, revision_date=EPOCH) for _ in range(2)
    )
    for message in _read(po, lang) if po.exists() else ():
        if message.id:
            renewed[message.id] = message
    for text in sentences:
        template.add(text)
    renewed.update(template)
    return po, po.with_suffix(".mo"), renewed


def _read(po: Path, lang: str) -> Catalog:
    from babel.messages.pofile import read_po  # noqa: PLC0415

    text = read(po)
    for number, line in enumerate(text.splitlines(), 1):
        # Babel takes a line without its last quotation mark, and drops the last letter.
        if line.strip() and not _PO_LINE.fullmatch(line.strip()):
            remedy = "Put the text in double quotation marks; nothing was changed."
            raise SuiteError("this line cannot be read.", where=f"{po}:{number}", remedy=remedy)
    return read_po(io.BytesIO(text.encode()), locale=lang)


def _check_places(po: Path, catalogue: Catalog) -> None:
    for message in catalogue:
        sentence, translation = str(message.id), str(message.string or "")
        if not (message.id and translation) or message.fuzzy or places(translation) == places(sentence):
            continue
        wanted = ", ".join(f"{{{name}}}" for name in sorted(places(sentence))) or "none"
        raise SuiteError(
            f"the translation {translation!r} must have the placeholders of {sentence!r}: {wanted}.",
            where=str(po),
            remedy="Correct it; nothing was changed.",
        )


def _written(catalogue: Catalog) -> bytes:
    from babel.messages.pofile import write_po  # noqa: PLC0415

    sink = io.BytesIO()
    write_po(sink, catalogue, width=0, sort_output=True, omit_header=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    return head.encode() + sink.getvalue()


def _compiled(catalogue: Catalog) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415

    sink = io.BytesIO()
    write_mo(sink, catalogue)
    return sink.getvalue()


def _constants(path: Path) -> Iterator[str]:
    for _, message, _ in messages(path):
        if isinstance(message, ast.Constant) and isinstance(message.value, str) and message.value:
            yield message.value


def messages(path: Path) -> Iterator[tuple[str, ast.expr, ast.Call]]:
    """Yield the calls in a Python file that say something to readers: the function, the message, the call.

    Raises:
        SuiteError: the file is not UTF-8, or not Python.
    """
    for node in ast.walk(parsed(read(path), place(str(path), None))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            position, keyword = _SAYING.get(name, (None, ""))
            given = [each.value for each in node.keywords if each.arg and each.arg == keyword]
            if position is not None and (found := [*node.args[position : position + 1], *given]):
                yield name, found[0], node
