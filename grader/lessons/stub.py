"""Where a lesson's solutions are, and the lesson without them.

What the student has to write is between two comments, inside a function::

    ### BEGIN SOLUTION
    ...
    ### END SOLUTION

Nothing here reads or writes a file: text in, text out.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.errors import SuiteError
from grader.files import parsed
from grader.lessons.requirements import with_requirements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["leaks", "solved", "stub"]

_MARKER = re.compile(r"\s*### (BEGIN|END) SOLUTION\s*")
# A mistyped marker would hand the solution to the students, so it is an error and not a comment.
_ALMOST = re.compile(r"\s*#+\W*(begin|end)\W*solution", re.IGNORECASE)
# Shorter lines (`return x`, `m = 1`) say too little to be called a leak.
_TRIVIAL = 12


@dataclass(frozen=True)
class _Region:
    """A solution: the lines of its two markers, counted from 1, and the function it is part of."""

    begin: int
    end: int
    function: str


def stub(source: str, *, where: str = "lesson", requires: Mapping[str, Sequence[str]] | None = None) -> str:
    """Take the solutions out of a lesson.

    A function's first solution region becomes a ``raise NotImplementedError`` that names it, each
    further one a ``# YOUR CODE HERE``. All else, the step comments too, stays as it is.

    Args:
        source: the lesson, py:percent.
        where: the lesson's file name, for errors.
        requires: sentences by function; they become a section of its docstring.

    Raises:
        SuiteError: a marker is mistyped, nested, unmatched or outside a function, a region is
            empty, what is left of the lesson is no Python, or a docstring has a section Requires
            of its own.
    """
    lines = source.split("\n")
    kept: list[str] = []
    done, seen = 0, set()
    for region in _regions(source, where):
        kept += lines[done : region.begin - 1]
        indent = lines[region.begin - 1].partition("#")[0]
        call = f'raise NotImplementedError("{region.function}: replace this line with your code")'
        kept.append(indent + ("# YOUR CODE HERE" if region.function in seen else call))
        seen.add(region.function)
        done = region.end
    text = "\n".join(kept + lines[done:])
    remedy = "Leave a statement in every block."
    tree = parsed(text, where, "without its solutions the lesson is not Python", remedy)
    return with_requirements(text, tree, where, requires or {})


def solved(source: str, *, where: str = "lesson") -> list[str]:
    """Return the names of the functions that a lesson has solutions of, in order.

    Raises:
        SuiteError: as ``stub``.
    """
    return list(dict.fromkeys(region.function for region in _regions(source, where)))


def leaks(solution: str, released: str) -> list[str]:
    """List the lines of a lesson's solutions that are in a text which students get.

    Lines are compared without their blanks. A comment, a line of up to 12 characters and a line that
    the lesson also shows outside its solutions give nothing away.

    Args:
        solution: the lesson, py:percent, with its solutions.
        released: a stub, or the sources of a notebook's code cells, one after the other.
    """
    regions = _regions(solution, "lesson")
    hidden: dict[str, str] = {}
    shown = set()
    for number, line in enumerate(solution.split("\n"), 1):
        key = "".join(line.split())
        if not any(region.begin <= number <= region.end for region in regions):
            shown.add(key)
        elif len(key) > _TRIVIAL and not key.startswith("#"):
            hidden[key] = line.strip()
    given = {"".join(line.split()) for line in released.split("\n")} - shown
    return [line for key, line in hidden.items() if key in given]


def _regions(source: str, where: str) -> list[_Region]:
    tree = parsed(source, where, "the lesson is not valid Python", "Fix it, then release again.")
    regions = []
    begin = 0
    for number, line in enumerate(source.split("\n"), 1):
        marker = _MARKER.fullmatch(line)
        at = f"{where}:{number}"
        if marker is None:
            if _ALMOST.match(line):
                remedy = "Write ### BEGIN SOLUTION or ### END SOLUTION."
                raise SuiteError("this comment is almost a solution marker.", where=at, remedy=remedy)
        elif marker[1] == "BEGIN":
            if begin:
                raise SuiteError(
                    f"the solution that begins at line {begin} has not ended.",
                    where=at,
                    remedy="End it first.",
                )
            begin = number
        elif not begin:
            raise SuiteError(
                "no solution is open here.", where=at, remedy="Begin it with ### BEGIN SOLUTION."
            )
        else:
            regions.append(_Region(begin, number, _owner(tree, begin, number, where)))
            begin = 0
    if begin:
        raise SuiteError(
            "the solution is never ended.", where=f"{where}:{begin}", remedy="Add ### END SOLUTION."
        )
    return regions


def _owner(tree: ast.Module, begin: int, end: int, where: str) -> str:
    """Name the outermost function that the lines between two markers belong to."""
    nodes = list(ast.walk(tree))  # breadth first, so outer functions come before inner ones
    inside = [node for node in nodes if isinstance(node, ast.stmt) and begin < node.lineno < end]
    at = f"{where}:{begin}"
    if not inside:
        raise SuiteError("the solution is empty.", where=at, remedy="Write it, or take its markers away.")
    last = max(node.end_lineno or node.lineno for node in inside)
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and node.lineno < begin and last <= (node.end_lineno or 0):
            return node.name
    raise SuiteError("the solution is not inside a function.", where=at, remedy="Move its markers into one.")
