"""What a property asks, a ``Function``, and what it says.

Each check returns nothing, or raises Mismatch with both sides.

Tolerance. Cases hold small multiples of 1/4, so sums of products are exact in float64 whatever
their order, and most checks could ask for equality. They do not, because a right answer may come
by FFT or by BLAS in another order of rounding: the error of a sum of n products is at most about
``n * eps * sum(|x| |w|)`` (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., 3.1),
with eps = 2.2e-16. ``close`` allows ``1e-12 * scale``, where the author gives as ``scale`` a bound
of ``sum(|x| |w|)``: a thousand times what right answers show and a thousandth of what an answer
computed in float32 shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from grader.course.differences import difference
from grader.errors import CallError, Mismatch
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.course.model import Arguments

__all__ = ["Function", "close", "copies", "equal", "refused", "require", "shape", "varies"]

RELATIVE_ERROR = 1e-12


class Function(Protocol):
    """The function under test as a property sees it: its answers have the form that the stub promises.

    Equal calls may be made once; every call has copies of its arguments.
    """

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Return the answer.

        Raises:
            CallError: there is none of that form.
        """

    def attempt(self, *args: Any) -> Any:
        """Return the answer, or the CallError if there is none; for a call that a right function refuses.

        The definition of the exercise does not judge such a call.
        """

    def whole(self, *args: Any) -> Any:
        """Return the answer with the parts that the course leaves open, as they are."""

    def again(self, *args: Any) -> Any:
        """Return the answer of a call of its own, whatever is remembered of equal ones."""

    def after(self, *args: Any) -> tuple[Any, list[Any]]:
        """Return the answer and the arguments as they are after the call; a generator may be missing."""

    def strided(self, *args: Any) -> Any:
        """Return the answer to arguments whose arrays are views of larger ones, and so not contiguous."""

    @property
    def changed(self) -> list[Arguments]:
        """The questions of calls that are said to have changed their arguments; ``after`` shows whether."""

    def sequence(
        self, args: Sequence[Any], others: Sequence[Any], more: int = 0
    ) -> tuple[tuple[Any, ...], list[int]]:
        """Return the answers of four calls in a row; a worker for such has answered no others before.

        The third call has the numbers of ``args`` in the arrays of ``others``, and the fourth the other way
        round. Before the fourth, the second answer is spoilt.

        Args:
            args: of the first call.
            others: of the second call; of the same structure.
            more: times that the second call is repeated before its answer is looked at.

        Returns:
            The first answer, the same after the second call, the second answer, the third, and the fourth;
            and the places of the first answer's open parts that the second call changed.
        """

    def pair_up(self) -> list[Arguments]:
        """Look for pairs of small questions whose answers have the same shapes; return the first of each."""

    def lookalikes(self, question: Arguments) -> list[Arguments]:
        """Return the questions that make such a pair with this one, once ``pair_up`` was called."""

    @property
    def rare(self) -> list[Arguments]:
        """The questions of a few calls that entered the branches which fewest calls entered."""

    def another(self, question: Arguments) -> Arguments | None:
        """Return a different question that was asked before, if there is one of as many arguments."""

    def graded_parts(self, answer: Any) -> Any:
        """Return an answer without the parts that the course leaves open."""


def require(holds: object, message: str, *, actual: object = None, expected: object = None) -> None:
    """Raise Mismatch with the message unless ``holds`` is true.

    Raises:
        Mismatch: it does not hold.
        TypeError: the message is no string.
    """
    if not isinstance(message, str):
        raise TypeError(f"the message of require must be a string, and is {message!r}")
    if not holds:
        raise Mismatch(message, actual=_shown(actual), expected=_shown(expected))


def _shown(value: Any) -> Any:
    """Return what a report can show: what holds neither numbers nor words becomes a text."""
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    if type(value) in {list, tuple}:
        return type(value)(_shown(item) for item in value)
    if isinstance(value, (np.ndarray, np.generic)):
        return value if value.dtype.kind in "fiubc" else _shown(value.tolist())
    if value is None or isinstance(value, (bool, int, float, complex, str)) or hasattr(value, "description"):
        return value
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - whatever __repr__ raises, there is no text
        return f"<{type(value).__name__}>"


def refused(answer: object, kind: str) -> bool:
    """Say whether what ``Function.attempt`` returned is an exception of a kind, such as "ValueError".

    It may be of a class that the student derived from it.
    """
    return isinstance(answer, CallError) and kind in answer.kinds


def copies(actual: object, expected: object, name: str) -> None:
    """The parts of a tuple or list, or of a dict, are equal to the expected ones, to the last bit.

    Args:
        actual: any part of an answer, such as a cache.
        expected: the same, of arrays, numbers and strings.
        name: what the whole is called.
    """
    found = difference(expected, actual, name)
    if found is not None:
        message = say("{place} must be {before}, and is {after}.", **found.words())
        raise Mismatch(message, actual=_shown(found.after), expected=_shown(found.before))


def shape(actual: npt.NDArray[Any], expected: tuple[int, ...]) -> None:
    """The array has the expected shape."""
    if actual.shape != expected:
        raise Mismatch(
            say(
                "The shape is {actual}; it must be {expected}.",
                actual=str(actual.shape),
                expected=str(expected),
            ),
            actual=actual.shape,
            expected=expected,
        )


def varies(actual: npt.NDArray[Any]) -> None:
    """The array is not one number repeated: the mark of an answer that ignores its question."""
    if actual.size > 1 and np.all(actual == actual.flat[0]):
        raise Mismatch(
            say("Every number of the answer is {value}.", value=str(actual.flat[0])),
            actual=actual,
        )


def equal(actual: npt.ArrayLike, expected: npt.ArrayLike) -> None:
    """Every number is the expected one, to the last bit."""
    _compare(np.asarray(actual), np.asarray(expected), 0.0)


def close(actual: npt.ArrayLike, expected: npt.ArrayLike, *, scale: float | None = None) -> None:
    """Every number is the expected one, to 1e-12 of ``scale``.

    Args:
        actual: the student's numbers.
        expected: numbers of the same shape.
        scale: a bound of the sum of absolute products that one number is made of; 1 if left out.
    """
    _compare(
        np.asarray(actual), np.asarray(expected), RELATIVE_ERROR * (1.0 if scale is None else float(scale))
    )


def _compare(actual: npt.NDArray[Any], expected: npt.NDArray[Any], tolerance: float) -> None:
    for side, name in ((actual, "actual"), (expected, "expected")):
        if side.dtype.kind not in "fiubc":
            raise TypeError(f"{name} is not made of numbers: {side.dtype}")
    shape(actual, expected.shape)
    # Booleans and unsigned integers have no honest difference: compare as floats.
    # What is not a number (inf - inf, after an answer as large as floats go) is not close either.
    near = np.abs(actual.astype(float) - expected.astype(float)) <= tolerance
    wrong = ~(near & np.isfinite(tolerance))
    if not wrong.any():
        return
    if actual.size == 1:
        message = say(
            "The answer is {actual}; it must be {expected}.",
            actual=_show(actual.item()),
            expected=_show(expected.item()),
        )
        raise Mismatch(message, actual=actual[()], expected=expected[()])
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    message = say(
        "{count} of {size} numbers differ; the first, at {index}, is {actual} and must be {expected}.",
        count=int(wrong.sum()),
        size=actual.size,
        index=str(list(index)),
        actual=_show(actual[index]),
        expected=_show(expected[index]),
    )
    raise Mismatch(message, actual=actual, expected=expected)


def _show(number: Any) -> str:
    return f"{float(number):.12g}"
