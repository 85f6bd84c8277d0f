"""From a lesson as its author writes it to the file that a student gets.

    lesson (py:percent, solutions) ── stub ──▶ one language ──▶ notebook or script

A lesson is Python text in jupytext's percent format. What the student has to write is between
``### BEGIN SOLUTION`` and ``### END SOLUTION``; a markdown cell with ``lang="ko"`` says in Korean
what the cell before it says in English; a cell that imports from a sibling lesson becomes a ``%run``
of the sibling's notebook. ``docs/authoring-lessons.md`` tells authors how to use this.

``render`` maps text to text. ``release`` touches the disk, and never overwrites what somebody may have
edited unless it is told to.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import jupytext
import nbformat

from grader.errors import SuiteError, UsageError
from grader.files import parsed, read, replace
from grader.lessons.stub import leaks, stub

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

__all__ = ["Form", "Language", "leaks", "release", "render", "stub"]

Form: TypeAlias = Literal["notebook", "script"]
Language: TypeAlias = Literal["en", "ko"]

_SUFFIX: Mapping[Form, str] = {"notebook": ".ipynb", "script": ".py"}
_PERCENT = {"extension": ".py", "format_name": "percent"}
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_LINK: Mapping[Language, tuple[str, str]] = {
    "en": (
        "# This lesson builds on earlier ones: %run executes a notebook and brings its functions here.",
        "# for {names}:",
    ),
    "ko": (
        "# 이 강의는 앞 강의의 함수를 씁니다. %run은 노트북을 실행하여 그 함수를 여기로 가져옵니다.",
        "# {names}:",
    ),
}
# The digest is in the header, so it covers only what comes after it.
_SCRIPT_HEADER = """\
# ---
# jupyter:
#   grader:
#     digest: {digest}
#     lesson: {stem}
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

