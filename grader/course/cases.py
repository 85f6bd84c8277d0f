"""Kept cases: drawn once, kept as recipes, replayed on every submission.

A course ships the recipes of seed 0, so that the usual grade does not depend on the installed Hypothesis at
all; other seeds are drawn when first asked for and kept in the user's cache folder.

Cases are kept in order of size, so the first one that fails is the smallest failing one.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.blame import place_of
from grader.course.building import built
from grader.course.covering import renumbered
from grader.course.digests import digest
from grader.course.drawing import draw
from grader.course.model import Case
from grader.errors import SuiteError
from grader.files import replace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from grader.course.model import Arguments, Exercise, Inputs, Recipe

__all__ = ["Kept", "check_arguments", "generator", "realise", "stale"]


def realise(inputs: Inputs, recipes: Iterable[Recipe]) -> tuple[Case, ...]:
    """Build the arguments of each recipe.

    Raises:
        SuiteError: the builder fails.
    """
    return tuple(Case(i, recipe, built(inputs, recipe)) for i, recipe in enumerate(recipes))


def check_arguments(exercise: Exercise, inputs: Inputs, arguments: Arguments) -> None:
    """Compare the arguments of a case with those of the exercise's stub.

    Raises:
        SuiteError: they have other names or another order, or one that is required is missing.
    """
    parameters = exercise.signature.parameters.values()
    names = [each.name for each in parameters]
    required = [each.name for each in parameters if each.default is each.empty]
    if [*arguments] != names[: len(arguments)] or len(arguments) < len(required):
        raise SuiteError(
            f"{inputs.build.__name__} returns the arguments {', '.join(map(str, arguments)) or 'none'};"
            f" {exercise.name} takes {', '.join(names)}.",
            where=place_of(inputs.build),
            remedy="Use the names of the stub's arguments, in the same order.",
        )


def generator(seed: int, name: str, number: int) -> np.random.Generator:
    """Return the random numbers of one property's case: its own, or mistakes hide behind shared ones."""
    return np.random.default_rng([seed, zlib.crc32(name.encode()), number])


class Kept:
    """Recipes on disk: the course's own for seed 0, the user's cache for others.

    Args:
        shipped: the folder of the cases that the course ships; may not exist. Each seed has a folder
            in it, and each exercise a file in that.
        cache: a folder of the user's; None keeps nothing.
    """

    def __init__(self, shipped: Path | None = None, cache: Path | None = None) -> None:
        self._shipped, self._cache = shipped, cache
        self._files: dict[int, dict[str, Any]] = {}
        self._realised: dict[tuple[str, int, bool], tuple[Case, ...] | SuiteError] = {}

    def cases(self, inputs: Inputs, seed: int, *, instead: bool = False) -> tuple[Case, ...]:
        """Return the cases of one Inputs, the same objects every time.

        Args:
            inputs: where they come from.
            seed: which.
            instead: the ones with the entries that may be had instead, see ``Inputs``.

        Raises:
            SuiteError: the strategy or the builder fails.
        """
        key = (inputs.key, seed, instead)
        if key not in self._realised:
            changes = inputs.instead if instead else {}
            try:
                recipes = [recipe | changes for recipe in self._recipes(inputs, seed)]
                self._realised[key] = realise(inputs, recipes)
            except SuiteError as error:  # drawn once for all submissions, also if it fails
                self._realised[key] = error
        found = self._realised[key]
        if isinstance(found, SuiteError):
            raise found.at(found.where) from found
        return found

    def write(self, exercises: Iterable[Exercise], seed: int) -> list[Path]:
        """Draw and write the recipes that the course ships; return the files that changed.

        A file of an exercise that is gone is removed.

        Raises:
            SuiteError: a strategy or a builder fails.
        """
        if self._shipped is None:
            raise SuiteError("this course has no folder to keep cases in.")
        home = self._shipped / f"seed-{seed}"
        texts = {home / f"{each.name}.json": _text(each, seed) for each in exercises}
        home.mkdir(parents=True, exist_ok=True)
        gone = [path for path in sorted(home.glob("*.json")) if path not in texts]
        changed = [path for path in texts if not path.is_file() or path.read_bytes() != texts[path].encode()]
        for path in changed:
            replace(path, texts[path])
        for path in gone:
            path.unlink()
        self._files.pop(seed, None)
        return sorted([*changed, *gone])

    def _recipes(self, inputs: Inputs, seed: int) -> list[Recipe]:
        wanted = digest(inputs)
        recipes = _kept(self._entries(seed).get(inputs.key), wanted)
        if recipes:
            return recipes
        if self._cache is None:
            return self._drawn(inputs, seed, wanted)
        path = self._cache / f"{wanted[:32]}-{seed}.json"
        recipes = _kept(_read(path), wanted)
        if not recipes:
            recipes = self._drawn(inputs, seed, wanted)
            with suppress(OSError):  # without a cache, the cases are drawn again next time
                path.parent.mkdir(parents=True, exist_ok=True)
                replace(path, json.dumps(_entry(wanted, recipes)))
        return recipes

    def _drawn(self, inputs: Inputs, seed: int, wanted: str) -> list[Recipe]:
        """Draw recipes, or take the shipped ones with other numbers where these were chosen with care."""
        shipped = _kept(self._entries(0).get(inputs.key), wanted) if inputs.factors and inputs.numbers else []
        return renumbered(inputs, shipped, seed) if shipped else draw(inputs, seed)

    def _entries(self, seed: int) -> dict[str, Any]:
        """Return what the course ships, by key; each file is read once."""
        if seed not in self._files:
            paths = sorted((self._shipped / f"seed-{seed}").glob("*.json")) if self._shipped else []
            self._files[seed] = {key: entry for path in paths for key, entry in _read(path).items()}
        return self._files[seed]


