"""What a worker does with arguments: it sees whether a call changed them, and puts other numbers in."""

import math

import numpy as np
import pytest

from grader.worker.arguments import fingerprint, rewritten


def tree():
    return [
        np.arange(6.0).reshape(2, 3),
        {"a": np.ones(2), "n": 3, "l": [1.0, "word"]},
        (np.zeros(1), None),
        True,
    ]


def put(place, value):
    def change(tree):
        *path, last = place
        for key in path:
            tree = tree[key]
        tree[last] = value

    return change


CHANGES = {
    "a number": put((0, 1, 2), 7.0),
    "a number in a dict": put((1, "a", 0), 7.0),
    "a number in a tuple": put((2, 0, 0), 7.0),
    "nan": put((0, 0, 0), math.nan),
    "a word": put((1, "l", 1), "other"),
    "a setting": put((1, "n"), 4),
    "a new key": put((1, "m"), 4),
    "an odd key": put((1, object()), 4),
    "a missing key": lambda tree: tree[1].pop("n"),
    "the order of keys": lambda tree: tree[1].update(a=tree[1].pop("a")),
    "a longer list": lambda tree: tree[1]["l"].append(1),
    "an array's shape": lambda tree: setattr(tree[0], "shape", (3, 2)),
    "another array of the same bytes": put((1, "a"), np.ones(2).view("i8")),
    "something else": put((1, "a"), object()),
    "None": put((1, "a"), None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(change):
    arguments = tree()
    before = fingerprint(arguments)
    change(arguments)
    assert before != fingerprint(arguments)


@pytest.mark.parametrize(
    "change",
    [lambda tree: None, put((0, 0, 0), 0.0), put((1, "n"), 3), put((1, "a"), np.ones(2))],
    ids=["nothing", "the same number", "the same setting", "an equal array"],
)
def test_what_is_the_same_is_no_change(change):
    arguments = tree()
    before = fingerprint(arguments)
    change(arguments)
    assert before == fingerprint(arguments)


def test_nan_is_equal_to_itself():
    arguments = [np.full(3, math.nan), math.nan]
    assert fingerprint(arguments) == fingerprint(arguments)


def test_a_generator_may_be_used():
    rng = np.random.default_rng(0)
    before = fingerprint([rng])
    rng.random()
    assert before == fingerprint([rng])


def test_no_code_of_what_is_put_in_runs():
    class Loud(dict):
        def __eq__(self, other):
            raise RuntimeError

        __hash__ = None
        items = keys = values = __eq__

    arguments = tree()
    before = fingerprint(arguments)
    arguments[1]["a"] = Loud()
    assert before != fingerprint(arguments)


def test_the_layout_of_an_array_is_no_change():
    array = np.arange(6.0).reshape(2, 3)
    assert fingerprint(array) == fingerprint(np.asfortranarray(array))


def test_numbers_are_written_into_what_is_there():
    old, new = tree(), tree()
    new[0] += 1
    new[1] |= {"n": 5, "l": [2.0, "new"]}
    arrays = [old[0], old[1]["a"], old[2][0]]
    result = rewritten(old, new)
    assert result is old
    assert all(one is two for one, two in zip(arrays, [old[0], old[1]["a"], old[2][0]], strict=True))
    assert (old[0].tolist(), old[1]["n"], old[1]["l"]) == (new[0].tolist(), 5, [2.0, "new"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (np.ones(2), np.zeros(3)),
        (np.ones(2), np.zeros(2, int)),
        (np.ones((2, 1)), np.zeros((1, 2))),
        ({"a": 1}, {"b": 1}),
        ([1], [1, 2]),
        ((1,), [1]),
        (None, {"a": 1}),
        (np.broadcast_to(1.0, 2), np.zeros(2)),
    ],
)
def test_what_does_not_fit_is_taken_as_it_is(old, new):
    assert rewritten(old, new) is new
