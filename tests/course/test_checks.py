"""Checks raise Mismatch with both sides, or say nothing."""

import numpy as np
import pytest

from grader.course.checks import close, equal, require, shape, varies
from grader.errors import Mismatch


def fault(check, *args, **kwargs):
    with pytest.raises(Mismatch) as caught:
        check(*args, **kwargs)
    return caught.value


def test_require_is_silent_when_it_holds():
    require(np.True_, "never said")


def test_require_says_its_message_and_carries_both_sides():
    found = fault(require, [], "Nothing is there.", actual=1, expected=2)
    assert (found.message, found.actual, found.expected) == ("Nothing is there.", 1, 2)


def test_shape_is_silent_for_the_expected_shape():
    shape(np.ones((2, 3)), (2, 3))


def test_shape_names_both_shapes():
    assert fault(shape, np.ones((2, 3)), (3, 2)).message == "The shape is (2, 3); it must be (3, 2)."


def test_varies_is_silent_for_two_different_numbers():
    varies(np.array([1.0, 2.0]))


def test_varies_is_silent_for_a_single_number():
    varies(np.array([0.0]))


def test_varies_names_the_number_that_is_repeated():
    assert fault(varies, np.zeros((2, 2))).message == "Every number of the answer is 0.0."


def test_equal_is_silent_for_the_same_numbers():
    equal([1, 2], [1.0, 2.0])


def test_equal_allows_no_last_bit():
    fault(equal, 1.0, np.nextafter(1.0, 2.0))


def test_close_allows_what_another_order_of_summing_costs():
    close(np.nextafter(1.0, 2.0), 1.0)


def test_close_does_not_allow_what_float32_costs():
    fault(close, np.float32(0.1), 0.1)


def test_close_allows_more_where_large_products_were_summed():
    close(1e6 + 1e-7, 1e6, scale=1e6)


def test_a_small_scale_asks_for_small_errors():
    close(1e-13, 0.0)
    close(1e-19, 0.0, scale=1e-6)
    assert "it must be 0" in fault(close, 1e-13, 0.0, scale=1e-6).message
    assert "it must be 0" in fault(close, 1e-300, 0.0, scale=0.0).message


def test_another_shape_is_a_mismatch_even_if_it_would_broadcast():
    assert "The shape is (1,)" in fault(close, [1.0], [1.0, 1.0]).message


def test_the_message_names_count_place_and_both_numbers_of_the_first_difference():
    message = fault(close, [[0, 1], [2, 9]], [[0, 1], [3, 4]]).message
    assert message == "2 of 4 numbers differ; the first, at [1, 0], is 2 and must be 3."


def test_a_single_number_is_compared_without_an_index():
    assert fault(close, 1.5, 2.0).message == "The answer is 1.5; it must be 2."


def test_both_arrays_travel_with_the_mismatch():
    found = fault(equal, np.array([1, 2]), np.array([1, 3]))
    assert (found.actual.tolist(), found.expected.tolist()) == ([1, 2], [1, 3])


def test_unsigned_numbers_do_not_wrap_around_into_being_close():
    fault(close, np.array([0], dtype=np.uint8), np.array([255], dtype=np.uint8), scale=1.0)


def test_booleans_are_compared_as_numbers():
    assert fault(equal, [True, False], [True, True]).message.endswith("is 0 and must be 1.")


def test_empty_arrays_of_one_shape_are_equal():
    equal(np.empty((0, 2)), np.empty((0, 2)))
