"""The authoring API: everything that the files of a course import.

An exercise says what the student writes (a signature), what a right answer keeps (properties) and what wrong
answers look like (mistakes)::

    @exercise("Moving average", points=5, inputs=Inputs(draw, build))
    def moving_average(x: Array, n: int) -> Array: ...

    @moving_average.prop(points=3, hint="How many numbers does each window have?")
    def first(f, x, n):
        '''The first answer is the mean of the first n numbers.'''
        close(f(x, n)[0], x[:n].mean())

``f`` is the student's function; the other arguments are those of the drawn case, by name. A check
may also ask for ``rng``, a NumPy generator seeded by the case and the property.

Exercises make a ``lesson``, and lessons make the ``suite`` of a course.

``strategies`` is Hypothesis' module of that name, imported when a case is first drawn: grading with
kept cases never pays for it.
"""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from grader.course.blame import place, place_of
from grader.course.checks import Function, close, copies, equal, refused, require, shape, varies
from grader.course.choices import choose
from grader.course.draft import Draft
from grader.course.factors import Factor, Impossible
from grader.course.model import Arguments, Axes, Inputs, Lesson, Recipe, Suite
from grader.errors import CallError, SuiteError
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from types import ModuleType

    from hypothesis import strategies
else:

    class _Strategies:
        def __getattr__(self, name: str) -> Any:
            from hypothesis import strategies as real  # noqa: PLC0415 - the point of this class

            return getattr(real, name)

    strategies = _Strategies()

__all__ = [
    "Annotated",
    "Arguments",
    "Array",
    "Cache",
    "CallError",
    "Draft",
    "Draw",
    "Factor",
    "Function",
    "Impossible",
    "Inputs",
    "Lesson",
    "Recipe",
    "Suite",
    "choose",
    "close",
    "copies",
    "equal",
    "exercise",
    "lesson",
    "refused",
    "require",
    "say",
    "shape",
    "strategies",
    "suite",
    "varies",
]

Array: TypeAlias = npt.NDArray[np.float64]
"""An array of real numbers; ``Annotated[Array, "m n"]`` names its axes as well."""

Cache: TypeAlias = Any
"""What one function keeps for another; never looked into."""

Draw: TypeAlias = "Callable[..., Any]"
"""What a draw function gets: call it with a strategy and it returns a value."""


def exercise(
    title: str | Callable[..., Any] = "",
    *,
    inputs: Inputs | None = None,
    points: float | None = None,
    needs: Sequence[str] = (),
    contracts: Inputs | None = None,
    without: Collection[str] = (),
    oracle: Callable[..., Any] | None = None,
) -> Callable[[Callable[..., Any]], Draft]:
    """Make an exercise of a stub: its signature is the contract, its docstring explains it.

    Args:
        title: a few words, for tables.
        inputs: where the cases of its properties come from.
        points: the exercise's total. Contracts have 1/4 point each, a fifth of the total at most, and the
            properties share the rest in the ratio of their points. If left out, the total is the sum of the
            properties' points.
        needs: the exercises whose functions this one may call.
        contracts: where the cases of its contracts come from, the broadest there is; ``inputs`` if left out.
        without: names of contracts that a right function may break, such as one that works in place.
        oracle: a right function, for the exercises that need this one: a student whose function is wrong has
            them judged with it. Its arguments are a student's; what it raises is raised in their code, and
            it has to refuse what would take it long.

    Raises:
        SuiteError: something is missing, or is not what it must be.
    """
    if not isinstance(title, str):
        where = place_of(title) if inspect.isroutine(title) else _called_at()
        raise SuiteError(
            "an exercise has no title.", where=where, remedy='Write @exercise("A title", inputs=...).'
        )

    def draft(stub: Callable[..., Any]) -> Draft:
        return Draft(
            stub,
            title,
            inputs,
            points=points,
            needs=needs,
            contracts=contracts,
            without=without,
            oracle=oracle,
        )

    return draft


