"""The form of an answer: what a return annotation promises, and whether an answer keeps it.

An answer reaches a property only after its form was found right, so that a property may index and
add without fear. Lists and tuples may stand for each other, and any real number type for another;
what is not finite or not numbers is rejected with a sentence that says where.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

import numpy as np
import numpy.typing as npt

from grader.errors import BadAnswer
from grader.words import say

if TYPE_CHECKING:
    from grader.course.model import Form

__all__ = ["AnyForm", "TupleForm", "describe", "form_of"]


def describe(value: object) -> str:
    """A few words for a value of the wrong form: ``a list of 3``, ``an array (2, 3) of bool``."""
    if value is None:
        return "None"
    if isinstance(value, np.ndarray):
        return say("an array {shape} of {dtype}", shape=str(value.shape), dtype=str(value.dtype))
    if isinstance(value, (list, tuple, dict)):
        return say("a {kind} of {count}", kind=type(value).__name__, count=len(value))
    description = getattr(value, "description", None)
    if not isinstance(description, str):
        return _one(type(value).__name__)
    article, _, kind = description.partition(" ")
    return _one(kind) if article in {"a", "an"} and kind.isidentifier() else description


def _one(kind: str) -> str:
    return say("an {kind}", kind=kind) if kind[:1] in "aeiou" else say("a {kind}", kind=kind)


@functools.lru_cache(maxsize=256)  # every answer has parts, and hardly any name of one is ever read
def _part(whole: str, key: object) -> str:
    return say("{whole}[{key}]", whole=whole, key=key)


def _refuse(name: str, value: object, wanted: str) -> BadAnswer:
    return BadAnswer(
        say("{name} is {found}; it must be {wanted}.", name=name, found=describe(value), wanted=wanted)
    )


@dataclass(frozen=True, slots=True)
class ArrayForm:
    """A NumPy array of finite real numbers; ``axes`` names its axes, None allows any."""

    axes: tuple[str, ...] | None = None

    def conform(self, answer: object, name: str) -> npt.NDArray[Any]:
        """Return the array unchanged."""
        if not isinstance(answer, np.ndarray):
            raise _refuse(name, answer, "a NumPy array")
        if answer.dtype.kind not in "fiub":
            raise _refuse(name, answer, "an array of real numbers")
        if self.axes is not None and answer.ndim != len(self.axes):
            wanted = say("an array with the axes ({axes})", axes=", ".join(self.axes))
            raise _refuse(name, answer, wanted)
        finite = np.isfinite(answer)
        if not finite.all():
            index = tuple(int(i) for i in np.argwhere(~finite)[0])
            raise BadAnswer(
                say(
                    "{name} holds {value} at {index}; every number must be finite.",
                    name=name,
                    value=str(answer[index]),
                    index=str(list(index)),
                )
            )
        return answer


@dataclass(frozen=True, slots=True)
class NumberForm:
    """One finite real number: Python's, NumPy's, or an array with a single element."""

    def conform(self, answer: object, name: str) -> float:
        """Return the number as a float."""
        if isinstance(answer, np.ndarray) and answer.size == 1:
            answer = answer.reshape(())[()]
        if isinstance(answer, (bool, np.bool_)) or not isinstance(
            answer, (int, float, np.integer, np.floating)
        ):
            raise _refuse(name, answer, "one number")
        number = _as_float(answer)
        if not math.isfinite(number):
            raise BadAnswer(say("{name} is {value}; it must be finite.", name=name, value=str(number)))
        return number


def _as_float(number: Any) -> float:
    try:
        return float(number)
    except OverflowError:  # an int of Python that no float64 can hold
        return math.inf


@dataclass(frozen=True, slots=True)
class IntegerForm:
    """One whole number, of Python or NumPy."""

    def conform(self, answer: object, name: str) -> int:
        """Return the number as an int."""
        number = NumberForm().conform(answer, name)
        if number != int(number):
            raise BadAnswer(
                say("{name} is {value}; it must be a whole number.", name=name, value=str(number))
            )
        exact: Any = answer.item() if isinstance(answer, np.ndarray) else answer
        return int(exact)


@dataclass(frozen=True, slots=True)
class TextForm:
    """A string."""

    def conform(self, answer: object, name: str) -> str:
        """Return the string unchanged."""
        if not isinstance(answer, str):
            raise _refuse(name, answer, "a string")
        return answer


@dataclass(frozen=True, slots=True)
class AnyForm:
    """What the course leaves open, such as a cache: it is not even sent."""

    def conform(self, answer: object, name: str) -> Any:  # noqa: ARG002 - any answer under any name
        """Return the answer unchanged."""
        return answer


@dataclass(frozen=True, slots=True)
class TupleForm:
    """A tuple with one form for each item."""

    items: tuple[Form, ...]

    def conform(self, answer: object, name: str) -> tuple[Any, ...]:
        """Return a tuple of the items."""
        if not isinstance(answer, (tuple, list)) or len(answer) != len(self.items):
            raise _refuse(name, answer, say("a tuple of {count}", count=len(self.items)))
        pairs = enumerate(zip(self.items, answer, strict=True))
        return tuple(form.conform(item, _part(name, i)) for i, (form, item) in pairs)


@dataclass(frozen=True, slots=True)
class ListForm:
    """A list or tuple of any length, all of one form."""

    item: Form

    def conform(self, answer: object, name: str) -> list[Any]:
        """Return a list of the items; a single number stands for a list of one."""
        if isinstance(self.item, IntegerForm) and isinstance(answer, (int, np.integer)):
            answer = [answer]
        if not isinstance(answer, (tuple, list)):
            raise _refuse(name, answer, "a list")
        return [self.item.conform(item, _part(name, i)) for i, item in enumerate(answer)]


@dataclass(frozen=True, slots=True)
class DictForm:
    """A dict from strings to values of one form."""

    value: Form

    def conform(self, answer: object, name: str) -> dict[str, Any]:
        """Return a dict of the values."""
        if not isinstance(answer, dict) or not all(isinstance(key, str) for key in answer):
            raise _refuse(name, answer, "a dict with strings as keys")
        return {key: self.value.conform(item, _part(name, repr(key))) for key, item in answer.items()}


def form_of(annotation: Any) -> Form:
    """Read a return annotation.

    Raises:
        TypeError: the annotation has no form; the message names those that have one.
    """
    simple: dict[Any, Form] = {float: NumberForm(), int: IntegerForm(), str: TextForm(), Any: AnyForm()}
    if annotation in simple:
        return simple[annotation]
    origin, arguments = get_origin(annotation), get_args(annotation)
    # NumPy 2.5 makes NDArray a type alias: what it stands for is one step further.
    origin = get_origin(getattr(origin, "__value__", None)) or origin
    if origin is Annotated and isinstance(arguments[1], str) and form_of(arguments[0]) == ArrayForm():
        return ArrayForm(tuple(arguments[1].split()))
    if origin is np.ndarray:
        return ArrayForm()
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return ListForm(form_of(arguments[0]))
    if origin is tuple and arguments:
        return TupleForm(tuple(form_of(item) for item in arguments))
    if origin is list:
        return ListForm(form_of(arguments[0]))
    if origin is dict and arguments[0] is str:
        return DictForm(form_of(arguments[1]))
    raise TypeError(
        f"{_name(annotation)} is not supported; use Array, an annotated Array, Cache, float, int, str, "
        "tuple[...], list[...] or dict[str, ...]"
    )


def _name(annotation: Any) -> str:
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    return getattr(annotation, "__name__", str(annotation))
