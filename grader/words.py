"""Sentences that can be said in another language after they were made.

A ``Sentence`` is its English text, and remembers the template and the values it was made from, so
that a report in Korean can look the template up and fill it in again. Everything between a check
and a report passes it on as the plain ``str`` that it also is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Sentence", "fill", "places", "say", "translatable"]

_PLACE = re.compile(r"\{(\w+)\}")


class Sentence(str):
    """An English sentence with its template and values."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, values: Mapping[str, Any]) -> Self:
        """Fill the template in."""
        self = super().__new__(cls, fill(template, values))
        self.template, self.values = template, values
        return self

    def __getnewargs__(self) -> tuple[str, Mapping[str, Any]]:  # type: ignore[override]
        """Copy by the same two arguments."""
        return self.template, self.values


def fill(template: str, values: Mapping[str, Any]) -> str:
    """Put values into the ``{places}`` of a template; a place without a value stays.

    Unlike ``str.format`` this knows neither attributes nor widths, so a template may come from a worker.
    """
    return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), template)


def say(template: str, /, **values: object) -> Sentence:
    """Make a sentence: ``say("{count} numbers differ", count=3)``.

    Raises:
        ValueError: a place has no value.
    """
    if missing := places(template) - values.keys():
        raise ValueError(f"{template!r} has no value for {', '.join(sorted(missing))}")
    kept = {
        name: value if isinstance(value, (str, int, float)) else str(value) for name, value in values.items()
    }
    return Sentence(template, kept)


def places(template: str) -> set[str]:
    """Return the names of the ``{places}`` of a template."""
    return set(_PLACE.findall(template))


def translatable(words: str) -> str:
    """Return the words; marks a constant that readers see, so that it is found for translation."""
    return words
