"""Questions that a function may take for each other, if it remembers too little of the last one.

It keeps a table of places, or an array for the answer, and uses them again if something is as it was: the
shape of the answer, how many numbers there are. Pairs of questions that agree in such things are looked for
among those that were asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grader.course.trees import arrays, mapped

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["lookalikes"]

Args = tuple[Any, ...]


def lookalikes(asked: Iterable[tuple[Args, Any]]) -> list[tuple[Args, Args]]:
    """Return up to three pairs of questions with equally shaped answers and equal types of numbers.

    The first pair differs in the shapes of arrays that have as many numbers, the second in how many numbers
    they have, and the third in the settings. One that is not there is left out.

    Args:
        asked: the arguments by place, and the shapes of the answer.
    """
    pairs: dict[int, tuple[Args, Args]] = {}
    seen: dict[str, tuple[str, Args]] = {}
    for args, answer in asked:
        held = arrays(args)
        settings = repr(mapped(args, lambda _: None))
        shapes, sizes = ([getattr(array, what) for array in held] for what in ("shape", "size"))
        alike = [answer, [array.dtype for array in held]]
        differences = ([settings, sizes], shapes), ([settings], sizes), ([len(args)], settings)
        for level, (same, other) in enumerate(differences):
            before, known = seen.setdefault(repr([level, alike, same]), (repr(other), args))
            if before != repr(other):
                pairs.setdefault(level, (known, args))
    return [pairs[level] for level in sorted(pairs)]
