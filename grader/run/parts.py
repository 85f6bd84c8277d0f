"""The course's own functions, as the parent answers for parts that a student has not got right."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.blame import told
from grader.errors import BadAnswer
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grader.course.model import Exercise

__all__ = ["Parts"]

MAX_NUMBERS = 2**20  # in the arguments of one question
MAX_LEAVES = 1000
MAX_TEXT = 300


class Parts:
    """Answers what a worker asks by the oracles of the given exercises, and nothing else.

    A question is the student's, and may be anything: whatever is wrong with it, or goes wrong with it,
    becomes an error in the student's code.

    Args:
        exercises: whose oracles may be asked.
        max_body: bytes of arrays in one answer.
    """

    def __init__(self, exercises: Iterable[Exercise], max_body: int) -> None:
        self._exercises = {exercise.name: exercise for exercise in exercises}
        self._max_body = max_body
        self.asked: set[str] = set()
        self.failed: set[str] = set()  # whose oracles gave no usable answer: perhaps the student's fault

    def __iter__(self) -> Any:
        """Yield the names that may be asked for."""
        return iter(self._exercises)

    def __call__(self, question: dict[str, Any]) -> wire.Parts:
        """Return the answer's frame; never raises."""
        name = question.get("ask")
        try:
            answer = self._answer(name, question.get("args"), question.get("kwargs"))
            return wire.encode({"value": answer}, max_body=self._max_body)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - the student's arguments get the blame
            text = f"the course's {str(name)[:60]} cannot answer: {told(error)}"
            return wire.encode({"error": text[:MAX_TEXT]})

    def _answer(self, name: Any, args: Any, kwargs: Any) -> Any:
        exercise = self._exercises.get(name) if isinstance(name, str) else None
        if exercise is None or exercise.oracle is None:
            raise LookupError("there is no such function here")
        if not isinstance(args, list) or not isinstance(kwargs, dict):
            raise TypeError("not the arguments of a call")
        _check([args, kwargs])
        self.asked.add(exercise.name)
        bound = exercise.signature.bind(*args, **kwargs)
        try:
            with np.errstate(all="ignore"):
                answer = exercise.oracle(*bound.args, **bound.kwargs)
        except BaseException:
            self.failed.add(exercise.name)
            raise
        try:
            exercise.form.conform(answer, exercise.name)
        except BadAnswer:
            self.failed.add(exercise.name)
        return answer


def _check(arguments: Any) -> None:
    """Refuse what is no number, text, or array of real numbers, and more of it than an oracle should see."""
    leaves = list(_leaves(arguments))
    arrays = [leaf for leaf in leaves if isinstance(leaf, (np.ndarray, np.generic))]
    if len(leaves) > MAX_LEAVES or sum(array.size for array in arrays) > MAX_NUMBERS:
        raise ValueError("the arguments are too large")
    if any(array.dtype.kind not in "fiub" for array in arrays):
        raise TypeError("the arguments hold arrays that are not of real numbers")
    if any(isinstance(leaf, float) and not math.isfinite(leaf) for leaf in leaves):
        raise ValueError("the arguments hold numbers that are not finite")
    if any(isinstance(leaf, (wire.Opaque, bytes)) for leaf in leaves):
        raise TypeError("the arguments hold what is neither a number nor an array")


def _leaves(tree: Any) -> Any:
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, (list, tuple)):
        for item in tree:
            yield from _leaves(item)
    else:
        yield tree
