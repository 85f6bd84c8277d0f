"""Judging: an exercise and a function give verdicts. The function is any callable; no process is needed."""

from __future__ import annotations

import functools
import inspect
import time
import traceback
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.arguments import check_call
from grader.course.blame import blaming
from grader.course.cases import check_arguments, generator
from grader.course.contracts import few
from grader.course.forms import AnyForm, TupleForm
from grader.course.shrinking import shrink
from grader.course.steady import ignores_arguments
from grader.course.trees import copied, fresh
from grader.errors import (
    CallError,
    Crashed,
    GraderError,
    InternalError,
    Mismatch,
    SuiteError,
    TimedOut,
    Unimplemented,
)
from grader.judging.grades import Feedback, Verdict
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.course.cases import Kept
    from grader.course.model import Case, Exercise, Property

__all__ = ["AUTHORS", "OURS", "judge"]

AUTHORS = translatable("This could not be graded because of an error in the course: {reason}")
OURS = translatable("This could not be graded because the grader itself failed: {reason}")

# A function that is not there yet, or that hangs or kills its process, has nothing smaller to show.
_FINAL = (Unimplemented, TimedOut, Crashed)


def judge(
    exercise: Exercise, function: Callable[..., Any], kept: Kept, seed: int, *, shrinking: bool = True
) -> tuple[Verdict, ...]:
    """Return a verdict for each property of the exercise.

    Args:
        exercise: what is promised.
        function: the student's; may raise CallError. One that has ``after``, ``again`` and ``spent``, as
            ``run.Student`` has, copies its arguments itself and knows the seconds that its calls took.
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
        replayed = [(prop, judging.replay(prop)) for prop in exercise.properties]
        return tuple(
            found if isinstance(found, Verdict) else judging.explain(prop, *found) for prop, found in replayed
        )


class CheckedFunction:
    """The student's function as a property sees it: its answers have the form that the stub promises."""

    def __init__(self, exercise: Exercise, function: Callable[..., Any]) -> None:
        self.exercise, self._form, self._function = exercise, exercise.form, function
        self._copies = hasattr(function, "after")
        self.spent: Callable[[], float] = getattr(function, "spent", time.process_time)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        check_call(self.exercise.signature, args, kwargs)
        with _ours():
            if self._copies:
                return self._conform(self._function(*args, **kwargs))
            return self._conform(copied(self._function(*copied(args), **copied(kwargs))))

    def again(self, *args: Any) -> Any:
        """Return the answer of a call of its own, whatever is remembered of equal ones."""
        check_call(self.exercise.signature, args, {})
        if not self._copies:
            return self(*args)
        with _ours():
            return self._conform(self._function.again(*args))  # type: ignore[attr-defined]

    def after(self, *args: Any) -> tuple[Any, list[Any]]:
        """Return the answer and the arguments as they are after the call."""
        check_call(self.exercise.signature, args, {})
        with _ours():
            if self._copies:
                answer, afterwards = self._function.after(*args)  # type: ignore[attr-defined]
            else:
                afterwards = copied(list(args))
                answer = copied(self._function(*afterwards))
            return self._conform(answer), afterwards

    def graded_parts(self, answer: Any) -> Any:
        """Return an answer without the parts that the course leaves open."""
        if not isinstance(self._form, TupleForm):
            return answer
        parts = zip(self._form.items, answer, strict=True)
        return tuple(part for form, part in parts if not isinstance(form, AnyForm))

    def _conform(self, answer: Any) -> Any:
        return self._form.conform(answer, translatable("The answer"))


