"""Judging: an exercise and a function give verdicts. The function is any callable; no process is needed."""

from __future__ import annotations

import functools
import inspect
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from grader.course.blame import blaming
from grader.course.cases import check_arguments, generator
from grader.course.contracts import FEW, few
from grader.course.contracts.asking import answer_of
from grader.course.fitting import asked, given
from grader.course.model import Case
from grader.course.shrinking import shrink
from grader.course.steady import ignores_arguments, unsteady
from grader.course.trees import fresh, identity, size
from grader.errors import (
    CallError,
    Crashed,
    Mismatch,
    SuiteError,
    TimedOut,
    Unimplemented,
)
from grader.judging.aimed import aimed
from grader.judging.checked import CheckedFunction, told
from grader.judging.grades import Feedback, Verdict
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from grader.course.cases import Kept
    from grader.course.model import Arguments, Exercise, Property

__all__ = ["AUTHORS", "OURS", "judge"]

AUTHORS = translatable("This could not be graded because of an error in the course: {reason}")
OURS = translatable("This could not be graded because the grader itself failed: {reason}")

_Broken: TypeAlias = "tuple[Case, Mismatch | CallError]"
"""A case that breaks a promise, and how."""

_Call: TypeAlias = "tuple[tuple[Any, ...], dict[str, Any]]"
"""The arguments of a call, by place and by name."""

_Found: TypeAlias = "Verdict | _Broken"
"""What was found of a property: its verdict, or what still has to be explained."""

# A function that is not there yet, or that hangs or kills its process, has nothing smaller to show.
_FINAL = (Unimplemented, TimedOut, Crashed)


def judge(
    exercise: Exercise, function: Callable[..., Any], kept: Kept, seed: int, *, shrinking: bool = True
) -> tuple[Verdict, ...]:
    """Return a verdict for each property of the exercise.

    Args:
        exercise: what is promised.
        function: the student's; may raise CallError. A ``run.Student`` calls one in a worker; any other
            callable is called here, with copies of its arguments.
        kept: where the cases are.
        seed: which cases.
        shrinking: look for a smaller case than the smallest kept one that fails.
    """
    checked = CheckedFunction(exercise, function)
    ignoring = functools.cache(lambda: _ignores_arguments(checked, kept, seed))
    judging = _Judging(exercise, checked, kept, seed, shrinking, ignoring)
    with np.errstate(all="ignore"):  # an answer may be as large as floats go; what overflows, differs
        # All properties are replayed before the first is shrunk: shrinking has a clock, and what a function
        # does to its workers meanwhile must not change a verdict.
        found = {prop.name: judging.replay(prop) for prop in exercise.properties}
        found = {prop.name: judging.completed(prop, found[prop.name]) for prop in exercise.properties}
        # What looks at the calls of all others, comes last.
        found = {prop.name: judging.furthered(prop, found[prop.name]) for prop in exercise.properties}
        if any(prop.contract and not _holds(found[prop.name]) for prop in exercise.properties):
            found = {prop.name: judging.repeated(prop, found[prop.name]) for prop in exercise.properties}
        return tuple(judging.verdict(prop, found[prop.name]) for prop in exercise.properties)


