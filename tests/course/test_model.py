"""The nouns of a course: what follows from them alone."""

import dataclasses

import pytest
from support.toy import DOUBLE, TOY

from grader.course.model import needed, points


def course(**needs):
    return [dataclasses.replace(DOUBLE, name=name, needs=of) for name, of in needs.items()]


def test_parts_of_parts_are_needed_too():
    c, a, b = exercises = course(c=("b",), a=(), b=("a",))
    assert needed(c, exercises) == (a, b)
    assert needed(b, exercises) == (a,)


def test_no_exercise_is_a_part_of_itself():
    a, b = exercises = course(a=("b",), b=("a",))
    assert needed(a, exercises) == (b,)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"parts"}, ["split"]),
        ({"basics"}, ["double", "total"]),
        ({"total", "parts"}, ["total", "split"]),
        (set(), []),
    ],
)
def test_a_course_can_be_cut_to_lessons_and_exercises(names, expected):
    chosen = TOY.only(names)
    assert [each.name for each in chosen.exercises] == expected
    assert chosen.whole == TOY.exercises
    assert chosen.only(names).whole == TOY.exercises


def test_points_are_added_without_rounding_errors():
    assert points([0.1] * 10) == 1.0
