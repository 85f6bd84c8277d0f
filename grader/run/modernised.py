"""Which old idioms a worker met, as the student reads it; the worker's own words are only text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.errors import CallError, WireError
from grader.run.replies import ask, heard, printable
from grader.words import say, translatable

if TYPE_CHECKING:
    from grader.sandbox import Worker

__all__ = ["modernised", "phrased"]

MAX_IDIOMS = 20
_SAID = {
    "call": translatable(
        "{where}: {name} of an array with one element has been an error since NumPy 2.4; use {instead}."
    ),
    "store": translatable(
        "{where}: storing an array with one element as one number has been an error since NumPy 2.4; use "
        "{instead}."
    ),
    "name": translatable("{where}: newer NumPy has no {name}; use {instead}."),
    "method": translatable("{where}: arrays in newer NumPy have no {name}; use {instead}."),
    "refused": translatable("{where}: newer NumPy no longer accepts {name}; use {instead}."),
    "python": translatable("{where}: newer Python has no {name}; use {instead}."),
    "absent": translatable("{where}: {name} is not available here; it computes nothing, so it was skipped."),
}


def modernised(worker: Worker) -> tuple[str, ...]:
    """Ask which idioms were met; none if the worker cannot say."""
    try:
        return phrased(ask(worker, {"op": "modernised"}))
    except (CallError, WireError):
        return ()


def phrased(met: Any) -> tuple[str, ...]:
    """Return the sentences for what a worker replies: a list of kind, name, replacement and place.

    Raises:
        WireError: it is of another form.
    """
    if not isinstance(met, list) or len(met) > MAX_IDIOMS:
        raise WireError("not a list of idioms")
    return tuple(_sentence(item) for item in met)


def _sentence(item: Any) -> str:
    if not isinstance(item, list) or len(item) != 4 or not isinstance(item[0], str) or item[0] not in _SAID:
        raise WireError("not an idiom")
    kind, name, instead, where = item
    name, instead = printable(name, 40), printable(instead, 40)
    return say(_SAID[kind], where=heard(where), name=name, instead=instead)
