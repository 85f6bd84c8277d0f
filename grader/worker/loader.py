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
    from collections.abc import Callable, Iterable, Mapping

    from .idioms import Idioms
    from .marks import Marks
    from .reading.reports import Entry

__all__ = ["load", "where"]

MODULE = "submission"
_FLAGS = __future__.annotations.compiler_flag


def load(
    entries: Iterable[Entry],
    function: str,
    *,
    parts: Mapping[str, Callable[..., Any]] | None = None,
    idioms: Idioms | None = None,
    marks: Marks | None = None,
) -> Callable[..., Any]:
    """Execute the statements of a slice in a module of their own and return the function.

    Args:
        entries: the slice, in the order of execution.
        function: the name to return.
        parts: functions that take the place of the student's own; what only those needed may fail.
        idioms: rewrites the statements, if old idioms are to work again.
        marks: rewrites the statements, if it is to be known which branches are entered.

    Raises:
        BaseException: whatever the student's statements raise.
        TypeError: the name is bound to something that cannot be called.
    """
    module = types.ModuleType(MODULE)
    sys.modules[MODULE] = module  # dataclasses and typing look their module up
    space = module.__dict__
    _make_ready(space, idioms, marks)
    failed: list[Exception] = []
    for entry in entries:
        label, tree = _read(entry)
        if marks is not None:
            marks.rewrite(tree, entry.label)  # first: idioms add constants that the student did not write
        if idioms is not None:
            idioms.visit(tree)
        may_fail = bool(parts) or entry.optional
        for statement in tree.body:
            _put(parts, space)
            try:
                _execute(statement, label, space)
            except Exception as error:
                if not may_fail:
                    raise
                failed.append(error)
    _put(parts, space)
    if failed and function not in space:
        raise failed[0]
    found = space[function]
    if not callable(found):
        raise TypeError(f"{function} is of type {type(found).__name__}, not a function")
    return found  # type: ignore[no-any-return]


def _make_ready(space: dict[str, Any], idioms: Idioms | None, marks: Marks | None) -> None:
    """Let rewritten statements find what they call."""
    if marks is not None:
        marks.bind()  # first: idioms bring a copy of Python's own names
    if idioms is not None:
        space.update(idioms.names)
        idioms.revive()


def _execute(statement: ast.stmt, label: str, space: dict[str, Any]) -> None:
    """Execute one statement; a module that is not there is missed only by whoever uses it."""
    # Annotations stay text: the reader has dropped imports that only they need.
    code = compile(ast.Module([statement], []), label, "exec", flags=_FLAGS, dont_inherit=True)
    try:
        exec(code, space)  # noqa: S102 - the purpose of the worker
    except ModuleNotFoundError as error:
        if not isinstance(statement, ast.Import | ast.ImportFrom) or statement.names[0].name == "*":
            raise
        absent = _Absent(str(error), error.name)
        space.update({alias.asname or alias.name.split(".")[0]: absent for alias in statement.names})


class _Absent:
    """Stands for what could not be imported; to use it is what importing it should have been: an error."""

    def __init__(self, message: str, module: str | None) -> None:
        self.__dict__["_error"] = message, module

    def __getattr__(self, name: str) -> Any:
        message, module = self.__dict__["_error"]
        raise ModuleNotFoundError(message, name=module)

    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        return self.__getattr__("")


def _read(entry: Entry) -> tuple[str, ast.Module]:
    """Return an entry's label as plain text, and its statements in the lines where the student wrote them."""
    label = str(entry.label)
    tree = ast.parse(entry.source, label)
    tree.body = [tree.body[index] for index in entry.statements]
    ast.increment_lineno(tree, entry.first_line - 1)
    _quotable(label, entry.first_line, entry.source)
    return label, tree


def _put(parts: Mapping[str, Callable[..., Any]] | None, space: dict[str, Any]) -> None:
    """Bind the parts, also under the names that ``reading.conflicts`` gives to a second definition."""
    for name, part in (parts or {}).items():
        renamed = [known for known in space if known.startswith(f"{name}_in_file_")]
        space.update(dict.fromkeys([name, *renamed], part))


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
