"""Values in reports: what JSON can say, and never megabytes of it."""

import json

import numpy as np
import pytest
from hypothesis import given
from support.values import VALUES

from grader.report.values import MAX_NUMBERS, jsonable
from grader.words import say
from grader.worker.wire import Opaque


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, None),
        (True, True),
        (3, 3),
        (0.5, 0.5),
        ("text", "text"),
        (np.float64(0.5), 0.5),
        (np.float32(0.5), 0.5),
        (np.longdouble(0.5), 0.5),
        (np.int8(3), 3),
        (np.bool_(1), True),
        (np.array(2.0), 2.0),
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (np.empty((0, 3)), []),
        ((1, [2.0, np.int64(3)]), [1, [2.0, 3]]),
        ({"W1": np.ones(2), 3: None}, {"W1": [1.0, 1.0], "3": None}),
        (Opaque("a set"), "a set"),
        (object(), "<object>"),
        (np.random.default_rng(0), "<Generator>"),
        (1j, "<complex>"),
    ],
    ids=[str(number) for number in range(19)],
)
def test_a_value_is_told_as_json_knows_it(value, told):
    assert jsonable(value) == told


@pytest.mark.parametrize("kind", [float, np.float64, np.float32, np.array])
@pytest.mark.parametrize("number", ["nan", "inf", "-inf"])
def test_a_number_that_json_does_not_have_is_told_in_words(kind, number):
    assert jsonable(kind(float(number))) == number


def test_numbers_that_json_does_not_have_are_told_in_words_inside_arrays_too():
    assert jsonable(np.array([1.0, np.nan])) == [1.0, "nan"]


@pytest.mark.parametrize("value", [np.float64(1), say("{a}", a=1), np.str_("W"), np.int64(1), np.bool_(1)])
def test_only_plain_types_are_left(value):
    assert type(jsonable(value)) in {bool, int, float, str}


def test_an_array_of_as_many_numbers_as_allowed_is_told_whole():
    assert len(jsonable(np.ones(MAX_NUMBERS))) == MAX_NUMBERS


def test_a_larger_array_is_told_by_its_shape_and_first_numbers():
    told = jsonable(np.arange(600.0).reshape(2, -1))
    assert told == {"shape": [2, 300], "dtype": "float64", "first": [float(n) for n in range(16)]}


@given(VALUES)
def test_whatever_crosses_the_pipe_can_be_told_in_strict_json(value):
    assert json.loads(json.dumps(jsonable(value), allow_nan=False)) == jsonable(value)
