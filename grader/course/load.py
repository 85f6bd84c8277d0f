"""From what the caller says to a course: imports the author's package and says what is wrong with it."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course.blame import innermost, place, told
from grader.course.find import find, installed
from grader.course.model import Suite
from grader.course.names import check_inputs, check_names
from grader.errors import SuiteError
from grader.files import files_in

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import ModuleType

    from grader.course.find import Place

__all__ = ["Course", "load", "reload"]

_BY_PATH: dict[str, Path] = {}  # packages that were imported from a folder, by the name of their module


@dataclass(frozen=True, slots=True)
class Course:
    """A course, and where its parts are.

    Attributes:
        suite: what it grades, or as much of it as was chosen.
        package: the folder of its package.
        spec: what ``load`` takes to load it again, from any working folder.
        home: the author's folder; None for an installed course.
    """

    suite: Suite
    package: Path
    spec: str
    home: Path | None = None

    @property
    def cases(self) -> Path:
        """The folder of the cases that it ships."""
        return self.package / "cases"

    @property
    def locale(self) -> Path:
        """The folder of its translations."""
        return self.package / "locale"

    def beside(self, name: str) -> Path:
        """Return a folder of the author's, such as ``solutions``: in the course's folder, or else here."""
        return (self.home or Path()) / name

    def only(self, names: Collection[str]) -> Course:
        """Return the course with the named lessons and exercises alone."""
        return dataclasses.replace(self, suite=self.suite.only(names))


def load(course: str | None = None) -> Course:
    """Import a course's package and return the course, with the digest of its files.

    Args:
        course: the name of an installed course or a path; see ``find``.

    Raises:
        UsageError: there is no such course, or more than one.
        SuiteError: its package cannot be imported, or is not sound.
    """
    found = find(course)
    module = _imported(found)
    suite, file = getattr(module, "SUITE", None), getattr(module, "__file__", None) or ""
    remedy = "End it with SUITE = suite(title, __name__, [lessons])."
    if Path(file).name != "__init__.py":
        message = f"{found.module} is not a package: a course is a folder with an __init__.py."
        raise SuiteError(message, where=file or found.module, remedy="Correct the folder or the entry point.")
    if not isinstance(suite, Suite):
        raise SuiteError("the package defines no SUITE.", where=place(file, None), remedy=remedy)
    name = found.module.rpartition(".")[2]
    if suite.name != name:
        message = f"the suite is called {suite.name!r} and its package {name!r}."
        raise SuiteError(message, where=place(file, None), remedy=remedy)
    if found.package is None and found.spec != name:
        message = f"the entry point is called {found.spec!r} and the course {name!r}."
        raise SuiteError(message, where=place(file, None), remedy="Give both the same name.")
    check_names(suite)
    check_inputs(suite)
    package = Path(file).parent
    return Course(dataclasses.replace(suite, digest=_digest(package)), package, found.spec, found.home)


def reload(course: Course) -> Course:
    """Load a course again, whose files have changed.

    Raises:
        SuiteError: as ``load``.
    """
    _forget(find(course.spec).module)
    importlib.invalidate_caches()
    return load(course.spec)


def _imported(found: Place) -> ModuleType:
    try:
        if found.package is None:
            return importlib.import_module(found.module)
        return _imported_from(found.package, found.module)
    except SuiteError as error:
        if error.where:
            raise
        raise error.at(_where(error, found)) from error
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a course may raise anything while it is imported
        raise _fault(error, found) from error


def _imported_from(package: Path, name: str) -> ModuleType:
    """Import a package from its folder, under its own name and without a change of the search path."""
    if _BY_PATH.get(name) == package and name in sys.modules:
        return sys.modules[name]
    if name in _BY_PATH:
        _forget(name)
    else:
        _check_free(package, name)
    spec = importlib.util.spec_from_file_location(
        name, package / "__init__.py", submodule_search_locations=[str(package)]
    )
    if spec is None or spec.loader is None:  # pragma: no cover - a file with this ending has a loader
        raise ImportError(f"{package} cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name], _BY_PATH[name] = module, package
    try:
        spec.loader.exec_module(module)
    except BaseException:
        _forget(name)
        raise
    return module


def _forget(name: str) -> None:
    """Take a package out of the imported modules, with all that is in it."""
    _BY_PATH.pop(name, None)
    for known in [each for each in sys.modules if each == name or each.startswith(f"{name}.")]:
        del sys.modules[known]


def _check_free(package: Path, name: str) -> None:
    """Refuse a package that would take the place of a module that Python or the grader needs."""
    known = sys.modules.get(name)
    spec = known.__spec__ if known is not None else importlib.util.find_spec(name)
    if known is not None and spec is None:  # __main__ has none in some programs
        raise _taken(package, name)
    # A folder without an __init__.py has no origin, such as the author's own around the course.
    if spec is None or spec.origin is None or Path(spec.origin).parent.resolve() == package.resolve():
        return
    courses = {module for each in installed().values() for module in each.values()}
    if known is None and name in courses:
        return  # the author works on a course that is installed, too
    raise _taken(package, name)


def _taken(package: Path, name: str) -> SuiteError:
    message = f"the package has the name of another installed module, {name!r}."
    return SuiteError(message, where=str(package), remedy="Rename its folder, and the imports from it.")


def _fault(error: BaseException, found: Place) -> SuiteError:
    """Say why a package cannot be imported, with the author's file and line."""
    where = _where(error, found)
    if isinstance(error, SyntaxError) and error.filename:
        where = place(error.filename, error.lineno)
        return SuiteError(f"syntax error: {error.msg}.", where=where, remedy="Correct the line.")
    if isinstance(error, ModuleNotFoundError) and error.name:
        missing = error.name
        if missing.partition(".")[0] == found.module.partition(".")[0]:
            remedy = "Write its file, or correct the import or the entry point."
            return SuiteError(f"there is no module {missing}.", where=where, remedy=remedy)
        top = missing.partition(".")[0]
        remedy = f"Install it in the same environment: pip install {top}."
        return SuiteError(f"it imports {missing}, which is not installed.", where=where, remedy=remedy)
    return SuiteError(
        f"the course cannot be imported ({told(error)}).", where=where, remedy="Correct the line."
    )


def _where(error: BaseException, found: Place) -> str:
    """Return the innermost line of the course's own files that an error came through."""
    folder = found.package
    if folder is None:
        spec = importlib.util.find_spec(found.module.partition(".")[0])
        folder = Path(spec.origin).parent if spec is not None and spec.origin else None
    if folder is None:
        return f"the entry point {found.spec} = {found.module}"
    return innermost(error, lambda file: Path(file).is_relative_to(folder)) or str(folder)


def _digest(package: Path) -> str:
    """Return the digest of all that decides grades: code, cases and data, but no translations."""
    sha = hashlib.sha256()
    for path in files_in(package):
        inside = path.relative_to(package)
        if inside.parts[0] != "locale":
            sha.update(inside.as_posix().encode() + b"\0" + _content(path) + b"\0")
    return sha.hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        remedy = "Check its permissions."
        raise SuiteError(f"it cannot be read ({error.strerror}).", where=str(path), remedy=remedy) from error
