"""The author's only door: everything an exercise file needs.

An exercise file says what the student writes (a signature), what a right answer keeps (properties)
and what wrong answers look like (mistakes)::

    @exercise("Zero padding", inputs=pad_inputs)
    def zero_pad(X: Images, pad: int) -> Images: ...

    @zero_pad.prop(points=3, hint="Which axes does np.pad widen?")
    def centre(f, X, pad):
        '''The image stands unchanged in the middle.'''
        equal(f(X, pad)[:, pad:-pad, pad:-pad], X)

``f`` is the student's function; the other arguments are those of the drawn case, by name. A check
may also ask for ``rng``, a NumPy generator seeded by the case and the property.

``strategies`` is Hypothesis' module of that name, imported when a case is first drawn: grading with
kept cases never pays for it.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import numpy as np
import numpy.typing as npt

from grader.course.checks import Function, close, equal, require, shape, varies
from grader.course.contracts import CONTRACTS, contracts
from grader.course.forms import form_of
from grader.course.model import Arguments, Exercise, Inputs, Mistake, Property, Recipe, Suite
from grader.errors import SuiteError
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
    "Draft",
    "Draw",
    "Function",
    "Inputs",
    "Recipe",
    "Suite",
    "close",
    "equal",
    "exercise",
    "require",
    "say",
    "shape",
    "strategies",
    "suite",
    "varies",
]

Array: TypeAlias = npt.NDArray[np.float64]
"""An array of real numbers; ``Annotated[Array, "m n_H n_W n_C"]`` names its axes as well."""

Cache: TypeAlias = Any
"""What a forward pass keeps for the backward pass; never looked into."""

Check: TypeAlias = "Callable[..., None]"

Draw: TypeAlias = "Callable[..., Any]"
"""What a draw function gets: call it with a strategy and it returns a value."""


class Draft:
    """An exercise while its file is being read; ``suite`` makes it final."""

    def __init__(
        self,
        stub: Callable[..., Any],
        title: str,
        inputs: Inputs,
        needs: tuple[str, ...],
        contracts: Inputs,
        without: tuple[str, ...],
        oracle: Callable[..., Any] | None,
    ) -> None:
        self.name = stub.__name__
        self._stub, self._title, self._inputs, self._needs = stub, title, inputs, needs
        self._contracts, self._without, self._oracle = contracts, without, oracle
        self._properties: list[Property] = []
        self._mistakes: list[Mistake] = []

    def prop(self, *, points: float, hint: str, inputs: Inputs | None = None) -> Callable[[Check], Check]:
        """Add a promise: the decorated function's docstring, checked on every case.

        Args:
            points: earned by keeping it in every case; more than 0.
            hint: what the student should look at when it is broken.
            inputs: cases of its own; those of the exercise if left out.

        Raises:
            SuiteError: no promise, no hint, no points, a name twice, or an argument that no case has.
        """

        def add(check: Check) -> Check:
            where = _where(check)
            promise = _first_paragraph(check.__doc__)
            for wrong, remedy in (
                (not promise, "Write the promise as its docstring."),
                (not hint.strip(), "Give it a hint."),
                (points <= 0, "Give it points."),
                (check.__name__ in self._names(), "Give it another name."),
            ):
                if wrong:
                    raise SuiteError(
                        f"the property {check.__name__} is incomplete.", where=where, remedy=remedy
                    )
            self._properties.append(
                Property(check.__name__, promise, hint, float(points), check, inputs or self._inputs, where)
            )
            return check

        return add

    def mistake(self, message: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Add a known wrong formula: the decorated function computes it from the same arguments."""

        def add(formula: Callable[..., Any]) -> Callable[..., Any]:
            self._mistakes.append(Mistake(formula.__name__, message, formula))
            return formula

        return add

    def _names(self) -> set[str]:
        return {*CONTRACTS, *(prop.name for prop in self._properties)}

    def finish(self) -> Exercise:
        """Return the exercise as a value, with the contracts that apply to it.

        Raises:
            SuiteError: its return annotation has no form, it promises nothing, a property asks for what
                no case has, or it is to be without a contract that there is not.
        """
        where = _where(self._stub)
        signature = inspect.signature(self._stub, eval_str=True)
        try:
            form = form_of(signature.return_annotation)
        except TypeError as error:
            raise SuiteError(f"{self.name}: {error}", where=where) from error
        if not self._properties:
            raise SuiteError(
                f"{self.name} has no property.", where=where, remedy=f"Add one with @{self.name}.prop."
            )
        if unheard := {*self._without} - CONTRACTS.keys():
            raise SuiteError(
                f"{self.name} is without {', '.join(sorted(unheard))}: no contract.",
                where=where,
                remedy=f"The contracts are: {', '.join(CONTRACTS)}.",
            )
        for prop in self._properties:
            unknown = {*list(inspect.signature(prop.check).parameters)[1:]} - {*signature.parameters, "rng"}
            if unknown:
                raise SuiteError(
                    f"{prop.name} asks for {', '.join(sorted(unknown))}: no argument of {self.name}.",
                    where=prop.where,
                    remedy=f"The arguments are: {', '.join(signature.parameters)}; rng is at hand too.",
                )
        added = contracts(signature, self._contracts, where, CONTRACTS.keys() - self._without)
        return Exercise(
            name=self.name,
            title=self._title,
            signature=signature,
            form=form,
            properties=(*self._properties, *added),
            mistakes=tuple(self._mistakes),
            needs=self._needs,
            where=where,
            oracle=self._oracle,
        )


def exercise(
    title: str,
    *,
    inputs: Inputs,
    needs: Sequence[str] = (),
    contracts: Inputs | None = None,
    without: Collection[str] = (),
    oracle: Callable[..., Any] | None = None,
) -> Callable[[Callable[..., Any]], Draft]:
    """Make an exercise of a stub: its signature is the contract, its docstring explains it.

    Args:
        title: a few words, for tables.
        inputs: where the cases of its properties come from.
        needs: the exercises whose functions this one may call.
        contracts: where the cases of its contracts come from, the broadest there is; ``inputs`` if left out.
        without: names of contracts that a right function may break, such as one that works in place.
        oracle: a right function, for the exercises that need this one: a student whose function is wrong has
            them judged with it. Its arguments are a student's; what it raises is raised in their code, and
            it has to refuse what would take it long.
    """

    def draft(stub: Callable[..., Any]) -> Draft:
        return Draft(stub, title, inputs, tuple(needs), contracts or inputs, tuple(without), oracle)

    return draft


def suite(title: str, package: ModuleType | str, exercises: Sequence[Draft]) -> Suite:
    """Make a course of its exercises, in the order in which they are taught.

    Args:
        title: the course's name.
        package: the package's ``__name__``.
        exercises: the drafts that its files define.
    """
    name = str(package).rpartition(".")[2]
    return Suite(name=name, title=title, exercises=tuple(draft.finish() for draft in exercises), digest="")


def _first_paragraph(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").split("\n\n")[0].split())


def _where(function: Callable[..., Any]) -> str:
    code = function.__code__
    return f"{Path(code.co_filename).name}:{code.co_firstlineno}"
