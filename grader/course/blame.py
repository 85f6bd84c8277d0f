"""Whose line it was: an error in an author's own code is reported with the author's file and line."""

from __future__ import annotations

import functools
import inspect
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.errors import InternalError, SuiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["blaming", "innermost", "line_in", "place", "place_of", "told"]


@contextmanager
def blaming(
    doing: str | Callable[[], str],
    function: Callable[..., Any],
    remedy: str = "Correct this line of the course.",
    *,
    passing: tuple[type[Exception], ...] = (),
) -> Iterator[None]:
    """Turn whatever an author's function raises into a SuiteError, even what would end the program.

    What it is not to blame for passes: an InternalError, a SuiteError with its own line, Ctrl-C.

    Args:
        doing: what failed, as the beginning of a sentence: ``the property bias``; or what returns it, where
            it would take long to put into words each time.
        function: the author's.
        remedy: what to do about it.
        passing: what else passes: a property says by a Mismatch or a CallError that a promise is broken.
    """
    try:
        yield
    except SuiteError as error:
        if error.where:
            raise
        raise error.at(line_in(error, function)) from error
    except (InternalError, KeyboardInterrupt):
        raise
    except passing:
        raise
    except BaseException as error:  # such as SystemExit, or that by which pytest.fail ends a test
        said, doing = told(error), doing if isinstance(doing, str) else doing()
        where = line_in(error, function)
        raise SuiteError(f"{doing} failed ({said}).", where=where, remedy=remedy) from error


def told(error: BaseException) -> str:
    """Return an exception's type and text, on one line; its text may fail, too."""
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - whatever __str__ raises, there is no text
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def place_of(function: Callable[..., Any]) -> str:
    """Return the file and line where a function begins; its name where no file is known."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return place(code.co_filename, code.co_firstlineno) if code else repr(function)


def line_in(error: BaseException, function: Callable[..., Any]) -> str:
    """Return the innermost line of the function's own package that an error came through."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    home = _home(code.co_filename) if code else None
    return innermost(error, lambda file: _is_in(file, home)) or place_of(function)


def innermost(error: BaseException, is_inside: Callable[[str], bool]) -> str:
    """Return the innermost line that an error came through, of files that count; nothing if there is none."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if is_inside(frame.filename)]
    return place(frames[-1].filename, frames[-1].lineno) if frames else ""


def place(file: str, line: int | None) -> str:
    """Return a place in words, the same on every machine: the path begins with the package."""
    path = Path(file)
    home = _home(file)
    shown = path.relative_to(home.parent).as_posix() if home else path.name
    return f"{shown}:{line}" if line else shown


@functools.cache
def _home(file: str) -> Path | None:
    """Return the folder of the outermost package that a file is part of; None for a file outside packages."""
    home = None
    folder = Path(file).parent
    while (folder / "__init__.py").is_file():
        home, folder = folder, folder.parent
    return home


def _is_in(file: str, home: Path | None) -> bool:
    if home is None:
        return False
    inside = Path(file).is_relative_to(home)
    # The project's own course lies inside the framework's package.
    framework = home == Path(__file__).parents[1]
    return inside and (not framework or Path(file).is_relative_to(home / "suites"))