def lesson(
    title: str, package: ModuleType | str, exercises: Sequence[Draft], *, extra: bool = False
) -> Lesson:
    """Make a lesson of its exercises, in the order in which they are taught.

    Args:
        title: a few words, for reports.
        package: the ``__name__`` of its package; the lesson's name is the last part of it.
        exercises: the drafts that its files define.
        extra: extra credit: the points have a total of their own, and full marks do without them.

    Raises:
        SuiteError: it has no exercise, or one of them is unsound.
    """
    where = _called_at()
    _check(title, exercises, Draft, ("lesson", "exercise"), where)
    if not isinstance(extra, bool):
        raise SuiteError(f"the lesson has extra={extra!r}.", where=where, remedy="Write extra=True.")
    return Lesson(
        _last(package, "lesson", where), str(title), tuple(draft.finish() for draft in exercises), extra
    )


def suite(
    title: str, package: ModuleType | str, lessons: Sequence[Lesson], *, axes: Axes | None = None
) -> Suite:
    """Make the suite of a course of its lessons, in the order in which they are taught.

    Args:
        title: the course's name.
        package: the ``__name__`` of its package; the suite's name is the last part of it.
        lessons: what ``lesson`` made.
        axes: of arrays with more axes than two, which two a report shows as rows and columns, such as
            ``{3: (1, 2)}`` for matrices one behind the other; the first two where it says nothing.

    Raises:
        SuiteError: it has no lesson, or arrays have no such axes.
    """
    where = _called_at()
    _check(title, lessons, Lesson, ("suite", "lesson"), where)
    if not isinstance(axes, (dict, type(None))):
        raise SuiteError(f"the suite has axes={axes!r}.", where=where, remedy=_AXES)
    for ndim, shown in (axes or {}).items():
        if not _are_axes(shown, ndim):
            found = f"arrays with {ndim} axes have no axes {shown!r}."
            raise SuiteError(found, where=where, remedy=_AXES)
    return Suite(_last(package, "suite", where), str(title), tuple(lessons), axes=axes or {})


def _check(title: Any, parts: Any, kind: type, words: tuple[str, str], where: str) -> None:
    whole, part = words
    article = "an" if part[0] in "aeiou" else "a"
    remedy = f'Write {whole}("A title", __name__, [...]) with its {part}s in the list.'
    if not isinstance(title, str) or not title.strip():
        raise SuiteError(f"a {whole} has no title.", where=where, remedy=remedy)
    if not isinstance(parts, (list, tuple)) or not parts:
        raise SuiteError(f"the {whole} {title!r} has no {part}.", where=where, remedy=remedy)
    for each in parts:
        if not isinstance(each, kind):
            names = (getattr(each, name, None) for name in ("__name__", "name"))
            found = next((name for name in names if isinstance(name, str)), f"a {type(each).__name__}")
            raise SuiteError(
                f"{found} in the {whole} {title!r} is not {article} {part}.", where=where, remedy=remedy
            )


_AXES = "Write two different axes, such as axes={3: (1, 2)}."


def _are_axes(shown: object, ndim: object) -> bool:
    if not isinstance(shown, (tuple, list)) or not isinstance(ndim, int) or len(shown) != 2:
        return False
    return all(isinstance(each, int) and each in range(ndim) for each in shown) and shown[0] != shown[1]


def _last(package: ModuleType | str, whole: str, where: str) -> str:
    """Return the last part of a package's name."""
    name = str(getattr(package, "__name__", package)).rpartition(".")[2]
    if not name.isidentifier():
        found = f"the {whole} has the package {package!r}."
        raise SuiteError(found, where=where, remedy="Write __name__ as the second argument.")
    return name


def _called_at() -> str:
    """Return the author's line that called a function of this module."""
    frame = sys._getframe(2)  # noqa: SLF001 - the caller's caller
    return place(frame.f_code.co_filename, frame.f_lineno)
