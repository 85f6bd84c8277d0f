"""What a stub requires, as a section of its docstring.

The sentences are the promises of properties, so a stub requires nothing that is not checked.
"""

from __future__ import annotations

import ast
import textwrap
from typing import TYPE_CHECKING

from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grader.course.model import Suite

__all__ = ["requirements", "with_requirements"]

HEADING = "Requires:"
WIDTH = 100


def requirements(suite: Suite) -> dict[str, list[str]]:
    """Return by exercise the promises of the properties that its stub requires."""
    return {each.name: [p.promise for p in each.properties if p.required] for each in suite.exercises}


def with_requirements(text: str, tree: ast.Module, where: str, requires: Mapping[str, Sequence[str]]) -> str:
    """Return a lesson with a section in the docstring of each function that requires something.

    Args:
        text: the lesson.
        tree: the same, parsed.
        where: its file, for errors.
        requires: sentences by function.

    Raises:
        SuiteError: a docstring has such a section already, or there is none to add it to.
    """
    lines = text.split("\n")
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    for node in reversed(functions):  # from the last line up, so that the numbers of the others stay right
        if HEADING in (ast.get_docstring(node) or "").split("\n"):
            found = (
                f"the docstring of {node.name} has a section {HEADING!r} of its own, which nothing checks."
            )
            remedy = "Leave it out. It is filled in from the properties that have required=True."
            raise SuiteError(found, where=f"{where}:{node.lineno}", remedy=remedy)
        if sentences := requires.get(node.name):
            _insert(lines, node, f"{where}:{node.lineno}", sentences)
    return "\n".join(lines)


def _insert(lines: list[str], node: ast.FunctionDef, where: str, sentences: Sequence[str]) -> None:
    first = node.body[0]
    if ast.get_docstring(node) is None or first.end_lineno is None:
        remedy = "Write one: what the course requires is listed in it."
        raise SuiteError(f"{node.name} has no docstring.", where=where, remedy=remedy)
    last = lines[first.end_lineno - 1].encode()[: first.end_col_offset].decode()
    if not last.endswith('"""'):
        remedy = f"End it with three double quotes: {HEADING!r} is filled in before them."
        raise SuiteError(f"the docstring of {node.name} ends otherwise.", where=where, remedy=remedy)
    indent = " " * first.col_offset
    section = [indent + HEADING]
    for sentence in sentences:
        written = sentence.replace("\\", "\\\\").replace('"""', "'''")
        section += textwrap.wrap(
            written, WIDTH, initial_indent=indent + 4 * " ", subsequent_indent=indent + 8 * " "
        )
    text = last.removesuffix('"""').rstrip()
    lines[first.end_lineno - 1 : first.end_lineno] = [*([text] if text else []), "", *section, indent + '"""']
