"""The course as a whole: its points, and the sentences that students read."""

import re

import pytest

from grader.suites.cnn import SUITE

EXERCISES = {exercise.name: exercise for exercise in SUITE.exercises}
each_exercise = pytest.mark.parametrize("exercise", SUITE.exercises, ids=EXERCISES)


def test_points_add_up_to_a_hundred() -> None:
    assert {name: exercise.possible for name, exercise in EXERCISES.items()} == {
        "zero_pad": 10,
        "conv_single_step": 10,
        "conv_forward": 25,
        "pool_forward": 15,
        "conv_backward": 25,
        "lenet_parameters": 4,
        "lenet_forward": 7,
        "lenet_summary": 4,
    }
    assert SUITE.possible == 100


def test_each_mode_of_pooling_is_worth_the_same() -> None:
    points = {"max": 0.0, "average": 0.0}
    for prop in EXERCISES["pool_forward"].properties:
        mode = prop.name.partition("_")[0]
        points[mode] = points.get(mode, 0) + prop.points
    assert points["max"] == pytest.approx(points["average"])
    assert points["max"] > 5


@each_exercise
def test_promises_and_hints_are_plain_sentences(exercise) -> None:
    for prop in exercise.properties:
        for text in (prop.promise, prop.hint):
            assert re.fullmatch(r"[^{}%`\n]+\.", text), text
            assert len(text) <= 130, text
        assert prop.promise[0].isupper()


@each_exercise
def test_promises_and_hints_do_not_repeat_each_other(exercise) -> None:
    promises = [prop.promise for prop in exercise.properties]
    assert len(set(promises)) == len(promises)


@each_exercise
def test_mistakes_say_what_they_are(exercise) -> None:
    messages = [mistake.message for mistake in exercise.mistakes]
    assert len(set(messages)) == len(messages)
    for message in messages:
        assert re.fullmatch(r"[^{}%`\n]+\.", message), message