@dataclass(frozen=True, slots=True)
class _Judging:
    """What stays the same over the properties of one exercise."""

    exercise: Exercise
    function: CheckedFunction
    kept: Kept
    seed: int
    shrinking: bool
    ignoring: Callable[[], Mismatch | CallError | None]

    def replay(self, prop: Property) -> _Found:
        """Replay the cases, smallest first, up to the first that fails; return that one with the fault."""

        def look() -> _Broken | None:
            cases = self.kept.cases(prop.inputs, self.seed)
            for case in cases:
                check_arguments(self.exercise, prop.inputs, case.arguments)
            found = self.first(prop, _turns(prop, cases))
            return None if found is None or self.holds_instead(prop, found[1]) else found

        return _graded(prop, look)

    def completed(self, prop: Property, found: _Found) -> _Found:
        """Check a definition that holds in its own cases on all other calls, too; the smallest first."""
        if not prop.defines or not _holds(found):
            return found

        def look() -> _Broken | None:
            cases = self.kept.cases(prop.inputs, self.seed)
            own = {identity((tuple(case.arguments.values()), {})) for case in cases}
            calls = sorted((call for key, call in self.function.asked.items() if key not in own), key=size)
            further: Iterator[_Call] = ((args, {}) for args in aimed(prop.inputs, self.function, self.seed))
            return self.wrong(prop, chain(calls, further))

        return _graded(prop, look)

    def furthered(self, prop: Property, found: _Found) -> _Found:
        """Ask what a contract that holds finds to ask once all other calls were made."""
        if prop.further is None or not _holds(found):
            return found
        further = prop.further

        def look() -> _Broken | None:
            questions = enumerate(further(self.function))
            return self.first(prop, ((FEW - 1, Case(number, {}, question)) for number, question in questions))

        return _graded(prop, look)

    def repeated(self, prop: Property, found: _Found) -> _Found:
        """Ask for the smallest case once more: a function may be right only as long as few calls were made.

        A function that keeps all contracts is not asked: ``same_answer_twice`` has done so.
        """
        if prop.contract or not _holds(found):
            return found

        def look() -> _Broken | None:
            case = self.kept.cases(prop.inputs, self.seed)[0]
            question = tuple(case.arguments.values())
            if identity((question, {})) not in self.function.asked:
                return None
            answer = answer_of(self.function, case.arguments)
            fault = None if answer is None else unsteady(self.function, case.arguments, answer)
            # Nothing smaller is looked for: the property holds in this case. That a call kills its worker
            # is no news of this property.
            return (Case(case.number, {}, case.arguments), fault) if isinstance(fault, Mismatch) else None

        return _graded(prop, look)

    def first(self, prop: Property, cases: Iterable[tuple[int | None, Case]]) -> _Broken | None:
        """Return the first case that fails, with the fault; each comes with its turn, see ``fault``."""
        for turn, case in cases:
            fault = self.fault(prop, case, turn)
            if fault is not None:
                return case, fault
        return None

    def wrong(self, prop: Property, calls: Iterable[_Call]) -> _Broken | None:
        """Return the first call whose answer breaks a definition, as a case without recipe."""
        for number, (args, kwargs) in enumerate(calls):
            arguments = self.exercise.signature.bind(*args, **kwargs).arguments
            case = Case(number, {}, dict(arguments))
            fault = self.checked(prop, arguments, functools.partial(self.function, *args, **kwargs))
            if fault is not None:
                return case, fault
        return None

    def holds_instead(self, prop: Property, fault: Mismatch | CallError) -> bool:
        """Tell whether a broken promise is kept outside the corner that its cases lie in."""
        if not prop.inputs.instead or isinstance(fault, _FINAL):
            return False
        cases = self.kept.cases(prop.inputs, self.seed, instead=True)
        return self.first(prop, _turns(prop, cases)) is None

    def fault(self, prop: Property, case: Case, turn: int | None = None) -> Mismatch | CallError | None:
        """Check one case; return the student's fault, if there is one.

        A contract shares out what there is to ask among its cases: ``turn`` says which of them this is, None
        that it is not one of ``FEW``.
        """
        if prop.contract and (fault := self.ignoring()):
            return fault
        arguments = dict(case.arguments)
        if "rng" not in arguments and "rng" in (asked(prop.check) or ()):
            arguments["rng"] = generator(self.seed, f"{self.exercise.name}.{prop.name}", case.number)
        if prop.defines:
            return self.checked(prop, arguments, functools.partial(self.function, *case.arguments.values()))
        return self.checked(prop, arguments, lambda: self.function, turn)

    def checked(
        self, prop: Property, arguments: Arguments, subject: Callable[[], Any], turn: int | None = None
    ) -> Mismatch | CallError | None:
        """Check a property of what ``subject`` returns: the function, or for a definition its answer."""
        broken = (Mismatch, CallError)
        blamed = (
            nullcontext()
            if prop.contract
            else blaming(f"the property {prop.name}", prop.check, passing=broken)
        )
        try:
            with blamed:
                turns = (turn,) if prop.contract else ()
                _check_returned(prop.check(subject(), *turns, **fresh(given(prop.check, arguments))))
        except (Mismatch, CallError) as fault:
            return fault.with_traceback(None)  # which would keep every array of the check
        return None

    def verdict(self, prop: Property, found: _Found) -> Verdict:
        """Make what was found of a property into its verdict."""
        return found if isinstance(found, Verdict) else self.explain(prop, *found)

    def explain(self, prop: Property, case: Case, fault: Mismatch | CallError) -> Verdict:
        """Make the smallest failing case into feedback."""
        # A call that another property made has no recipe, and nothing smaller.
        if (
            self.shrinking
            and case.recipe
            and not isinstance(fault, _FINAL)
            and not (prop.contract and self.ignoring())
        ):
            case, fault = self.shrunk(prop, case, fault)
        if isinstance(fault, Mismatch):
            return Verdict(
                prop, "failed", Feedback(fault.message, case.arguments, fault.actual, fault.expected)
            )
        place = {"message": fault.message, "where": fault.where}
        message = say("{message} ({where})", **place) if fault.where else fault.message
        shown = {} if isinstance(fault, Unimplemented) else case.arguments
        return Verdict(prop, fault.status, Feedback(message, shown))

    def shrunk(self, prop: Property, case: Case, fault: Mismatch | CallError) -> _Broken:
        """Return a smaller case with the same kind of fault, if Hypothesis finds one, and the fault there."""
        faults = [(case, fault)]

        def fails(smaller: Case) -> bool:
            try:
                found = self.fault(prop, smaller)
            except Exception:  # noqa: BLE001 - the promise is broken already; a fault of ours cannot undo that
                return False
            if not isinstance(found, type(fault)):
                return False
            faults.append((smaller, found))
            return True

        smallest = shrink(prop.inputs, case, fails, self.function.spent)
        return next(pair for pair in faults if pair[0] is smallest)


