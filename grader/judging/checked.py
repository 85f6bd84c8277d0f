"""The student's function as a property sees it: called in a worker, or, for a plain callable, here."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.arguments import check_call
from grader.course.differences import difference
from grader.course.forms import AnyForm, TupleForm
from grader.course.trees import arrays, copied, fresh, identity, leaves, mapped, size
from grader.errors import CallError, GraderError, InternalError
from grader.judging.lookalikes import lookalikes
from grader.words import translatable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.course.model import Arguments, Exercise

__all__ = ["SELDOM", "CheckedFunction", "told"]

SELDOM = 30  # calls; a branch that fewer enter is rare
SMALL = 1000  # numbers in a question that is asked in pairs
RARE = 2  # of the rare branches: contracts are judged there, too


class CheckedFunction:
    """A ``Function``: its answers have the form that the stub promises.

    Args:
        exercise: whose function it is.
        function: a ``run.Student``, or any callable.
    """

    def __init__(self, exercise: Exercise, function: Callable[..., Any]) -> None:
        self.exercise, self._form = exercise, exercise.form
        called: Any = function if hasattr(function, "sequence") else _Here(function)
        self._function, self.spent = called, called.spent
        self.asked: dict[object, tuple[tuple[Any, ...], dict[str, Any]]] = {}
        self.entered: dict[object, frozenset[int]] = {}
        self._shapes: dict[object, list[tuple[int, ...]]] = {}
        self._pairs: list[tuple[tuple[Any, ...], tuple[Any, ...]]] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the answer."""
        check_call(self.exercise.signature, args, kwargs)
        key = identity((args, kwargs))
        self.asked.setdefault(key, (args, kwargs))
        with _ours():
            try:
                answer = self._function(*args, **kwargs)
            finally:
                self.entered[key] = getattr(self._function, "entered", frozenset())
            answer = self._conform(answer)
        self._shapes[key] = [leaf.shape for leaf in leaves(answer)]
        return answer

    def attempt(self, *args: Any) -> Any:
        """Return the answer, or the CallError if there is none; for a call that a right function refuses."""
        try:
            return self._ask(self._function, args)
        except CallError as error:
            return error.with_traceback(None)

    def whole(self, *args: Any) -> Any:
        """Return the answer with the parts that the course leaves open, as they are."""
        return self._ask(self._function.whole, args)

    def again(self, *args: Any) -> Any:
        """Return the answer of a call of its own, whatever is remembered of equal ones."""
        return self._ask(self._function.again, args)

    def strided(self, *args: Any) -> Any:
        """Return the answer to arguments whose arrays are views of larger ones."""
        return self._ask(self._function.strided, args)

    def after(self, *args: Any) -> tuple[Any, list[Any]]:
        """Return the answer and the arguments as they are after the call."""
        check_call(self.exercise.signature, args, {})
        with _ours():
            answer, afterwards = self._function.after(*args)
            return self._conform(answer), afterwards

    def sequence(
        self, args: Sequence[Any], others: Sequence[Any], more: int = 0
    ) -> tuple[tuple[Any, ...], list[int]]:
        """Return the answers of four calls in a row: see ``Function.sequence``."""
        for each in (args, others):
            check_call(self.exercise.signature, tuple(each), {})
        with _ours():
            answers, changed = self._function.sequence(args, others, more)
            return tuple(map(self._conform, answers)), changed

    def marks(self) -> Any:
        """Return what a worker says of the code, see ``run.marks``; None where there is no worker."""
        told = getattr(self._function, "marks", None)
        if told is None:
            return None
        with _ours():
            return told()

    @property
    def changed(self) -> list[Arguments]:
        """The questions of calls that are said to have changed their arguments."""
        return [self._question(args, kwargs) for args, kwargs in self._function.changed]

    @property
    def rare(self) -> list[Arguments]:
        """The questions of a few calls that entered the branches which fewest entered; none without marks."""
        entered = {key: found for key, found in self.entered.items() if found and _plain(self.asked[key])}
        counts = Counter(branch for found in entered.values() for branch in found)
        seldom = sorted((count, branch) for branch, count in counts.items() if count < SELDOM)
        first = [
            next(key for key, found in entered.items() if branch in found) for _, branch in seldom[:RARE]
        ]
        return [self._question(*self.asked[key]) for key in first]

    def another(self, question: Arguments) -> Arguments | None:
        """Return a different question that was asked before, if there is one of as many arguments.

        One that differs in more than the numbers of its arrays is preferred.
        """
        found = None
        for args, kwargs in self.asked.values():
            if kwargs or len(args) != len(question) or not _plain(args):
                continue
            other = dict(zip(question, args, strict=True))
            if difference(_settings(question), _settings(other), "") is not None:
                return other
            if found is None and difference(question, other, "") is not None:
                found = other
        return found

    def pair_up(self) -> list[Arguments]:
        """Look for pairs among the calls so far, see ``judging.lookalikes``; return the first of each."""
        self._pairs = lookalikes(
            (args, self._shapes[key])
            for key, (args, kwargs) in self.asked.items()
            if not kwargs and key in self._shapes and size(args)[0] <= SMALL and _plain(args)
        )
        return [self._question(one, {}) for one, _ in self._pairs]

    def lookalikes(self, question: Arguments) -> list[Arguments]:
        """Return the questions that make a pair with this one, once ``pair_up`` was called."""
        key = identity(tuple(question.values()))
        return [self._question(two, {}) for one, two in self._pairs if identity(one) == key]

    def graded_parts(self, answer: Any) -> Any:
        """Return an answer without the parts that the course leaves open."""
        if not isinstance(self._form, TupleForm):
            return answer
        parts = zip(self._form.items, answer, strict=True)
        return tuple(part for form, part in parts if not isinstance(form, AnyForm))

    def _ask(self, call: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        """Return the answer to a call that the definition does not judge."""
        check_call(self.exercise.signature, args, {})
        with _ours():
            return self._conform(call(*args))

    def _conform(self, answer: Any) -> Any:
        return self._form.conform(answer, translatable("The answer"))

    def _question(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Arguments:
        """Return the arguments of a call by name; by place, they make the same call."""
        bound = self.exercise.signature.bind(*args, **kwargs)
        if bound.kwargs:  # a default was left out before one that was given
            bound.apply_defaults()
        return bound.arguments


class _Here:
    """A function of this process, called as ``run.Student`` calls one in a worker: with copies."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function
        self.changed: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self.spent = time.process_time

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        own, named = copied(args), copied(kwargs)
        answer = copied(self._function(*own, **named))
        if difference((args, kwargs), (own, named), ""):
            self.changed.append((args, kwargs))
        return answer

    def whole(self, *args: Any) -> Any:
        return getattr(self._function, "whole", self)(*args)

    def again(self, *args: Any) -> Any:
        return self(*args)

    def after(self, *args: Any) -> tuple[Any, list[Any]]:
        afterwards = copied(list(args))
        return copied(self._function(*afterwards)), afterwards

    def strided(self, *args: Any) -> Any:
        views = mapped(fresh(args), lambda array: np.stack([array, array], axis=-1)[..., 0])
        return copied(self._function(*views))

    def sequence(
        self, args: Sequence[Any], others: Sequence[Any], more: int = 0
    ) -> tuple[tuple[Any, ...], list[int]]:
        """Other calls may have come before: there is only one process. Open parts count as answers."""
        one, two = copied(list(args)), copied(list(others))
        in_one, in_two = arrays(one), arrays(two)  # a call may take them out of their lists and dicts
        first = self._function(*one)
        earlier = copied(first)
        second = self._function(*two)
        for _ in range(more):
            self._function(*copied(list(others)))
        known = copied((first, second))  # an answer may share memory with arguments, which change now
        third = copied(self._function(*_rewritten(in_two, args)))
        _spoil(second)
        return (earlier, *known, third, copied(self._function(*_rewritten(in_one, others)))), []


def _plain(call: Any) -> bool:
    """Say whether all arrays lie in C order; how they lie is for ``memory_order`` to look at."""
    return all(array.flags.c_contiguous for array in arrays(call))


def _settings(question: Arguments) -> Arguments:
    """Return a question without the numbers of its arrays."""
    settings: Arguments = mapped(question, lambda _: None)
    return settings


def _rewritten(held: Sequence[np.ndarray[Any, Any]], args: Sequence[Any]) -> list[Any]:
    """Return the arguments, in the arrays that are held, as far as these fit."""
    own = iter(held)
    there: list[Any] = mapped(fresh(list(args)), lambda array: _put(next(own, None), array))
    return there


def _put(array: np.ndarray[Any, Any] | None, numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return the array with these numbers in it; a copy of them if they do not fit any more."""
    if array is None or (array.shape, array.dtype) != (numbers.shape, numbers.dtype):
        return numbers.copy()
    array[...] = numbers
    return array


def _spoil(answer: Any) -> None:
    """Change an answer, as whoever gets it may do."""
    for array in arrays(answer):
        if array.flags.writeable:
            array[...] = 3
    if isinstance(answer, (list, dict)):
        answer.clear()


@contextmanager
def _ours() -> Iterator[None]:
    """Tell what fails of ours during a call from what fails of the author's around it."""
    try:
        yield
    except GraderError:
        raise
    except Exception as error:
        raise InternalError(told(error)) from error


def told(error: Exception) -> str:
    """Return what a fault of ours is, and where."""
    if isinstance(error, InternalError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    last = f", line {frames[-1].lineno} of {frames[-1].name}" if frames else ""
    return f"{type(error).__name__}: {error}{last}"
