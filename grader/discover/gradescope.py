"""Who handed in what, as an export of Gradescope says it.

``submission_metadata.yml`` is YAML. What is needed of it are a few lines that always look alike::

    submission_123:
      :submitters:
      - :name: Kim Minsu
        :sid: '456'
        :email: minsu@example.org
      :created_at: ...

All else, what students' programs printed among it, is indented further or stands under another key. A line
that is not as expected makes its submission nameless; nothing is guessed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["METADATA", "Submitters", "submitters"]

METADATA = "submission_metadata.yml"

_SUBMISSION = re.compile(r"(?P<quote>['\"]?)(?P<folder>[^\s:'\"]+)(?P=quote):")
_KEY = re.compile(r"  :(?P<key>\w+):(?: (?P<value>.*))?")
_FIELD = re.compile(r"  (?P<first>- |  ):(?P<key>name|sid|email):(?: (?P<value>.*))?")
_PLAIN = re.compile(r"[^\s'\"\[\]{}>|*&!%@`#,?:-][^#]*")
_WIDE = re.compile(r"\\U([0-9A-Fa-f]{8})|\\x([0-9A-Fa-f]{2})|\\e")


@dataclass(frozen=True)
class Submitters:
    """Who handed in one folder: several in a group."""

    name: str
    owner: str


def submitters(text: str) -> dict[str, Submitters]:
    """Return who handed in which folder, as far as that is said plainly."""
    found = {}
    for folder, lines in _submissions(text):
        people = _people(lines)
        names = [person["name"] for person in people if person.get("name")]
        if people and len(names) == len(people):
            owners = [person.get("sid") or person.get("email") or "" for person in people]
            found[folder] = Submitters(", ".join(names), ", ".join(filter(None, owners)))
    return found


def _submissions(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder's name and the lines below it."""
    folder, lines = "", list[str]()
    for line in text.splitlines():
        match = _SUBMISSION.fullmatch(line.rstrip())
        if line[:1] not in {"", " "}:
            if folder:
                yield folder, lines
            folder, lines = match["folder"] if match else "", []
        else:
            lines.append(line.rstrip())
    if folder:
        yield folder, lines


def _people(lines: list[str]) -> list[dict[str, str]]:
    """Return the fields of each submitter; nobody if one line of them is not as expected."""
    people: list[dict[str, str]] = []
    inside = False
    for line in lines:
        if key := _KEY.fullmatch(line):
            inside = key["key"] == "submitters"
            continue
        if not inside:
            continue
        match = _FIELD.fullmatch(line)
        value = _scalar(match["value"] or "") if match else None
        if match is None or value is None:
            return []
        if match["first"] == "- ":
            people.append({})
        if not people or match["key"] in people[-1]:
            return []
        people[-1][match["key"]] = value
    return people


def _scalar(text: str) -> str | None:
    """Return what a YAML scalar on one line says; None if it is of another kind."""
    text = text.strip()
    if not text:
        return ""
    if re.fullmatch(r"'(?:[^']|'')*'", text):
        return text[1:-1].replace("''", "'")
    if text[0] == '"':
        try:
            read = json.loads(_WIDE.sub(_as_json, text))
        except ValueError:
            return None
        return read if isinstance(read, str) else None
    return text if _PLAIN.fullmatch(text) and ": " not in text else None


def _as_json(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2] or "1b", 16)
    return json.dumps(chr(code))[1:-1] if code <= 0x10FFFF else escape[0]
