"""Contracts: the promises that every exercise has without its author asking.

They are ordinary properties, added when an exercise is finished, each worth ``POINTS``. None knows what is
right: a contract compares the function with itself, on ``FEW`` kept cases. So it says nothing where a call
gives no answer, or a wrong one: that is for the author's properties to say. A function that ignores its
question would keep every contract; ``judge`` asks ``heedless`` first.

Tolerance. By another order of rounding an answer differs by at most about ``eps sum(|x| |w|)`` (see
``checks``), so by eps * max|w| times the sum of the question's numbers; 1e-9 of that sum allows for weights
up to a million. What an integer type cuts off of numbers that are quarters is a thousand times larger.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.differences import Difference, difference
from grader.course.model import Property
from grader.course.trees import leaves, mapped
from grader.errors import BadAnswer, CallError, Forbidden, Mismatch, Raised
from grader.words import noted, say

if TYPE_CHECKING:
    import inspect
    from collections.abc import Callable, Collection, Iterable, Sequence

    from grader.course.checks import Function
    from grader.course.model import Arguments, Inputs

__all__ = ["CONTRACTS", "FEW", "POINTS", "contracts", "few", "heedless"]

POINTS = 0.25
FEW = 4  # cases of a contract, spread over their sizes
RELATIVE_ERROR = 1e-9
DIGITS = 2.0**-20  # how far down the digits begin that float32 has no room for

Array = np.ndarray[Any, Any]


def few(cases: Sequence[Any]) -> list[Any]:
    """Return the cases that a contract looks at: the smallest, the largest, and some between."""
    last = len(cases) - 1
    return [cases[i] for i in sorted({round(last * step / (FEW - 1)) for step in range(FEW)})]


def heedless(f: Function, questions: Iterable[Arguments]) -> Mismatch | CallError | None:
    """Return what is wrong with a function whose answers do not come from its questions, or that has none.

    Args:
        f: the function under test.
        questions: the largest first; no more are asked than it takes to see that it does heed them.
    """
    fault: CallError | None = None
    answers: list[Any] = []
    handed_back: set[str] = set()
    for question in questions:
        try:
            answer = f.judged(f(*question.values()))
        except CallError as error:
            fault = error  # the last is that of the smallest, if the largest comes first
            continue
        # The same argument in every case: a maximum is now the one, now the other, and right.
        handed_back = _handed_back(answer, question) & (handed_back if answers else question.keys())
        answers.append(answer)
        differ = any(difference(answers[0], other, "") for other in answers[1:])
        if differ and not handed_back and len(_numbers(answers)) != 1:
            return _unsteady(f, question, answer)
    if not answers:
        return fault
    if handed_back:
        return Mismatch(say("The answer is an argument handed back."))
    numbers = _numbers(answers)
    if len(numbers) == 1:
        return Mismatch(say("Whatever is asked, every number of the answer is {value}.", value=numbers.pop()))
    return Mismatch(say("Whatever is asked, the answer is the same.")) if len(answers) > 1 else None


def _numbers(answers: Any) -> set[float]:
    return {float(number) for leaf in leaves(answers) for number in np.unique(leaf)}


def _handed_back(answer: Any, question: Arguments) -> set[str]:
    """Name the arguments that the answer is: an array as a part of it, or a number as all of it.

    A right answer may hand a number on beside others, such as a count of channels. A single number may be
    the one in an array.
    """
    parts = answer if isinstance(answer, tuple) else (answer,)
    return {
        name
        for name, value in question.items()
        if (isinstance(value, (int, float)) and isinstance(answer, (int, float)) and answer == value)
        or (isinstance(value, np.ndarray) and any(_is_of(part, value) for part in parts))
    }


def _is_of(part: Any, value: Array) -> bool:
    fits = isinstance(part, (np.ndarray, float)) and np.shape(part) in {(), value.shape}
    return fits and np.array_equal(np.ravel(part), value.ravel())


def _arguments_unchanged(f: Function, /, **question: Any) -> None:
    """What comes back of the arguments is compared here, with what was sent."""
    if _answer(f, question) is None:
        return
    try:
        _, afterwards = f.after(*question.values())
    except CallError as error:
        raise _stops(say("asked again"), error) from error
    for (name, before), after in zip(question.items(), afterwards, strict=True):
        found = difference(before, after, name)
        if found is not None:
            _say_changed(found)


def _say_changed(found: Difference) -> None:
    message = say(
        "The call changes its argument: {place} was {before} and is {after} afterwards.", **found.words()
    )
    raise Mismatch(message, actual=found.after, expected=found.before)


def _same_answer_twice(f: Function, /, **question: Any) -> None:
    """The first answer is remembered, with others asked for since; the next two follow each other."""
    first = _answer(f, question)
    if first is None:
        return
    fault = _unsteady(f, question, first)
    if fault is not None:
        raise fault


def _unsteady(f: Function, question: Arguments, first: Any) -> Mismatch | CallError | None:
    """Return how the answer to a question becomes another one; asked twice, in case it goes to and fro."""
    for _ in range(2):
        try:
            again = f.judged(f.again(*question.values()))
        except CallError as error:
            return _stops(say("asked again"), error)
        found = difference(first, again, noted("The answer"), _tolerance(question, first))
        if found is not None:
            message = say("{place} was {before}; asked again, it is {after}.", **found.words())
            return Mismatch(message, actual=found.after, expected=found.before)
    return None


def _memory_order(f: Function, /, **question: Any) -> None:
    """The same arrays in Fortran order: equal numbers, other strides."""
    first = _answer(f, question)
    if first is None:
        return
    try:
        other = f.judged(f(*mapped(question, _fortran).values()))
    except CallError as error:
        raise _stops(say("asked with arrays in Fortran order"), error) from error
    found = difference(first, other, noted("The answer"), _tolerance(question, first))
    if found is not None:
        message = say(
            "{place} is {after} for arrays in Fortran order, and {before} for the same arrays in C order.",
            **found.words(),
        )
        raise Mismatch(message, actual=found.after, expected=found.before)


def _fortran(array: Array) -> Array:
    return np.asfortranarray(array) if array.ndim > 1 else array


def _number_types(f: Function, /, **question: Any) -> None:
    """Integers one argument at a time, so that a fraction of another one has to survive; then float64."""
    if _answer(f, question) is None:
        return
    for name, value in question.items():
        # A dict holds settings or learnt weights; nobody has weights that are whole.
        if isinstance(value, (np.ndarray, tuple, list)) and any(map(_fractional, leaves(value))):
            _whole(f, question, name)
    _precise(f, question)


def _fractional(array: Array) -> bool:
    return bool(array.dtype.kind == "f")


def _whole(f: Function, question: Arguments, name: str) -> None:
    """Compare integers with the same numbers as floats: four times as large, so that quarters are whole."""
    floats = question | {name: mapped(question[name], lambda a: np.ceil(4 * a) if _fractional(a) else a)}
    whole = question | {name: mapped(floats[name], lambda a: a.astype(np.int64) if _fractional(a) else a)}
    first = _answer(f, floats)
    if first is None:
        return
    try:
        other = f.judged(f(*whole.values()))
    except CallError as error:
        raise _stops(say("asked with integers in {name}", name=name), error) from error
    found = difference(first, other, noted("The answer"), _tolerance(floats, first))
    if found is not None:
        message = say(
            "{place} is {after} for integers in {name}, and {before} for the same numbers as floats.",
            name=name,
            **found.words(),
        )
        raise Mismatch(message, actual=found.after, expected=found.before)


def _precise(f: Function, question: Arguments) -> None:
    """Ask with numbers of 53 digits, base 2: an answer of which none has more than 24 was rounded."""
    digits = np.random.default_rng(0)
    fine = mapped(question, lambda a: a * (1 + DIGITS * digits.random(a.shape)) if _fractional(a) else a)
    answer = _answer(f, fine)
    for part in leaves(answer) if answer is not None else ():
        numbers = part.astype(float)
        with np.errstate(over="ignore"):
            rounded = numbers.astype(np.float32) == numbers
        # Whole numbers, such as counts and places, need no more digits.
        if rounded.all() and np.any(numbers != np.round(numbers)):
            message = say("The answer is float32 though the question is float64: its last digits are lost.")
            raise Mismatch(message, actual=part)


def _answer(f: Function, question: Arguments) -> Any:
    """Return the judged parts of an answer; None if there is none: that is for other promises to say."""
    try:
        return f.judged(f(*question.values()))
    except CallError:
        return None


def _stops(when: str, error: CallError) -> Mismatch | CallError:
    """Return the fault of a call that gives no answer although the plain question has one."""
    if not isinstance(error, (Raised, BadAnswer, Forbidden)):
        return error
    place = {"message": error.message, "where": error.where}
    reason = say("{message} ({where})", **place) if error.where else error.message
    return Mismatch(say("It answers, but {when} it does not: {reason}", when=when, reason=reason))


def _tolerance(question: Arguments, answer: Any) -> float:
    numbers = [float(np.abs(leaf.astype(float)).sum()) for leaf in leaves(question)]
    largest = [float(np.abs(leaf.astype(float)).max(initial=0.0)) for leaf in leaves(answer)]
    return RELATIVE_ERROR * (1 + sum(numbers) + max(largest, default=0.0))


@dataclass(frozen=True, slots=True)
class _Contract:
    promise: str
    hint: str
    check: Callable[..., None]
    of_arrays: bool


CONTRACTS: dict[str, _Contract] = {
    "arguments_unchanged": _Contract(
        noted("The arguments are the same after the call as before."),
        noted("Write into a new array, or into a copy: X.copy()."),
        _arguments_unchanged,
        of_arrays=True,
    ),
    "same_answer_twice": _Contract(
        noted("The same question gets the same answer each time."),
        noted("Keep nothing between calls: no global variables, no changed defaults, no random start."),
        _same_answer_twice,
        of_arrays=False,
    ),
    "memory_order": _Contract(
        noted("How the numbers of an array lie in memory does not matter."),
        noted('Count by axes: order="K" or "A" and strides look at the memory instead.'),
        _memory_order,
        of_arrays=True,
    ),
    "number_types": _Contract(
        noted("Integers are answered like the same numbers as floats, and float64 in float64."),
        noted("An array made with np.zeros_like, or with a dtype, cuts off what its type has no room for."),
        _number_types,
        of_arrays=True,
    ),
}
"""By name: what is promised, what to look at, and whether it needs arrays among the arguments."""


def contracts(
    signature: inspect.Signature, inputs: Inputs, where: str, wanted: Collection[str]
) -> list[Property]:
    """Return the contracts of an exercise: the wanted ones that apply.

    Args:
        signature: the stub's; an annotation that names an array says that there are arrays.
        inputs: where their cases come from.
        where: the exercise's file and line.
        wanted: names of contracts.
    """
    arrays = any("array" in str(each.annotation).casefold() for each in signature.parameters.values())
    return [
        Property(name, each.promise, each.hint, POINTS, each.check, inputs, where, contract=True)
        for name, each in CONTRACTS.items()
        if name in wanted and (arrays or not each.of_arrays)
    ]
