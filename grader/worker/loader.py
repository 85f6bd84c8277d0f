"""Executes a slice: the one place of the project that runs what a student wrote."""

from __future__ import annotations
import __future__

import ast
import linecache
import sys
import types
from typing import TYPE_CHECKING, Any

from .reading.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["load", "where"]

MODULE = "submission"


def load(entries: list[dict[str, Any]], function: str) -> Callable[..., Any]:
    """Execute the statements of a slice in a module of their own and return the function.

    Args:
        entries: as ``slicing.survey`` gives them: label, source, first_line, statements.
        function: the name to return.

    Raises:
        BaseException: whatever the student's statements raise.
        TypeError: the name is bound to something that cannot be called.
    """
    module = types.ModuleType(MODULE)
    sys.modules[MODULE] = module  # dataclasses and typing look their module up
    for entry in entries:
        label, first = str(entry["label"]), entry["first_line"]
        tree = ast.parse(entry["source"], label)
        tree.body = [tree.body[index] for index in entry["statements"]]
        ast.increment_lineno(tree, first - 1)
        _quotable(label, first, entry["source"])
        # Annotations stay text: the reader has dropped imports that only they need.
        code = compile(tree, label, "exec", flags=__future__.annotations.compiler_flag, dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - the purpose of the worker
    found = module.__dict__[function]
    if not callable(found):
        raise TypeError(f"{function} is of type {type(found).__name__}, not a function")
    return found  # type: ignore[no-any-return]


def _quotable(label: str, first: int, source: str) -> None:
    """Let tracebacks quote lines of a file that cannot be opened here; several entries may be of one file."""
    known = linecache.cache.get(label)
    lines = list(known[2]) if known and len(known) == 4 else []
    new = [line + "\n" for line in source.split("\n")]
    lines += ["\n"] * (first - 1 + len(new) - len(lines))
    lines[first - 1 : first - 1 + len(new)] = new
    linecache.cache[label] = (len(lines), None, lines, label)


def where(error: BaseException, labels: frozenset[str]) -> str:
    """Return the innermost of the student's own lines that the error passed through."""
    places = {str(label): label for label in labels}  # as plain text, and as it can be translated
    place = ""
    trace = error.__traceback__
    while trace is not None:
        label, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        if label in places:
            text = linecache.getline(label, line).strip()
            place = phrase("{place}, line {line}", place=places[label], line=line)
            if text:
                place = phrase("{place}: {source}", place=place, source=text[:120])
        trace = trace.tb_next
    return place
