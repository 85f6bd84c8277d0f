"""Who handed in what, as an export of Gradescope says it.

Its metadata is YAML as Ruby writes it. This is needed of it::

    submission_123:
      :submitters:
      - :name: Kim Minsu
        :sid: '456'
        :email: minsu@example.org
      :created_at: ...

Nothing is guessed: who is not named plainly stays nameless, and a file that is refused names nobody.

PyYAML takes the file apart, with its own parser: libyaml would be ten times as fast, but it is written in C,
and a student's archive can hold such a file. For a class of 800, 5 MB, it takes some 8 seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import category

import yaml

from grader.discover.tree import Unfit
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Submitters", "submitters"]

# Nothing above ``tree.MAX_FILE`` comes here. An export has more than 20 bytes for each event of YAML, so it
# has fewer events than this. The limit bounds the time and memory that a file of short lists takes.
MAX_EVENTS = 1_000_000
MAX_DEPTH = 100  # of lists and mappings in each other; an autograder's results have less than ten
MAX_NAME = 200  # characters; what is longer is nobody's name
_NEEDED = 4  # the depth of a submitter's fields; text below is not kept

# None is what was said twice, or is no plain text.
_Value = str | list[Any] | dict[str, Any] | None


@dataclass(frozen=True)
class Submitters:
    """Who handed in one folder: several in a group."""

    name: str
    owner: str


def submitters(content: bytes) -> dict[str, Submitters]:
    """Return who handed in which folder, as far as that is said plainly.

    Raises:
        Unfit: this is not the YAML that Gradescope writes.
    """
    root = _read(content)
    if not isinstance(root, dict):
        raise Unfit(say("it is not a list of submissions"))
    found = {}
    for folder, entry in root.items():
        people = entry.get(":submitters") if isinstance(entry, dict) else None
        named = [_named(person) for person in people] if isinstance(people, list) else []
        group = [person for person in named if person is not None]
        if group and len(group) == len(named) and _line(folder):
            owners = [person.owner for person in group if person.owner]
            found[folder] = Submitters(", ".join(person.name for person in group), ", ".join(owners))
    return found


def _named(person: _Value) -> Submitters | None:
    """Return one submitter; None if one of the fields is not plain, or there is no name."""
    if not isinstance(person, dict):
        return None
    name, sid, email = (_line(person.get(key, "")) for key in (":name", ":sid", ":email"))
    return Submitters(name, sid or email) if name and sid is not None and email is not None else None


def _line(value: _Value) -> str | None:
    """Return text of one line that is short enough for a name; None if it is anything else."""
    text = value.strip() if isinstance(value, str) else None
    if text is None or len(text) > MAX_NAME or any(category(char) in {"Cc", "Cs"} for char in text):
        return None
    return text


def _read(content: bytes) -> _Value:
    """Return what the one document of the file says, to the depth that is needed.

    Raises:
        Unfit: it is no YAML, or YAML that an export cannot be.
    """
    try:
        events = _checked(yaml.parse(content.decode("utf-8-sig"), Loader=yaml.BaseLoader))
        documents = [_value(event, events, 0) for event in events]
    except UnicodeDecodeError as error:
        raise Unfit(say("it is not UTF-8")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = say("it is not YAML (line {line})", line=mark.line + 1) if mark else say("it is not YAML")
        raise Unfit(said) from error
    if len(documents) > 1:
        raise Unfit(say("it contains more than one YAML document"))
    return documents[0] if documents else None


def _checked(events: Iterator[Any]) -> Iterator[Any]:
    """Yield where values begin and end, as long as the whole is no more than an export may be."""
    depth = 0
    for number, event in enumerate(events):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if number >= MAX_EVENTS or depth > MAX_DEPTH:
            raise Unfit(say("it is longer or more deeply nested than an export from Gradescope"))
        if getattr(event, "anchor", None) is not None:  # an alias has one too
            raise Unfit(say("it has anchors or aliases, which Gradescope does not write"))
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _value(begin: Any, events: Iterator[Any], depth: int) -> _Value:
    """Return the value that begins with this event, and take its other events."""
    if isinstance(begin, yaml.ScalarEvent):
        is_text = begin.tag in {None, "!"}  # !binary, for one, is not
        return str(begin.value) if is_text and depth <= _NEEDED else None
    items = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            break
        items.append(_value(event, events, depth + 1))
    if isinstance(begin, yaml.SequenceStartEvent):
        return items
    fields: dict[str, _Value] = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        if isinstance(key, str):
            fields[key] = None if key in fields else value
    return fields
