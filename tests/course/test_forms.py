"""The form of an answer: a bad answer gives one clear line and never reaches a property."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.authoring import Annotated, Array, Cache
from grader.course.forms import AnyForm, describe, form_of
from grader.errors import BadAnswer
from grader.worker.wire import Opaque

IMAGES = form_of(Annotated[Array, "m n_H n_W n_C"])
VECTOR = form_of(Annotated[Array, "n"])
NAN = np.array([[1.0, 2.0], [np.nan, 4.0]])

BAD = [
    (Array, None, "The answer is None; it must be a NumPy array."),
    (Array, [1, 2, 3], "The answer is a list of 3; it must be a NumPy array."),
    (Array, (1, 2), "The answer is a tuple of 2; it must be a NumPy array."),
    (Array, {"a": 1}, "The answer is a dict of 1; it must be a NumPy array."),
    (Array, "12", "The answer is a str; it must be a NumPy array."),
    (Array, 3, "The answer is an int; it must be a NumPy array."),
    (Array, np.float64(3), "The answer is a float64; it must be a NumPy array."),
    (Array, NAN, "The answer holds nan at [1, 0]; every number must be finite."),
    (Array, np.array([np.inf]), "The answer holds inf at [0]; every number must be finite."),
    (Array, np.array(-np.inf), "The answer holds -inf at []; every number must be finite."),
    (
        Array,
        Opaque("an array (2,) of object"),
        "The answer is an array (2,) of object; it must be a NumPy array.",
    ),
    (
        Array,
        np.array([1, "a"], dtype=object),
        "The answer is an array (2,) of object; it must be an array of real numbers.",
    ),
    (
        Array,
        np.array([1j]),
        "The answer is an array (1,) of complex128; it must be an array of real numbers.",
    ),
    (
        Annotated[Array, "n_H n_W"],
        np.ones(3),
        "The answer is an array (3,) of float64; it must be an array with the axes (n_H, n_W).",
    ),
    (float, None, "The answer is None; it must be one number."),
    (float, "1", "The answer is a str; it must be one number."),
    (float, True, "The answer is a bool; it must be one number."),
    (float, 1j, "The answer is a complex; it must be one number."),
    (float, np.ones(2), "The answer is an array (2,) of float64; it must be one number."),
    (float, np.empty(0), "The answer is an array (0,) of float64; it must be one number."),
    (float, float("nan"), "The answer is nan; it must be finite."),
    (float, 10**400, "The answer is inf; it must be finite."),
    (int, 1.5, "The answer is 1.5; it must be a whole number."),
    (int, float("inf"), "The answer is inf; it must be finite."),
    (int, False, "The answer is a bool; it must be one number."),
    (str, 1, "The answer is an int; it must be a string."),
    (tuple[Array, Cache], np.ones(2), "The answer is an array (2,) of float64; it must be a tuple of 2."),
    (tuple[Array, Cache], (np.ones(2),), "The answer is a tuple of 1; it must be a tuple of 2."),
    (tuple[Array, Cache], None, "The answer is None; it must be a tuple of 2."),
    (tuple[Array, Cache], (None, 0), "The answer[0] is None; it must be a NumPy array."),
    (list[int], None, "The answer is None; it must be a list."),
    (list[int], np.ones(2), "The answer is an array (2,) of float64; it must be a list."),
    (list[float], [1.0, "b"], "The answer[1] is a str; it must be one number."),
    (list[int], True, "The answer[0] is a bool; it must be one number."),
    (dict[str, Array], [], "The answer is a list of 0; it must be a dict with strings as keys."),
    (dict[str, Array], {1: np.ones(1)}, "The answer is a dict of 1; it must be a dict with strings as keys."),
    (dict[str, Array], {"W1": 2}, "The answer['W1'] is an int; it must be a NumPy array."),
]


@pytest.mark.parametrize(("annotation", "answer", "line"), BAD)
def test_a_bad_answer_gives_one_clear_line(annotation, answer, line):
    with pytest.raises(BadAnswer) as caught:
        form_of(annotation).conform(answer, "The answer")
    assert caught.value.message == line


@pytest.mark.parametrize("dtype", ["f2", "f4", "f8", "i1", "i8", "u1", "u8", "?"])
def test_an_array_of_any_real_type_is_taken_as_it_is(dtype):
    answer = np.ones(2, dtype=dtype)
    assert form_of(Array).conform(answer, "The answer") is answer


def test_a_boolean_of_numpy_is_no_number():
    with pytest.raises(BadAnswer, match="it must be one number"):
        form_of(float).conform(np.True_, "The answer")


def test_an_array_without_named_axes_may_have_any_number_of_them():
    assert form_of(Array).conform(np.ones((1,) * 6), "The answer").ndim == 6


def test_an_array_with_the_named_axes_is_taken():
    assert IMAGES.conform(np.ones((1, 2, 3, 4)), "The answer").shape == (1, 2, 3, 4)


def test_an_empty_array_is_finite():
    assert VECTOR.conform(np.empty(0), "The answer").size == 0


@pytest.mark.parametrize("answer", [2, 2.0, np.int8(2), np.float32(2), np.array(2), np.array([[2.0]])])
def test_one_number_may_come_as_any_kind_of_number(answer):
    number = form_of(float).conform(answer, "The answer")
    assert (number, type(number)) == (2.0, float)


@pytest.mark.parametrize("answer", [3, 3.0, np.uint8(3), np.array([3])])
def test_a_whole_number_may_come_as_any_kind_of_number(answer):
    number = form_of(int).conform(answer, "The answer")
    assert (number, type(number)) == (3, int)


@pytest.mark.parametrize("answer", [2**53 + 1, np.int64(2**53 + 1), np.array(2**53 + 1), -(2**64 - 1)])
def test_a_large_whole_number_keeps_every_digit(answer):
    assert form_of(int).conform(answer, "The answer") == int(answer)


def test_a_list_may_stand_for_a_tuple():
    assert form_of(tuple[float, str]).conform([1, "a"], "The answer") == (1.0, "a")


def test_a_tuple_may_stand_for_a_list():
    assert form_of(list[int]).conform((1, 2), "The answer") == [1, 2]


def test_a_tuple_of_any_length_is_read_as_a_list():
    assert form_of(tuple[int, ...]).conform([1, 2, 3], "The answer") == [1, 2, 3]


def test_a_single_whole_number_stands_for_a_list_of_one():
    assert form_of(list[int]).conform(5, "The answer") == [5]


def test_a_dict_is_taken_value_by_value():
    assert form_of(dict[str, float]).conform({"a": 1}, "The answer") == {"a": 1.0}


def test_what_the_course_leaves_open_may_be_anything():
    marker = object()
    assert form_of(Cache).conform(marker, "The answer") is marker


def test_any_is_the_open_form():
    assert form_of(Any) == AnyForm()


@pytest.mark.parametrize("annotation", [set, bytes, None, "text", list, int | None])
def test_an_annotation_without_a_form_is_refused_with_the_ones_that_have_one(annotation):
    with pytest.raises(TypeError, match="is not supported; use Array"):
        form_of(annotation)


def test_a_part_that_did_not_cross_is_described_by_the_worker():
    assert describe(Opaque("a generator")) == "a generator"


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**64), 2**64)
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from([np.ones(2), np.array(np.nan), np.array([1j]), np.float32(1), Opaque("a thing"), NAN]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.text(max_size=2), inner)
    ),
    max_leaves=6,
)
FORMS = st.sampled_from(
    [
        float,
        int,
        str,
        Array,
        Annotated[Array, "n"],
        tuple[Array, Cache],
        list[int],
        dict[str, Array],
        tuple[int, ...],
    ]
)


@given(FORMS, VALUES)
def test_whatever_crosses_the_pipe_conforms_or_is_a_bad_answer(annotation, value):
    try:
        form_of(annotation).conform(value, "The answer")
    except BadAnswer as fault:
        assert fault.message.startswith("The answer")  # noqa: PT017 - both outcomes are right
