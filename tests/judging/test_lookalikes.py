"""Pairs of questions that a function may take for each other."""

import numpy as np

from grader.judging.lookalikes import lookalikes


def question(rows, columns, pad=0, dtype=float):
    return np.zeros((rows, columns), dtype), {"pad": pad}


def told(*asked):
    """Return the shapes and the padding of each question of each pair."""
    return [[(*args[0].shape, args[1]["pad"]) for args in pair] for pair in lookalikes(asked)]


def test_the_first_pair_has_as_many_numbers_in_another_shape():
    asked = [(question(2, 6), (1,)), (question(2, 7), (1,)), (question(3, 4), (1,))]
    assert told(*asked) == [[(2, 6, 0), (3, 4, 0)], [(2, 6, 0), (2, 7, 0)]]


def test_the_last_pair_has_other_settings():
    asked = [(question(2, 6), (1,)), (question(1, 3, pad=2), (1,)), (question(2, 2, pad=1), (2,))]
    assert told(*asked) == [[(2, 6, 0), (1, 3, 2)]]


def test_answers_of_other_shapes_and_numbers_of_other_types_are_not_alike():
    assert told((question(2, 6), (1,)), (question(3, 4), (2,))) == []
    assert told((question(2, 6), (1,)), (question(3, 4, dtype=int), (1,))) == []


def test_equal_questions_and_few_questions_are_no_pair():
    assert told((question(2, 6), (1,)), (question(2, 6), (1,))) == []
    assert told((question(2, 6), (1,))) == []
    assert told() == []
