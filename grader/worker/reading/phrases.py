"""What the worker says in words: English text that remembers the template and values that it was made from.

The parent can then say it in another language. A ``Phrase`` is a ``str`` and is passed on as one; only at
the pipe it becomes ``{"template", "values"}``, as the parent's own sentences cannot be imported here.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Phrase", "phrase", "received", "sent"]

_PLACE = re.compile(r"\{(\w+)\}")


class Phrase(str):
    """English text with its template, and the text for each ``{place}`` of it; that may be a phrase again."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, str]

    def __new__(cls, template: str, values: Mapping[str, str]) -> Self:
        """Fill the template in; a place without a value stays."""
        self = super().__new__(cls, _PLACE.sub(lambda place: values.get(place[1], place[0]), template))
        self.template, self.values = template, values
        return self


def phrase(template: str, /, **values: str | int) -> Phrase:
    """Make a phrase: ``phrase("{file}, line {line}", file="work.py", line=3)``."""
    texts = {name: value if isinstance(value, str) else str(value) for name, value in values.items()}
    return Phrase(template, texts)


def sent(value: Any) -> Any:
    """Return plain data for the pipe: of each phrase its template and values, of a dataclass a dict."""
    if isinstance(value, Phrase):
        return {"template": value.template, "values": {name: sent(v) for name, v in value.values.items()}}
    if dataclasses.is_dataclass(value):
        return {field.name: sent(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: sent(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [sent(item) for item in value]
    return value


def received(words: Any) -> str:
    """Return the text, or the phrase, that ``sent`` made plain data of."""
    if isinstance(words, dict):
        return Phrase(words["template"], {name: received(value) for name, value in words["values"].items()})
    return str(words)
