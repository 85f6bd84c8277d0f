"""Modules that draw, show progress or compile, and compute nothing: without them an answer is the same.

No worker has them. They are missed by who uses them; only for a second try, see ``idioms``, they are left
out: what is drawn is drawn nowhere, ``tqdm(x)`` is x, ``@jit`` changes nothing. What a function would compute
with them (a histogram's counts, a picture that it reads) it does not get.
"""

from __future__ import annotations

import sys
from functools import partial
from importlib.machinery import ModuleSpec
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType, ModuleType
    from typing import TypeAlias

    Note: TypeAlias = Callable[[FrameType], None]

__all__ = ["PACKAGES", "Absent"]

PACKAGES = frozenset({"IPython", "matplotlib", "mpl_toolkits", "numba", "seaborn", "tqdm"})


class Absent:
    """Finds the packages, as the last place where a module is looked for.

    Args:
        note: is told which package was used, and the frame in which it was.
    """

    def __init__(self, note: Callable[[str, FrameType], None]) -> None:
        self._note = note

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Answer for the packages and all that may be in them."""
        if name.partition(".")[0] not in PACKAGES:
            return None
        return ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, _spec: ModuleSpec) -> None:
        """Let Python make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Give the module every name that is asked for."""
        package = module.__name__.partition(".")[0]
        known, other = _names(module, package, partial(self._note, package))

        def found(name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return known.get(name, other)

        vars(module)["__getattr__"] = found


def _names(module: ModuleType, package: str, note: Note) -> tuple[dict[str, Any], Any]:
    """Return what some names of a module stand for, and all others."""
    nothing = _Nothing(note)
    if package == "tqdm":
        bar, counted = partial(_bar, note), partial(_counted, note)
        bars = {"tqdm": bar, "tqdm_notebook": bar, "trange": counted, "tnrange": counted}
        return bars, module  # such as tqdm.notebook, which has the same names
    if package == "numba":
        compiled = partial(_compiled, note)
        return {"jit": compiled, "njit": compiled, "prange": range}, nothing
    return {"subplots": lambda *_args, **_options: (nothing, nothing)}, nothing


class _Nothing:
    """Takes whatever is done with it."""

    def __init__(self, note: Note) -> None:
        self.__dict__["_note"] = note

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing(self.__dict__["_note"])

    def __setattr__(self, name: str, value: Any) -> None:
        pass

    def __call__(self, *_args: Any, **_options: Any) -> Any:
        self.__dict__["_note"](sys._getframe(1))  # noqa: SLF001
        return _Nothing(self.__dict__["_note"])

    def __getitem__(self, index: Any) -> Any:
        return _Nothing(self.__dict__["_note"])

    def __setitem__(self, index: Any, value: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_exception: object) -> None:
        pass


class _Bar(_Nothing):
    """A progress bar that shows none."""

    def __init__(self, note: Note, iterable: Iterable[Any]) -> None:
        super().__init__(note)
        self.__dict__["_iterable"] = iterable

    def __iter__(self) -> Iterator[Any]:
        return iter(self.__dict__["_iterable"])


def _bar(note: Note, iterable: Iterable[Any] = (), *_args: Any, **_options: Any) -> _Bar:
    note(sys._getframe(1))  # noqa: SLF001
    return _Bar(note, iterable)


def _counted(note: Note, *bounds: int, **_options: Any) -> _Bar:
    note(sys._getframe(1))  # noqa: SLF001
    return _Bar(note, range(*bounds))


def _compiled(note: Note, *args: Any, **_options: Any) -> Any:
    """Return the function as it is, for ``@jit`` as for ``@jit(nopython=True)``."""
    note(sys._getframe(1))  # noqa: SLF001
    return args[0] if args and isinstance(args[0], FunctionType) else lambda function: function
