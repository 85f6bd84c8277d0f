"""Sentences that can be said in another language after they were made.

A ``Sentence`` is its English text, and remembers the template and the values it was made from, so
that a report in Korean can look the template up and fill it in again. Everything between a check
and a report passes it on as the plain ``str`` that it also is.
"""

from __future__ import annotations

from typing import Any, Self

__all__ = ["Sentence", "say"]


class Sentence(str):
    """An English sentence with its template and values."""

    __slots__ = ("template", "values")
    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: dict[str, Any]) -> Self:
        """Fill the template in."""
        self = super().__new__(cls, template.format(**values))
        self.template, self.values = template, values
        return self

    def __getnewargs__(self) -> tuple[str, dict[str, Any]]:  # type: ignore[override]
        """Copy by the same two arguments."""
        return self.template, self.values


def say(template: str, /, **values: object) -> Sentence:
    """Make a sentence: ``say("{count} numbers differ", count=3)``."""
    return Sentence(template, values)