def stale(shipped: Path, exercises: Iterable[Exercise], seed: int) -> list[str]:
    """Return the exercises whose shipped cases are missing or were drawn by another strategy.

    Files that belong to no exercise are among them.
    """
    home = shipped / f"seed-{seed}"
    left = {path.stem for path in home.glob("*.json")}
    found = []
    for exercise in exercises:
        entries = _read(home / f"{exercise.name}.json")
        inputs = exercise.inputs
        in_step = all(_kept(entries.get(each.key), digest(each)) for each in inputs)
        if not in_step or len(entries) != len(inputs):
            found.append(exercise.name)
        left.discard(exercise.name)
    return found + sorted(left)


def _text(exercise: Exercise, seed: int) -> str:
    entries = {}
    for inputs in exercise.inputs:
        recipes = draw(inputs, seed, thorough=True)
        for case in realise(inputs, recipes):
            check_arguments(exercise, inputs, case.arguments)
        entries[inputs.key] = _entry(digest(inputs), recipes)
    # A recipe keeps its order: it may be that of the arguments.
    lines = [f"{json.dumps(key)}: {json.dumps(entry)}" for key, entry in sorted(entries.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _read(path: Path) -> dict[str, Any]:
    """Return a kept file's content, or nothing where it is missing or damaged: it can be drawn again."""
    try:
        content = json.loads(path.read_text("utf-8")) if path.is_file() else None
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _entry(wanted: str, recipes: list[Recipe]) -> dict[str, Any]:
    """Return what is kept: the digest covers what draws the recipes, and the recipes themselves."""
    content = f"{wanted} {json.dumps(recipes, sort_keys=True)}"
    return {"digest": hashlib.sha256(content.encode()).hexdigest(), "recipes": recipes}


def _kept(entry: Any, wanted: str) -> list[Recipe]:
    """Return an entry's recipes; none where it is damaged, edited, or was drawn by another strategy."""
    recipes = entry.get("recipes") if isinstance(entry, dict) else None
    if not isinstance(recipes, list) or not all(isinstance(recipe, dict) for recipe in recipes):
        return []
    return recipes if entry == _entry(wanted, recipes) else []
