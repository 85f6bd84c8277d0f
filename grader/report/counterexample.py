"""A counterexample in the terminal: no number is cut off, however narrow the terminal is.

What has no room side by side is shown one below the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rich.console import Group
from rich.table import Table
from rich.text import Text

from grader.report.arrays import arguments, side_by_side
from grader.words import translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console, ConsoleOptions, RenderableType

    from grader.course.model import Axes
    from grader.judging.grades import Feedback
    from grader.report.arrays import Cells

__all__ = ["counterexample"]

ACTUAL, EXPECTED = translatable("actual"), translatable("expected")
LINE = 60  # characters of a value next to another
MEASURED = 1000  # columns in which a table shows how many it needs


def counterexample(
    feedback: Feedback, translate: Callable[[str], str], axes: Axes
) -> Iterator[RenderableType]:
    """Yield the arguments, and the actual next to the expected result.

    Args:
        feedback: on a broken promise.
        translate: from an English sentence to one in the reader's language.
        axes: which two axes of an array are its rows and columns; see ``Suite``.
    """
    if feedback.arguments:
        yield _arguments(feedback, translate)
    both = side_by_side(feedback.actual, feedback.expected, axes)
    if both is not None:
        where, *cells = both
        heads = [Text(f"{translate(head)}{where}", style="bold") for head in (ACTUAL, EXPECTED)]
        sides = [_numbers(side, style) for side, style in zip(cells, ("red", "green"), strict=True)]
        table = Table.grid(padding=(0, 4))
        table.add_row(*heads)
        table.add_row(*sides)
        yield _Fitting(table, Group(heads[0], sides[0], heads[1], sides[1]))
    elif _tellable(feedback.actual) and _tellable(feedback.expected):
        told = ((ACTUAL, feedback.actual), (EXPECTED, feedback.expected))
        yield Text("   ".join(f"{translate(head)} {value}" for head, value in told))


def _arguments(feedback: Feedback, translate: Callable[[str], str]) -> _Fitting:
    """Return the arguments with their numbers beside them, or below them."""
    beside, below = Table.grid(padding=(0, 2)), list[Text]()
    for name, words, cells in arguments(feedback.arguments):
        numbers = _numbers(cells or [], "")
        about = Text(translate(words))
        beside.add_row(Text(name, style="bold"), about, numbers)
        below.append(Text.assemble((name, "bold"), "  ", about))
        below += [numbers] if cells else []
    return _Fitting(beside, Group(*below))


def _numbers(cells: Cells, style: str) -> Text:
    """Return rows of numbers, column below column."""
    widths = [max(len(text) for text, _ in column) for column in zip(*cells, strict=True)]
    lines = [
        Text(" ").join(
            Text(text.rjust(width), style=style if mark else "dim")
            for (text, mark), width in zip(row, widths, strict=True)
        )
        for row in cells
    ]
    return Text("\n").join(lines)


class _Fitting:
    """One of two renderables: the wide one where the terminal has room for all of it."""

    def __init__(self, wide: Table, narrow: Group) -> None:
        self._wide, self._narrow = wide, narrow

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        needed = console.measure(self._wide, options=options.update(max_width=MEASURED)).maximum
        yield self._wide if needed <= options.max_width else self._narrow


def _tellable(value: object) -> bool:
    """Say whether a value fits on a line next to another: a number, a word, a shape."""
    return value is not None and not isinstance(value, np.ndarray) and len(str(value)) <= LINE
