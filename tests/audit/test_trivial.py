"""Answers that know the form and nothing else: nothing of the right answer is left in them."""

import numpy as np
import pytest

from grader.audit.trivial import ARGUMENT, ONES, ZEROS, trivial


def named(reference):
    return dict(trivial(reference, random=False))


def test_no_word_of_the_right_answer_is_left():
    answers = named(lambda text: (text[0], len(text), {"word": text}))
    assert answers[ZEROS]("right") == ("", 0, {"word": ""})
    assert answers[ONES]("right") == ("", 1, {"word": ""})


def test_an_argument_that_is_handed_back_brings_zeros_along():
    part, count = named(lambda x: (x + 1, 3))[ARGUMENT](np.ones(2))
    assert (part.tolist(), count) == ([1.0, 1.0], 0)


@pytest.mark.parametrize(("call", "expected"), [({"x": 2.0}, 2.0), ({}, None)])
def test_arguments_may_be_given_by_name_or_not_at_all(call, expected):
    assert named(lambda x=1.0: x + 1)[ARGUMENT](**call) == expected
