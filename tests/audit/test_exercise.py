"""An exercise is audited on cases that are drawn once, and with mutants of all that is right."""

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from grader.audit import likeness
from grader.audit.exercise import ExerciseAudit, Setup, exercise_audit
from grader.audit.implementations import Collection, Implementation
from grader.cli.audit import show_mutants
from grader.course.cases import Kept
from grader.run import Finding

ROOT = Path(__file__).parents[2]
SETUP = Setup("cnn", ROOT / "solutions", ROOT / "tests" / "implementations")
WHEAT = """\
import numpy as np
def one_after_the_other(a_slice_prev, W, b):
    answer = 0
    for window, weights in zip(a_slice_prev, W):
        answer = answer + np.sum(window * weights)
    return answer + b[0, 0, 0]
"""


def test_each_case_is_drawn_once_however_often_it_is_asked(monkeypatch):
    drawn = Counter()

    def counted(self, inputs, seed, wanted):
        drawn[inputs.key, seed] += 1
        return draw(self, inputs, seed, wanted)

    def sampled(inputs, seed, count):
        drawn[inputs.key, seed] += 1
        return sample(inputs, seed, count)

    draw, sample = Kept._drawn, likeness.sampled
    monkeypatch.setattr(Kept, "_drawn", counted)
    monkeypatch.setattr(likeness, "sampled", sampled)
    with exercise_audit(SETUP, "conv_single_step") as here:
        for _ in range(2):
            questions = len(list(likeness._questions(here.exercise, here.kept)))
            here.key(3)
    assert questions > 0
    assert {seed for _, seed in drawn} >= set(likeness.OTHER_SEEDS)
    assert set(drawn.values()) == {1}


@pytest.fixture
def one_wheat(monkeypatch):
    """Let a single right implementation be all that there is."""
    alias = "conv_single_step = one_after_the_other"
    entries = [
        {"label": "wheats.py", "source": WHEAT, "first_line": 1, "statements": [0, 1]},
        {"label": "alias", "source": alias, "first_line": 1, "statements": [0]},
    ]
    wheat = Implementation("wheat", "one_after_the_other", Finding("found", slice=entries))
    found = Collection("conv_single_step", (wheat,))
    monkeypatch.setattr("grader.audit.exercise.collection", lambda *_: found)


@pytest.mark.usefixtures("one_wheat")
def test_mutants_of_right_implementations_are_caught():
    with exercise_audit(SETUP, "conv_single_step") as here:
        found = here.mutants(0)
    assert found.survivors == ()
    assert (
        found.equivalent == 5
    )  # b has one number, at 0 or -1 of each axis; products do not mind their order
    assert found.count > 10


@pytest.mark.usefixtures("one_wheat")
def test_what_keeps_all_promises_is_missed_only_if_it_is_wrong(monkeypatch, capsys):
    monkeypatch.setattr(ExerciseAudit, "_survives", lambda *_: True)
    with exercise_audit(SETUP, "conv_single_step") as here:
        found = here.mutants(0)
        without = dataclasses.replace(here.exercise, properties=here.exercise.properties[:1])
        compared = dataclasses.replace(here, exercise=without).mutants(0)
    assert found.equivalent == 5
    assert len(found.survivors) == found.count - found.equivalent
    assert all(name.startswith("one_after_the_other: ") for name in found.survivors)
    assert compared.survivors == found.survivors  # without a definition, answers are compared
    monkeypatch.setattr("grader.cli.audit.mutants", lambda *_: [found])
    assert show_mutants(SETUP, 0, 1) == len(found.survivors)
    assert f"{found.survivors[0]} is missed" in capsys.readouterr().out
