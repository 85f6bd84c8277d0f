"""An exercise while its files are being read: properties and mistakes are added to it, then it is made final.

Whatever an author forgets or mistypes is reported with file, line and remedy.
"""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from grader.course.blame import place_of
from grader.course.contracts import CONTRACTS, applicable, contract_points, contracts
from grader.course.fitting import check_formula, check_property
from grader.course.forms import form_of
from grader.course.model import Exercise, Inputs, Judged, Mistake, Property, points
from grader.errors import SuiteError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from grader.course.model import Form

__all__ = ["Draft"]

Check: TypeAlias = "Callable[..., None]"

LEAST, MOST = 0.01, 1e6  # points of an exercise or a property; fewer could not be read in a report


class Draft:
    """An exercise that can still be added to; see ``authoring.exercise`` for what it is made of.

    Raises:
        SuiteError: something is missing, or is not what it must be.
    """

    def __init__(
        self,
        stub: Callable[..., Any],
        title: str,
        inputs: Inputs | None,
        *,
        points: float | None,
        needs: Sequence[str],
        contracts: Inputs | None,
        without: Collection[str],
        oracle: Callable[..., Any] | None,
    ) -> None:
        if (
            not inspect.isfunction(stub)
            or inspect.iscoroutinefunction(stub)
            or inspect.isgeneratorfunction(stub)
        ):
            found = f"{getattr(stub, '__name__', repr(stub))} is not a plain function."
            raise SuiteError(
                found,
                where=place_of(stub) if inspect.isroutine(stub) else "",
                remedy="Write the stub with def, without async or yield.",
            )
        self.name = stub.__name__
        self._stub, self._where = stub, place_of(stub)
        self._fail_if(not title.strip(), "has no title", 'Give it one: @exercise("A title", ...).')
        if not isinstance(inputs, Inputs):
            raise self._fault("has no inputs", "Say where its cases come from: inputs=Inputs(draw, build).")
        remedy = "Write contracts=Inputs(draw, build)."
        self._fail_if(not isinstance(contracts or inputs, Inputs), f"has contracts={contracts!r}", remedy)
        remedy = "Write oracle=FUNCTION, with the name of a right function."
        self._fail_if(oracle is not None and not callable(oracle), f"has oracle={oracle!r}", remedy)
        self._title, self._inputs, self._contracts = str(title), inputs, contracts or inputs
        self._fail_if(points is not None and not _are_points(points), f"has points={points!r}", _POINTS)
        for names, argument in ((needs, "needs"), (without, "without")):
            remedy = f'List them: {argument}=["one", "another"].'
            kind = "one string" if isinstance(names, str) else "not a list of names"
            self._fail_if(not _are_names(names), f"has {argument}={names!r}, which is {kind}", remedy)
        unheard = ", ".join(sorted({*without} - CONTRACTS.keys()))
        remedy = f"The contracts are: {', '.join(CONTRACTS)}."
        self._fail_if(bool(unheard), f"leaves out {unheard}, which is not a contract", remedy)
        self._points, self._needs = None if points is None else float(points), tuple(needs)
        self._without, self._oracle = {*without}, oracle
        self._properties: list[Property] = []
        self._mistakes: list[Mistake] = []

    def prop(
        self,
        check: Check | None = None,
        /,
        *,
        points: float | None = None,
        hint: str | None = None,
        inputs: Inputs | None = None,
        required: bool = False,
    ) -> Callable[[Check], Check]:
        """Add a promise: the decorated function's docstring, checked on every case.

        Args:
            check: nothing; there for an author who forgets the brackets.
            points: earned by keeping it in every case; more than 0.
            hint: what the student should look at when it is broken.
            inputs: cases of its own; those of the exercise if left out.
            required: list the promise in the docstring of the students' stub, under "Requires".

        Raises:
            SuiteError: no promise, no hint, no points, a name twice, or an argument that no case has.
        """

        def add(check: Check) -> Check:
            added = self._added(check, points, hint, inputs)
            self._properties[-1] = replace(self._properties[-1], required=required)
            return added

        if check is not None:
            self._check_function(check, f"@{self.name}.prop(points=..., hint=...)")
            return add(check)  # type: ignore[return-value]
        return add

    def definition(
        self,
        *,
        points: float | None = None,
        hint: str | None = None,
        inputs: Inputs | None = None,
        required: bool = False,
    ) -> Callable[[Check], Check]:
        """Add the promise that says what every number of an answer is; its check gets an answer, no function.

        It is checked on its own cases, and on every call that is made for another property. So a function
        that gives a wrong answer to any of them loses points, whatever was asked.

        Args:
            points: earned if every number of every answer is right.
            hint: what the student should look at when it is broken.
            inputs: cases in which everything varies at once; those of the exercise if left out.
            required: as for ``prop``.

        Raises:
            SuiteError: as for ``prop``, or there is another definition.
        """

        def add(check: Check) -> Check:
            added = self.prop(points=points, hint=hint, inputs=inputs, required=required)(check)
            found = f"has two definitions, {', '.join(p.name for p in self._properties if p.defines)} and"
            remedy = "Make one of them an ordinary property: @....prop(...)."
            again = any(prop.defines for prop in self._properties)
            self._fail_if(again, f"{found} {check.__name__}", remedy)
            self._properties[-1] = replace(self._properties[-1], defines=True)
            return added

        return add

    def mistake(
        self, message: str | Callable[..., Any]
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Add a known wrong formula: the decorated function computes it from the same arguments.

        Raises:
            SuiteError: no message, a name twice, or arguments that the stub does not have.
        """
        written = f'@{self.name}.mistake("...")'

        def add(formula: Callable[..., Any]) -> Callable[..., Any]:
            self._check_function(formula, written)
            name, where = formula.__name__, place_of(formula)
            if not isinstance(message, str) or not message.strip():
                remedy = f"Say what is wrong and where to look: {written}."
                raise SuiteError(f"the mistake {name} has no message.", where=where, remedy=remedy)
            if name in {mistake.name for mistake in self._mistakes}:
                raise SuiteError(f"there are two mistakes {name}.", where=where, remedy=_RENAME)
            self._mistakes.append(Mistake(name, str(message), formula, where))
            return formula

        return add if isinstance(message, str) else add(message)

    def finish(self) -> Exercise:
        """Return the exercise as a value, with the contracts that apply to it.

        Raises:
            SuiteError: its return annotation has no form, it promises nothing, or a property or a mistake
                takes what no case has.
        """
        signature = self._signature()
        remedy = f"Add one with @{self.name}.prop(points=..., hint=...)."
        self._fail_if(not self._properties, "has no property", remedy)
        for prop in self._properties:
            check_property(prop, self.name, signature)
        for mistake in self._mistakes:
            check_formula(mistake, self.name, signature)
        wanted = [name for name in applicable(signature) if name not in self._without]
        declared = points(prop.points for prop in self._properties)
        total = self._points or declared
        each = contract_points(total, len(wanted))
        share = (total - each * len(wanted)) / declared
        form = self._form(signature)
        return Exercise(
            name=self.name,
            title=self._title,
            signature=signature,
            form=form,
            properties=(
                *(replace(self._judged(prop, form), points=prop.points * share) for prop in self._properties),
                *contracts(wanted, self._contracts, self._where, each),
            ),
            mistakes=tuple(self._mistakes),
            needs=self._needs,
            where=self._where,
            oracle=self._oracle,
        )

    def _judged(self, prop: Property, form: Form) -> Property:
        """Return a property; the cases of a definition with factors are to catch all mistakes."""
        if not prop.defines or not prop.inputs.factors:
            return prop
        judged = Judged(prop.check, form, tuple(self._mistakes))
        return replace(prop, inputs=replace(prop.inputs, judged=judged))

    def _added(self, check: Check, points: float | None, hint: str | None, inputs: Inputs | None) -> Check:
        self._check_function(check, f"@{self.name}.prop(points=..., hint=...)")
        name, where, promise = check.__name__, place_of(check), _first_paragraph(check.__doc__)
        own = self._inputs if inputs is None else inputs
        for wrong, missing, remedy in (
            (points is None, "has no points", f"Write @{self.name}.prop(points=..., hint=...)."),
            (points is not None and not _are_points(points), f"has points={points!r}", _POINTS),
            (
                not isinstance(hint, str) or not hint.strip(),
                "has no hint",
                "Say what to look at if it is broken: hint=...",
            ),
            (
                inputs is not None and not isinstance(inputs, Inputs),
                f"has inputs={inputs!r}",
                "Write inputs=Inputs(draw, build).",
            ),
            (not promise, "has no promise", "Write the promise as its docstring."),
            (name in self._names(), "has the name of another property or of a contract", _RENAME),
        ):
            if wrong:
                raise SuiteError(f"the property {name} {missing}.", where=where, remedy=remedy)
        prop = Property(name, promise, str(hint), float(points or 0), check, own, where)
        self._properties.append(prop)
        return check

    def _check_function(self, function: object, decorator: str) -> None:
        """Refuse what is no function of the author's: it has no line, and no arguments that can be read."""
        if not inspect.isfunction(function):
            kind = getattr(function, "__name__", repr(function))
            remedy = f"Write it with def, below {decorator}."
            raise self._fault(f"has {kind} as a property or a mistake", remedy)

    def _names(self) -> set[str]:
        return {*CONTRACTS, *(prop.name for prop in self._properties)}

    def _signature(self) -> inspect.Signature:
        try:
            signature = inspect.signature(self._stub, eval_str=True)
        except Exception as error:
            found = f"has an annotation that cannot be read ({type(error).__name__}: {error})"
            raise self._fault(found, "Import its name, or correct it.") from error
        odd = [each.name for each in signature.parameters.values() if each.kind in _NOT_BY_POSITION]
        remedy = "Arguments are given in their order: write no *, *args or **kwargs."
        self._fail_if(bool(odd), f"takes {', '.join(odd)}, which has no place in the order", remedy)
        return signature

    def _form(self, signature: inspect.Signature) -> Form:
        annotation = signature.return_annotation
        remedy = "Say what it returns, such as -> Array, -> float or -> tuple[Array, Cache]."
        self._fail_if(annotation is inspect.Signature.empty, "has no return annotation", remedy)
        try:
            return form_of(annotation)
        except TypeError as error:
            raise self._fault(f"has a return annotation that cannot be used: {error}", remedy) from error

    def _fail_if(self, wrong: bool, found: str, remedy: str) -> None:
        if wrong:
            raise self._fault(found, remedy)

    def _fault(self, found: str, remedy: str) -> SuiteError:
        return SuiteError(f"{self.name} {found}.", where=self._where, remedy=remedy)


_POINTS = f"Points are a number from {LEAST:g} to {MOST:g}."
_NOT_BY_POSITION = {
    inspect.Parameter.KEYWORD_ONLY,
    inspect.Parameter.VAR_POSITIONAL,
    inspect.Parameter.VAR_KEYWORD,
}
_RENAME = "Give it another name."


def _are_points(points: object) -> bool:
    number = isinstance(points, (int, float)) and not isinstance(points, bool)
    return number and LEAST <= points <= MOST  # type: ignore[operator]


def _are_names(names: object) -> bool:
    listed = isinstance(names, (list, tuple, set, frozenset, dict))
    return listed and all(isinstance(name, str) for name in names)  # type: ignore[attr-defined]


def _first_paragraph(text: str | None) -> str:
    return " ".join(inspect.cleandoc(text or "").split("\n\n")[0].split())