@dataclass(frozen=True, slots=True)
class _Judging:
    """What stays the same over the properties of one exercise."""

    exercise: Exercise
    function: CheckedFunction
    kept: Kept
    seed: int
    shrinking: bool
    ignoring: Callable[[], Mismatch | CallError | None]

    def replay(self, prop: Property) -> Verdict | tuple[Case, Mismatch | CallError]:
        """Replay the cases, smallest first, up to the first that fails; return that one with the fault."""
        try:
            cases = self.kept.cases(prop.inputs, self.seed)
            for case in cases:
                check_arguments(self.exercise, prop.inputs, case.arguments)
            found = self.first(prop, cases)
            if found is None or self.holds_instead(prop, found[1]):
                return Verdict(prop, "passed")
        except SuiteError as error:
            return Verdict(prop, "ungraded", Feedback(say(AUTHORS, reason=str(error))))
        except Exception as error:  # noqa: BLE001 - whatever else is raised is a fault of ours
            return Verdict(prop, "ungraded", Feedback(say(OURS, reason=_told(error))))
        return found

    def first(self, prop: Property, cases: Sequence[Case]) -> tuple[Case, Mismatch | CallError] | None:
        """Return the first case that fails, with the fault."""
        for case in few(cases) if prop.contract else cases:
            fault = self.fault(prop, case)
            if fault is not None:
                return case, fault
        return None

    def holds_instead(self, prop: Property, fault: Mismatch | CallError) -> bool:
        """Tell whether a broken promise is kept outside the corner that its cases lie in."""
        if not prop.inputs.instead or isinstance(fault, _FINAL):
            return False
        return self.first(prop, self.kept.cases(prop.inputs, self.seed, instead=True)) is None

    def fault(self, prop: Property, case: Case) -> Mismatch | CallError | None:
        """Check one case; return the student's fault, if there is one."""
        if prop.contract and (fault := self.ignoring()):
            return fault
        asked = _asked(prop.check)
        arguments = {name: value for name, value in case.arguments.items() if asked is None or name in asked}
        if asked and "rng" in asked and "rng" not in arguments:
            arguments["rng"] = generator(self.seed, f"{self.exercise.name}.{prop.name}", case.number)
        broken = (Mismatch, CallError)
        blamed = (
            nullcontext()
            if prop.contract
            else blaming(f"the property {prop.name}", prop.check, passing=broken)
        )
        try:
            with blamed:
                _check_returned(prop.check(self.function, **fresh(arguments)))
        except (Mismatch, CallError) as fault:
            return fault.with_traceback(None)  # which would keep every array of the check
        return None

    def explain(self, prop: Property, case: Case, fault: Mismatch | CallError) -> Verdict:
        """Make the smallest failing case into feedback."""
        if self.shrinking and not isinstance(fault, _FINAL) and not (prop.contract and self.ignoring()):
            case, fault = self.shrunk(prop, case, fault)
        if isinstance(fault, Mismatch):
            return Verdict(
                prop, "failed", Feedback(fault.message, case.arguments, fault.actual, fault.expected)
            )
        place = {"message": fault.message, "where": fault.where}
        message = say("{message} ({where})", **place) if fault.where else fault.message
        shown = {} if isinstance(fault, Unimplemented) else case.arguments
        return Verdict(prop, fault.status, Feedback(message, shown))

    def shrunk(
        self, prop: Property, case: Case, fault: Mismatch | CallError
    ) -> tuple[Case, Mismatch | CallError]:
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


@functools.cache
def _asked(check: Callable[..., None]) -> frozenset[str] | None:
    """Return the names of the arguments that a check asks for; None if it takes all there are."""
    parameters = inspect.signature(check).parameters
    takes_all = any(each.kind is each.VAR_KEYWORD for each in parameters.values())
    return None if takes_all else frozenset(parameters)


@contextmanager
def _ours() -> Iterator[None]:
    """Tell what fails of ours during a call from what fails of the author's around it."""
    try:
        yield
    except GraderError:
        raise
    except Exception as error:
        raise InternalError(_told(error)) from error


def _told(error: Exception) -> str:
    if isinstance(error, InternalError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    last = f", line {frames[-1].lineno} of {frames[-1].name}" if frames else ""
    return f"{type(error).__name__}: {error}{last}"
