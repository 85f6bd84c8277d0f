"""Arguments and answers as trees: what is copied, what is shared, and which answers agree."""

import numpy as np
import pytest

from grader.course.trees import copied, fresh, same
from grader.worker.wire import Opaque

RNG = np.random.default_rng(1)


def tree():
    return {"x": np.arange(3.0), "names": ["a", ["b"]], "options": {"deep": [1]}, "rng": RNG}


@pytest.mark.parametrize("made", [fresh, copied])
def test_lists_dicts_and_generators_are_new_at_every_depth(made):
    one = tree()
    other = made(one)
    other["names"][1].append("c")
    other["options"]["deep"].clear()
    other["rng"].random()
    assert one["names"] == ["a", ["b"]]
    assert one["options"] == {"deep": [1]}
    assert RNG.bit_generator.state == np.random.default_rng(1).bit_generator.state


def test_arrays_are_shared_by_what_is_fresh_and_copied_by_what_is_copied():
    one = tree()
    assert fresh(one)["x"] is one["x"]
    assert copied(one)["x"] is not one["x"]


def test_a_copy_keeps_the_memory_order():
    assert copied([np.asfortranarray(np.eye(3))])[0].flags.f_contiguous


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1.0, np.float64(1 + 1e-12)),
        (np.array([1, 2]), np.array([1.0, 2.0])),
        ([1, (2, 3)], (1, [2, 3])),
        ({"a": 1}, {"a": 1.0}),
        ("CONV_1", "conv 1"),
        (Opaque("an object"), np.eye(2)),
        (np.eye(2), None),
        ((1.0, Opaque("an object")), (1.0, {"cache": 3})),
        (True, 1),
    ],
)
def test_these_agree(one, other):
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1.0, 1.001),
        (np.zeros(2), np.zeros(3)),
        (np.zeros(2), (0.0, 0.0)),
        ((1.0, 2.0), (1.0,)),
        ((1.0,), 1.0),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, np.zeros(1)),
        ("relu", "tanh"),
        ("+", "-"),
        ("1", 1),
        ("", "a"),
    ],
)
def test_these_do_not(one, other):
    assert not same(one, other)
    assert not same(other, one)
