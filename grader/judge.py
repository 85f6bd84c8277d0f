"""Judging: an exercise and a function give verdicts. The function is any callable; no process is needed."""

from __future__ import annotations

import inspect
import traceback
from typing import TYPE_CHECKING, Any

from grader.cases import generator, shrink
from grader.errors import CallError, Crashed, Mismatch, TimedOut, Unimplemented
from grader.model import Feedback, Verdict
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.cases import Kept
    from grader.model import Arguments, Case, Exercise, Property

__all__ = ["judge"]

# A function that is not there yet, or that hangs or kills its process, has nothing smaller to show.
_FINAL = (Unimplemented, TimedOut, Crashed)


def judge(exercise: Exercise, function: Callable[..., Any], kept: Kept, seed: int) -> tuple[Verdict, ...]:
    """Return a verdict for each property of the exercise.

    Args:
        exercise: what is promised.
        function: the student's; may raise CallError. It must not keep or change its arguments.
        kept: where the cases are.
        seed: which cases.
    """
    contract = Contract(exercise, function)
    return tuple(_verdict(exercise, prop, contract, kept, seed) for prop in exercise.properties)


class Contract:
    """The student's function as a property sees it: its answers have the form that the stub promises."""

    def __init__(self, exercise: Exercise, function: Callable[..., Any]) -> None:
        self._form, self._function = exercise.form, function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._form.conform(self._function(*args, **kwargs), "The answer")


def _verdict(exercise: Exercise, prop: Property, function: Contract, kept: Kept, seed: int) -> Verdict:
    name = f"{exercise.name}.{prop.name}"
    try:
        for case in kept.cases(prop.inputs, seed):
            fault = _fault(prop, function, case.arguments, name, seed, case.number)
            if fault is not None:
                return _explain(prop, function, case, fault, name, seed)
    except Exception as error:  # noqa: BLE001 - whatever else is raised is a fault of ours or the author's
        return Verdict(prop, "ungraded", Feedback(_blame(prop, error)))
    return Verdict(prop, "passed")


def _fault(
    prop: Property, function: Contract, arguments: Arguments, name: str, seed: int, number: int
) -> Mismatch | CallError | None:
    """Check one case; return the student's fault, if there is one."""
    if "rng" in inspect.signature(prop.check).parameters and "rng" not in arguments:
        arguments = {**arguments, "rng": generator(seed, name, number)}
    try:
        prop.check(function, **arguments)
    except (Mismatch, CallError) as fault:
        return fault
    return None


def _explain(
    prop: Property, function: Contract, case: Case, fault: Mismatch | CallError, name: str, seed: int
) -> Verdict:
    """Make the smallest failing case into feedback."""
    if not isinstance(fault, _FINAL):
        kind = type(fault)

        def fails(arguments: Arguments) -> bool:
            found = _fault(prop, function, arguments, name, seed, case.number)
            if isinstance(found, (TimedOut, Crashed)):
                return False  # another fault, and a dear one: not what is being shown
            return isinstance(found, kind)

        smaller = shrink(prop.inputs, case, fails)
        if smaller is not case:
            case = smaller
            fault = _fault(prop, function, case.arguments, name, seed, case.number) or fault
    if isinstance(fault, CallError):
        message = (
            say("{message} ({where})", message=fault.message, where=fault.where)
            if fault.where
            else fault.message
        )
        shown = {} if isinstance(fault, Unimplemented) else case.arguments
        return Verdict(prop, fault.status, Feedback(message, shown))
    return Verdict(prop, "failed", Feedback(fault.message, case.arguments, fault.actual, fault.expected))


def _blame(prop: Property, error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = f", line {frames[-1].lineno} of {frames[-1].name}" if frames else ""
    return f"The property at {prop.where} failed itself: {type(error).__name__}: {error}{last}."
