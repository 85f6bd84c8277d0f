"""Right (*wheats*) and wrong (*chaffs*) implementations of every exercise, in plain Python files.

The two words are those of Wrenn and Krishnamurthi, Executable Examples for Programming Problem Comprehension,
ICER 2019. ``FOLDER/wheats/EXERCISE.py`` and ``FOLDER/chaffs/EXERCISE.py`` hold functions; every public one is
an implementation, named after what it does right or wrong. A chaff that has the name of a mistake of its
exercise must be diagnosed as that one. A file of chaffs may say four things more::

    CAUGHT_BY = {"forgets_to_divide": {"two_numbers", "all_numbers"}}
    NAMED = {"sums_up": "mistake_with_the_same_answers"}
    REDUNDANT = {"two_numbers": "why it stays although others catch all that it catches"}
    RIGHT_TOO = {"2 -> 3": "why this mutant of the reference is right as well"}

Files are read as text here; what they hold runs in workers, as students' functions do.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grader.audit.mutants import mutants
from grader.errors import SuiteError
from grader.files import parsed, read
from grader.run import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Collection", "Implementation", "collection", "mutants_of"]


@dataclass(frozen=True, slots=True)
class Implementation:
    """One implementation of an exercise.

    Attributes:
        kind: wheat, chaff or mutant.
        name: what it does right or wrong.
        finding: its statements, for a worker.
    """

    kind: str
    name: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Collection:
    """The wheats and chaffs of one exercise, and what their files say of them.

    Attributes:
        caught_by: for each chaff, the properties that must break.
        named: for each chaff that is rightly diagnosed as a mistake of another name, that name.
        redundant: why a property stays that is neither the only nor the first one to catch anything.
        right_too: why a mutant is right although it answers otherwise than the reference, by its change.
    """

    exercise: str
    implementations: tuple[Implementation, ...]
    caught_by: dict[str, frozenset[str]] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    redundant: dict[str, str] = field(default_factory=dict)
    right_too: dict[str, str] = field(default_factory=dict)


def collection(folder: Path, exercise: str) -> Collection:
    """Read the wheats and chaffs of one exercise; a file that is not there holds none.

    Raises:
        SuiteError: a file is no Python, or says something that is no literal.
    """
    found: list[Implementation] = []
    said: dict[str, dict[str, Any]] = {"CAUGHT_BY": {}, "NAMED": {}, "REDUNDANT": {}, "RIGHT_TOO": {}}
    for kind in ("wheat", "chaff"):
        path = folder / f"{kind}s" / f"{exercise}.py"
        if not path.is_file():
            continue
        source = read(path)
        tree = parsed(source, path)
        names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        found += [
            Implementation(kind, name, _finding(path.name, source, len(tree.body), exercise, name))
            for name in names
            if not name.startswith("_")
        ]
        for name in said:
            said[name] |= _said(tree, name, path)
    caught_by = {name: frozenset(by) for name, by in said["CAUGHT_BY"].items()}
    return Collection(exercise, tuple(found), caught_by, said["NAMED"], said["REDUNDANT"], said["RIGHT_TOO"])


def mutants_of(exercise: str, finding: Finding) -> tuple[Implementation, ...]:
    """Return the mutants of a reference.

    Args:
        exercise: the function's name.
        finding: what the reader of the files says of it: its slice holds it, and all that it needs.
    """
    entries: list[dict[str, Any]] = list(finding.slice)
    for place, entry in enumerate(entries):
        if not any(_is_function(node, exercise) for node in ast.parse(entry["source"]).body):
            continue
        return tuple(
            Implementation("mutant", name, Finding("found", slice=_with(entries, place, text)))
            for name, text in mutants(entry["source"], exercise)
        )
    return ()


def _with(entries: Iterable[dict[str, Any]], place: int, source: str) -> list[dict[str, Any]]:
    return [entry | {"source": source} if i == place else entry for i, entry in enumerate(entries)]


def _is_function(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == name


def _finding(label: str, source: str, statements: int, exercise: str, name: str) -> Finding:
    whole = {"label": label, "source": source, "first_line": 1, "statements": list(range(statements))}
    alias = {"label": "alias", "source": f"{exercise} = {name}", "first_line": 1, "statements": [0]}
    return Finding("found", slice=[whole, alias])


def _said(tree: ast.Module, name: str, path: Path) -> dict[str, Any]:
    """Return the dict that a module says under a name, without running the module."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(getattr(each, "id", "") == name for each in node.targets):
            try:
                said = dict(ast.literal_eval(node.value))
            except (TypeError, ValueError, SyntaxError) as error:
                raise _unlike(name, path, node) from error
            if not all(isinstance(key, str) and _is_said(value, name) for key, value in said.items()):
                raise _unlike(name, path, node)
            return said
    return {}


def _is_said(value: Any, name: str) -> bool:
    if name != "CAUGHT_BY":
        return isinstance(value, str)
    return isinstance(value, (set, list, tuple)) and all(isinstance(each, str) for each in value)


def _unlike(name: str, path: Path, node: ast.stmt) -> SuiteError:
    example = '{"property"}' if name == "CAUGHT_BY" else '"..."'
    remedy = f'Write it out: {name} = {{"name": {example}}}.'
    message = f"{name} must be a dict of {'sets of strings' if name == 'CAUGHT_BY' else 'strings'}."
    return SuiteError(message, where=f"{path}:{node.lineno}", remedy=remedy)
