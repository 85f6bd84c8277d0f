"""Where the instructor's reference is at hand, it answers every question too.

Properties make the grade; the reference never does. But a function that keeps all promises and yet
answers differently has found a hole in them, and a person should look at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grader.course.trees import same
from grader.errors import CallError
from grader.words import translatable

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.course.model import Exercise

__all__ = ["WithReference"]


class WithReference:
    """A student's function, and the reference called with the same arguments; the answer is the student's.

    A question that brings a random generator has no single right answer and is not compared.

    Attributes:
        differs: whether an answer was found that the reference does not give.
    """

    def __init__(
        self, exercise: Exercise, student: Callable[..., Any], reference: Callable[..., Any]
    ) -> None:
        self._form, self._student, self._reference = exercise.form, student, reference
        self.differs = False

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the student's answer; remember if the reference's is another."""
        answer = self._student(*args, **kwargs)
        if not self.differs and not any(isinstance(value, np.random.Generator) for value in args):
            self.differs = not self._agree(answer, args, kwargs)
        return answer

    def __getattr__(self, name: str) -> Any:
        # What else can be asked of a student's function is asked of the student alone.
        return getattr(self._student, name)

    def _agree(self, answer: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
        try:
            mine = self._form.conform(answer, translatable("The answer"))
            theirs = self._form.conform(self._reference(*args, **kwargs), translatable("The answer"))
        except CallError:
            return True  # an answer of the wrong form is the properties' business; no answer, no comparison
        return same(mine, theirs)