"""
_SCRIPT = re.compile(r"# ---\n# jupyter:\n#   grader:\n#     digest: (\w+)\n(?:#.*\n)*?# ---\n\n")


def render(
    lessons: Mapping[str, str],
    *,
    form: Form = "notebook",
    lang: Language = "en",
    requires: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, str]:
    """Return what students get: file name to text, the same text each time.

    Args:
        lessons: the text of every lesson by its stem, e.g. ``lesson2_lines``.
        form: notebooks, or py:percent scripts.
        lang: the language of the markdown cells; a cell that has no translation is kept.
        requires: what each exercise requires, see ``requirements``.

    Raises:
        SuiteError: a lesson is unsound, or a solution shows in its stub.
    """
    texts = {}
    for stem, source in lessons.items():
        at = partial(_place, f"{stem}.py", source)
        stubbed = stub(source, where=f"{stem}.py", requires=requires)
        if shown := leaks(source, stubbed):
            raise SuiteError(f"this line of a solution is in the stub: {shown[0]}", where=at(shown[0]))
        notebook = jupytext.reads(stubbed, _PERCENT)
        notebook.cells = _speaking(notebook.cells, lang, at)
        if form == "notebook":
            for cell in notebook.cells:
                _link(cell, set(lessons), lang, at)
            texts[stem + _SUFFIX[form]] = _notebook(stem, notebook.cells)
        else:
            texts[stem + _SUFFIX[form]] = _script(stem, notebook)
    return texts


def release(
    lessons: Path,
    target: Path,
    *,
    form: Form = "notebook",
    lang: Language = "en",
    check: bool = False,
    force: bool = False,
    before: Callable[[], None] = lambda: None,
    requires: Mapping[str, Sequence[str]] | None = None,
) -> list[Path]:
    """Bring the students' files in step with the lessons, and return those that were not.

    A file that a release wrote and nobody edited is replaced, or removed if its lesson is gone. Any
    other file of a lesson's name is somebody's work: it is replaced only with ``force``.

    Args:
        lessons: the folder of the lessons, ``*.py``.
        target: the folder of the students' files; made if it is missing.
        form: notebooks, or py:percent scripts.
        lang: the language of the texts.
        check: only return what is out of date; write nothing.
        force: replace edited files too.
        before: called before anything is written, unless there is nothing to write; it may stop the release.
        requires: what each exercise requires, see ``requirements``.

    Raises:
        SuiteError: a lesson is unsound.
        UsageError: there is no lesson, both folders are one, or an edited file would be lost.
    """
    wanted = render(_sources(lessons, target), form=form, lang=lang, requires=requires)
    paths = target.glob(f"*{_SUFFIX[form]}")
    present = {path.name: path.read_text(encoding="utf-8", errors="replace") for path in paths}
    untouched = {name for name, text in present.items() if _untouched(text, form)}
    changed = sorted({name for name in wanted if wanted[name] != present.get(name)} | untouched - set(wanted))
    if not check:
        edited = [name for name in changed if name in present and name not in untouched]
        if edited and not force:
            raise UsageError(f"{target}: edited since the release: {', '.join(edited)}; --force overwrites.")
        if changed:
            before()
        _write(target, {name: wanted.get(name) for name in changed})
    return [target / name for name in changed]


def _sources(lessons: Path, target: Path) -> dict[str, str]:
    if lessons.resolve() == target.resolve():
        raise UsageError(f"{target} holds the lessons themselves: release them to another folder.")
    sources = {path.stem: read(path) for path in sorted(lessons.glob("*.py"))}
    if not sources:
        raise UsageError(
            f"{lessons} contains no lessons (*.py). For a course of your own, give --course PATH."
        )
    return sources


def _write(target: Path, texts: Mapping[str, str | None]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        if text is None:
            (target / name).unlink()
        else:
            replace(target / name, text)


def _speaking(cells: Sequence[Any], lang: Language, at: Callable[[str], str]) -> list[Any]:
    """Keep one language: a Korean cell or the English one that it translates, never both."""
    kept: list[Any] = []
    translatable = False
    for cell in cells:
        tongue = cell.metadata.get("lang")
        if tongue is None:
            kept.append(cell)
        elif tongue != "ko" or cell.cell_type != "markdown" or not translatable:
            begin = cell.source.partition("\n")[0]
            remedy = 'A cell with lang="ko" is markdown and follows the one markdown cell that it translates.'
            raise SuiteError(f"the cell {begin!r} translates nothing.", where=at(begin), remedy=remedy)
        elif lang == tongue:
            kept[-1] = cell
        translatable = tongue is None and cell.cell_type == "markdown"
    return kept


def _link(cell: Any, stems: set[str], lang: Language, at: Callable[[str], str]) -> None:
    """Turn imports from sibling lessons, which are notebooks now, into ``%run``."""
    if cell.cell_type != "code":
        return
    first = cell.source.partition("\n")[0]
    tree = parsed(cell.source, at(first), "this cell is not valid Python by itself", "Put it into one cell.")
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    imports = [node for node in statements if stems & _modules(node)]
    if not imports:
        return
    because, needed = _LINK[lang]
    lines = [because]
    for node in imports:
        # %run brings every name as it is: only `from lesson import name` says the same.
        if (
            node not in tree.body
            or not isinstance(node, ast.ImportFrom)
            or any(name.asname for name in node.names)
        ):
            raise _unlinkable(cell.source, node, at)
        lines.append(needed.format(names=", ".join(name.name for name in node.names)))
        lines.append(f"%run ./{node.module}.ipynb")
    if len(imports) < len(tree.body):
        raise _unlinkable(cell.source, imports[0], at)
    cell.source = "\n".join(lines)


def _place(file: str, source: str, text: str) -> str:
    """Return the place of a line of a lesson: the first that contains the text, or else the file alone."""
    found = (number for number, line in enumerate(source.splitlines(), 1) if text.strip() in line)
    number = next(found, None)
    return f"{file}:{number}" if number else file


def _modules(node: ast.AST) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        return {node.module or ""}
    return {name.name for name in node.names} if isinstance(node, ast.Import) else set()


def _unlinkable(source: str, node: ast.stmt, at: Callable[[str], str]) -> SuiteError:
    where = at(source.splitlines()[node.lineno - 1])
    remedy = "Give imports from lessons a cell of their own, each as: from lesson import name, name"
    return SuiteError(f"a notebook cannot do this import: {ast.unparse(node)}.", where=where, remedy=remedy)


def _notebook(stem: str, cells: Sequence[Any]) -> str:
    contents = [[cell.cell_type, cell.source] for cell in cells]
    notebook = {
        "cells": [_cell(stem, index, kind, source) for index, (kind, source) in enumerate(contents)],
        "metadata": {
            "grader": {"digest": _digest(contents), "lesson": stem},
            "kernelspec": _KERNEL,
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    nbformat.validate(notebook)
    # The form in which Jupyter saves: a student's first save changes only what the student changed.
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cell(stem: str, index: int, kind: str, source: str) -> dict[str, Any]:
    results: dict[str, Any] = {"execution_count": None, "outputs": []} if kind == "code" else {}
    identity = _digest([stem, index, source])[:8]
    lines = source.splitlines(keepends=True)
    return {"cell_type": kind, "id": identity, "metadata": {}, "source": lines, **results}


def _script(stem: str, notebook: Any) -> str:
    # jupytext's own header names its version, which would make files differ from one machine to the next.
    filters = {"cell_metadata_filter": "-all", "notebook_metadata_filter": "-all"}
    notebook.metadata = {"jupytext": filters}
    body = str(jupytext.writes(notebook, _PERCENT)).strip("\n") + "\n"
    return _SCRIPT_HEADER.format(digest=_digest(body), stem=stem) + body


def _untouched(text: str, form: Form) -> bool:
    """Say whether a release wrote this and nobody edited it since; outputs are not edits."""
    if form == "script":
        header = _SCRIPT.match(text)
        return header is not None and header[1] == _digest(text[header.end() :])
    try:
        notebook = json.loads(text)
        contents = [[cell["cell_type"], "".join(cell["source"])] for cell in notebook["cells"]]
        return bool(notebook["metadata"]["grader"]["digest"] == _digest(contents))
    except (ValueError, KeyError, TypeError):
        return False


def _digest(contents: object) -> str:
    return hashlib.sha256(json.dumps(contents).encode()).hexdigest()
