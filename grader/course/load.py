"""From the name of a suite to the Suite: imports the author's package and says what is wrong with it."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
import pkgutil
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.model import Suite
from grader.errors import SuiteError, UsageError

if TYPE_CHECKING:
    from types import ModuleType

    from grader.course.model import Inputs

__all__ = ["available", "folder", "load"]

HOME = "grader.suites"


def available() -> list[str]:
    """Return the names of the suites that are installed."""
    return sorted(module.name for module in pkgutil.iter_modules(importlib.import_module(HOME).__path__))


def load(name: str) -> Suite:
    """Import a suite's package and return its ``SUITE`` with the digest of its files.

    Raises:
        UsageError: no suite has this name.
        SuiteError: its package cannot be imported, or is not sound.
    """
    module = _module(name)
    suite = getattr(module, "SUITE", None)
    if not isinstance(suite, Suite):
        raise SuiteError(
            "the package defines no SUITE.",
            where=str(module.__file__),
            remedy="End it with SUITE = suite(title, __name__, [exercises]).",
        )
    _check_names(suite)
    _check_inputs(suite)
    return dataclasses.replace(suite, digest=_digest(module))


def folder(name: str) -> Path:
    """Return the folder of a suite's package.

    Raises:
        UsageError: no suite has this name.
        SuiteError: its package cannot be imported.
    """
    return Path(str(_module(name).__file__)).parent


def _module(name: str) -> ModuleType:
    if name not in available():
        raise UsageError(f"There is no suite named {name!r}; there is: {', '.join(available()) or 'none'}.")
    try:
        return importlib.import_module(f"{HOME}.{name}")
    except SuiteError:
        raise
    except Exception as error:
        raise SuiteError(
            f"the suite {name} cannot be imported: {type(error).__name__}: {error}", where=_place(error)
        ) from error


def _place(error: Exception) -> str:
    """Return the author's file and line: a syntax error names its own."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{Path(error.filename).name}:{error.lineno}"
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(place.filename).name}:{place.lineno}"


def _check_names(suite: Suite) -> None:
    names = [exercise.name for exercise in suite.exercises]
    for exercise in suite.exercises:
        if names.count(exercise.name) > 1:
            raise SuiteError(
                f"{exercise.name} is listed twice.", where=exercise.where, remedy="List it once."
            )
        for needed in exercise.needs:
            if needed not in names:
                raise SuiteError(
                    f"{exercise.name} needs {needed}, which is no exercise.",
                    where=exercise.where,
                    remedy=f"Its needs may name: {', '.join(names)}.",
                )


def _check_inputs(suite: Suite) -> None:
    """Cases are kept by the name of their strategy, so a name must not stand for two of them."""
    seen: dict[str, Inputs] = {}
    for exercise in suite.exercises:
        for prop in exercise.properties:
            if seen.setdefault(prop.inputs.key, prop.inputs) != prop.inputs:
                raise SuiteError(
                    f"two different Inputs draw with {prop.inputs.key}.",
                    where=prop.where,
                    remedy="Give each a draw function of its own.",
                )
        own = [prop for prop in exercise.properties if not prop.contract]
        if own and all(prop.inputs.instead for prop in own):
            raise SuiteError(
                f"every property of {exercise.name} may be kept with other cases instead of its own.",
                where=exercise.where,
                remedy="Give one property cases without ``instead``.",
            )


def _digest(module: ModuleType) -> str:
    root = Path(str(module.__file__)).parent
    sha = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        sha.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()
