"""An exercise is audited on cases that are drawn once."""

from collections import Counter
from pathlib import Path

from grader.audit import exercise
from grader.audit.exercise import Setup, exercise_audit

ROOT = Path(__file__).parents[2]


def test_each_case_is_drawn_once_however_often_it_is_asked(monkeypatch):
    drawn = Counter()

    def counted(inputs, seed, count):
        drawn[inputs.key, seed] += 1
        return draw(inputs, seed, count)

    draw = exercise.draw
    monkeypatch.setattr(exercise, "draw", counted)
    setup = Setup("cnn", ROOT / "solutions", ROOT / "tests" / "implementations", count=2)
    with exercise_audit(setup, "conv_single_step") as here:
        for _ in range(2):
            questions = len(list(here._questions()))
            here.key(3)
    assert questions > 0
    assert {seed for _, seed in drawn} >= set(exercise.OTHER_SEEDS)
    assert set(drawn.values()) == {1}
