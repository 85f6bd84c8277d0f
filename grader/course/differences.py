"""Where two trees differ first, and in what words to say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.forms import describe
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Difference", "difference"]


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two trees differ.

    Attributes:
        place: such as ``cache[0][1, 2]``.
        shown: what is there before and after, in words.
        before, after: the arrays that the place is in, or whatever else is there.
    """

    place: str
    shown: tuple[str, str]
    before: Any
    after: Any

    def words(self) -> dict[str, str]:
        """Return what a sentence about it needs."""
        return {"place": self.place, "before": self.shown[0], "after": self.shown[1]}


def difference(before: Any, after: Any, name: str, tolerance: float = 0.0) -> Difference | None:
    """Return the first place where two trees differ; None if there is none.

    A random generator is used up by a call and is left aside; so is the type of numbers.

    Args:
        before: arrays, numbers and words in dicts, lists and tuples.
        after: the same, or anything.
        name: what the whole is called.
        tolerance: by how much two numbers may differ.
    """
    if isinstance(before, np.random.Generator):
        return None
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        return _first(((repr(key), before[key], after[key]) for key in before), name, tolerance)
    if _are(before, after, (list, tuple)) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return _first(((str(i), one, two) for i, (one, two) in pairs), name, tolerance)
    if _are(before, after, (np.ndarray, np.generic, int, float)) and np.shape(before) == np.shape(after):
        return _of_numbers(np.asarray(before), np.asarray(after), name, tolerance)
    if type(before) is type(after) and isinstance(before, (str, type(None))) and before == after:
        return None
    return Difference(name, (describe(before), describe(after)), before, after)


def _are(before: object, after: object, kinds: tuple[type, ...]) -> bool:
    return isinstance(before, kinds) and isinstance(after, kinds)


def _first(parts: Iterable[tuple[str, Any, Any]], name: str, tolerance: float) -> Difference | None:
    for key, before, after in parts:
        found = difference(before, after, say("{whole}[{key}]", whole=name, key=key), tolerance)
        if found is not None:
            return found
    return None


def _of_numbers(
    before: np.ndarray[Any, Any], after: np.ndarray[Any, Any], name: str, tolerance: float
) -> Difference | None:
    kinds = {before.dtype.kind, after.dtype.kind}
    if not kinds <= set("fiubc"):
        return Difference(name, (describe(before), describe(after)), before, after)
    one, two = (side.astype(complex if "c" in kinds else float) for side in (before, after))
    with np.errstate(invalid="ignore"):
        near = np.abs(two - one) <= tolerance
    wrong = ~(near | (one == two) | (np.isnan(one) & np.isnan(two)))
    if not wrong.any():
        return None
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    shown = (f"{one[index]:.12g}", f"{two[index]:.12g}")
    if before.ndim:
        name = say("{whole}[{key}]", whole=name, key=", ".join(map(str, index)))
    return Difference(name, shown, before[()], after[()])
