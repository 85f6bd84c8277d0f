"""What the names in an author's text stand for: the text that defines them, and what that names in turn."""

from __future__ import annotations

import fnmatch
import hashlib
import sys
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from grader.course.mentions import Import
from grader.course.sources import file_of, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from grader.course.mentions import Mentions
    from grader.course.sources import Piece, Source

__all__ = ["Definitions", "Extent"]

FRAMEWORK, SUITES = "grader", "grader.suites."
GENERATED = {"__pycache__", "cases", "locale"}  # folders of a course that no author writes its data into


class Extent:
    """Which modules and files belong to the course.

    Args:
        module: one of them.
    """

    def __init__(self, module: str) -> None:
        self._top = module.partition(".")[0]
        parts = module.split(".")[: 3 if self._top == FRAMEWORK else 1]
        file = file_of(".".join(parts))
        self._folder = file.parent if file is not None and file.name == "__init__.py" else None
        self._data: dict[str, list[Path]] | None = None
        self._files: dict[str, Path | None] = {}
        self._sources: dict[str, Source] = {}

    def __contains__(self, module: object) -> bool:
        name = str(module)
        inside = name.partition(".")[0] == self._top
        return inside and (self._top != FRAMEWORK or name.startswith(SUITES))

    @property
    def home(self) -> str:
        """The folder of the course's package; nothing if it is no package."""
        return str(self._folder or "")

    def file(self, module: str) -> Path | None:
        """Return the file of a module, if it is one of the course."""
        if module not in self._files:
            self._files[module] = file_of(module) if module.partition(".")[0] == self._top else None
        return self._files[module]

    def source(self, module: str) -> Source:
        """Return the text of a module; of one without a file, it is empty."""
        if module not in self._sources:
            self._sources[module] = read(str(self.file(module) or ""))
        return self._sources[module]

    def data(self, word: str) -> list[str]:
        """Return the digests of the data files that it may name: ``x.csv``, ``*.csv``, ``.csv``."""
        if self._folder is None or "." not in word or len(word.split()) != 1:
            return []
        if self._data is None:
            self._data = {}
            for path in sorted(self._folder.rglob("*.*")):
                inside = path.relative_to(self._folder)
                if path.suffix not in {".py", ".pyc"} and not GENERATED & {*inside.parts} and path.is_file():
                    self._data.setdefault(path.name, []).append(path)
        pattern = word.rpartition("/")[2]
        names = fnmatch.filter(self._data, f"*{pattern}" if pattern.startswith(".") else pattern)
        paths = [path for name in sorted(names) for path in self._data[name]]
        return [f"{path.name} {_sha(path)}" for path in paths]


class Definitions:
    """Writes down what names stand for, each statement once.

    Args:
        extent: what is looked into; of other modules, only the name is written down.
        parts: where to.
        value: writes down what a name stands for that no statement defines.
        held: returns the functions and classes of the course that a value holds.
    """

    def __init__(
        self,
        extent: Extent,
        parts: list[str],
        value: Callable[[Any], None],
        held: Callable[[Any], list[Any]],
    ) -> None:
        self._extent, self._parts, self._value, self._held = extent, parts, value, held
        self._seen: dict[tuple[str, int | str], int] = {}
        self._open: set[tuple[str, ...]] = set()

    def mentions(self, module: str, mentioned: Mentions) -> None:
        """Write down what a piece of a module's text takes from outside."""
        for name, *taken in mentioned.names:
            self._labelled((name, *taken), self.name, module, name, tuple(taken))
        for found, path in mentioned.imports:
            self._labelled((found.name or found.module, *path), self._import, module, found, path)
        for word in mentioned.words:
            self._parts.extend(self._extent.data(word))

    def name(self, module: str, name: str, taken: tuple[str, ...] = ()) -> bool:
        """Write down what makes a name of a module what it is; tell whether it has anything of the kind.

        Args:
            module: of the course.
            name: one that it has, or one of Python's builtins.
            taken: the attributes that are used, if it is a module.
        """
        key = (module, name, *taken)
        if key in self._open:  # two modules that import it from each other
            return False
        self._open.add(key)
        source = self._extent.source(module)
        binders = source.binders(name) if source else []
        for binder in binders:
            if isinstance(binder, Import):
                self._import(module, binder, taken)
            else:
                self.statement(module, binder)
        space = vars(sys.modules[module]) if module in sys.modules else {}
        known = name in space and not name.startswith("__") and not isinstance(space[name], ModuleType)
        stated = any(not isinstance(each, Import) for each in binders)
        if stated and known and not isinstance(space[name], FunctionType):
            for each in self._held(
                _contents(space[name])
            ):  # put there by other statements, as by a decorator
                self._value(each)
        found = bool(binders) or any(self._import(module, star, (name,)) for star in source.stars)
        if not found and known:
            self._value(space[name])
        self._open.discard(key)
        return found or known

    def statement(self, module: str, piece: Piece) -> None:
        """Write down a statement of a module, and what it names."""
        if not self._again((module, piece.line)):
            self._parts.append(piece.text)
            self.mentions(module, piece.mentions)

    def _labelled(self, name: tuple[str, ...], write: Callable[..., bool], *arguments: Any) -> None:
        """Write down which name it is, too, unless it is a builtin: those vary with the version of Python."""
        before = len(self._parts)
        self._parts.append(".".join(name))
        if not write(*arguments):
            del self._parts[before:]

    def _import(self, module: str, found: Import, taken: tuple[str, ...]) -> bool:
        target = _absolute(module, self._extent.source(module).is_package, found)
        path = (found.name, *taken) if found.name else taken
        while target not in self._extent and path and f"{target}.{path[0]}".startswith(FRAMEWORK + "."):
            if self._extent.file(f"{target}.{path[0]}") is None:
                break
            target, path = f"{target}.{path[0]}", path[1:]  # import grader.suites.mine.values
        if target not in self._extent:
            self._parts.append(".".join((target, *path)))
            return bool(found.name or found.module)
        return self._module(target, path)

    def _module(self, module: str, taken: tuple[str, ...]) -> bool:
        if taken:
            first, rest = taken[0], taken[1:]
            found = self.name(module, first, rest)
            inner = f"{module}.{first}"
            if self._extent.file(inner) is not None:
                return self._module(inner, rest) or found
            return found or (first != "__getattr__" and self.name(module, "__getattr__"))
        if not self._again((module, "")):  # handed on as a whole
            for piece in self._extent.source(module).pieces:
                self.statement(module, piece)
        return True

    def _again(self, key: tuple[str, int | str]) -> bool:
        if key in self._seen:
            self._parts.append(f"#{self._seen[key]}")
            return True
        self._seen[key] = len(self._seen)
        return False


def _sha(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:  # the author's function says so, if it needs the file
        return ""


def _contents(value: Any) -> Any:
    """Return what a name stands for; of a class, the containers that it has for all its objects."""
    if not isinstance(value, type):
        return value
    return [each for each in vars(value).values() if isinstance(each, (dict, list, set, tuple))]


def _absolute(module: str, is_package: bool, found: Import) -> str:
    """Return the module that is meant by an import, which may be relative."""
    if not found.level:
        return found.module
    parts = module.split(".")
    parts = parts[: len(parts) - found.level + is_package]
    return ".".join([*parts, *filter(None, [found.module])])