def _turns(prop: Property, cases: Sequence[Case]) -> Iterator[tuple[int | None, Case]]:
    """Return the cases that are looked at, each with its turn."""
    looked_at = few(cases) if prop.contract else cases
    turns = range(FEW) if len(looked_at) == FEW else repeat(None)
    return zip(turns, looked_at, strict=False)


def _holds(found: _Found) -> bool:
    return isinstance(found, Verdict) and found.status == "passed"


def _graded(prop: Property, look: Callable[[], _Broken | None]) -> _Found:
    """Return what ``look`` finds of a property; where it fails, nobody can judge the property."""
    try:
        found = look()
    except SuiteError as error:
        return Verdict(prop, "ungraded", Feedback(say(AUTHORS, reason=str(error))))
    except Exception as error:  # noqa: BLE001 - whatever else is raised is a fault of ours
        return Verdict(prop, "ungraded", Feedback(say(OURS, reason=told(error))))
    return Verdict(prop, "passed") if found is None else found


def _ignores_arguments(function: CheckedFunction, kept: Kept, seed: int) -> Mismatch | CallError | None:
    """Return the fault of a function that answers nothing, or all alike; large cases tell it soonest."""
    inputs = next(prop.inputs for prop in function.exercise.properties if prop.contract)
    return ignores_arguments(function, (case.arguments for case in reversed(kept.cases(inputs, seed))))


def _check_returned(result: object) -> None:
    """Refuse a property that returns its verdict, or that never ran as it is a generator or a coroutine."""
    if result is None:
        return
    if inspect.iscoroutine(result):
        result.close()
    raise TypeError(
        f"it returns a {type(result).__name__}; a property calls close(...), require(...) or the like"
    )
