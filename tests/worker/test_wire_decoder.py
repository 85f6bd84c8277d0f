"""The decoder is total: whatever bytes a worker writes are a value or Garbled, and never anything else."""

import json

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.values import VALUES

from grader.worker import wire
from grader.worker.wire import HEAD, MAX_TREE, Garbled, decode, encode, read_head


def decoded(node, body=b"", **options):
    return decode(json.dumps(node).encode(), body, **options)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"cg1\n",
        bytes(HEAD.size),
        HEAD.pack(b"cg2\n", 0, 0, 0),
        HEAD.pack(wire.MAGIC, 0, MAX_TREE + 1, 0),
        HEAD.pack(wire.MAGIC, 0, 0, wire.MAX_BODY + 1),
        HEAD.pack(wire.MAGIC, 0, 2**32 - 1, 2**64 - 1),
        HEAD.pack(wire.MAGIC, 0, 0, 0) + b"x",
    ],
)
def test_a_head_that_is_none_or_announces_too_much_is_garbled(head):
    with pytest.raises(Garbled):
        read_head(head)


GARBLED = [
    {},
    [],
    {"id": 1},
    ["x"],
    [1],
    [None],
    [["l"]],
    [{}],
    ["g", {}],
    ["l", []],
    ["d", 1],
    ["d", []],
    ["d", ["k"]],
    ["d", ["k", 1, 2]],
    ["a"],
    ["a", "<f8", [1]],
    ["a", "<f8", [1], "C", 0],
    ["a", "<f8", [1], "A"],
    ["a", "<f8", [1], "s"],
    ["a", "<f8", [3], "S"],
    ["a", "<f8", [1] * 17, "S"],
    ["a", "<f8", [1], None],
    ["a", "<f8", [1], []],
    ["a", "O", [1], "C"],
    ["a", "|O", [1], "C"],
    ["a", "<U1", [1], "C"],
    ["a", ["<f8"], [1], "C"],
    ["a", {"a": 1}, [1], "C"],
    ["a", "f8,f8", [1], "C"],
    ["a", "<f8", 2, "C"],
    ["a", "<f8", None, "C"],
    ["a", "<f8", "2", "C"],
    ["a", "<f8", [-1], "C"],
    ["a", "<f8", [-1, -2], "C"],
    ["a", "<f8", [True], "C"],
    ["a", "<f8", [2.0], "C"],
    ["a", "<f8", ["2"], "C"],
    ["a", "<f8", [2**63], "C"],
    ["a", "<f8", [2**28] * 16, "C"],
    ["a", "<f8", [0] + [2**28] * 15, "C"],
    ["a", "<f8", [1] * 17, "C"],
    ["a", "<f8", [3], "C"],
    ["n"],
    ["n", "O"],
    ["n", "<f8", 1],
    ["n", []],
    ["b"],
    ["b", -1],
    ["b", True],
    ["b", 1.0],
    ["b", "1"],
    ["b", 17],
    ["b", 10**30],
    ["o"],
    ["o", ["l", 1]],
    ["o", {}],
    2**64,
    -(10**40),
    ["d", [2**64, 1]],
]


@pytest.mark.parametrize("node", GARBLED, ids=json.dumps)
def test_a_tree_that_no_encoder_writes_is_garbled(node):
    with pytest.raises(Garbled):
        decoded(node, bytes(16))


@pytest.mark.parametrize(
    "tree",
    [
        b"",
        b"nul",
        b"\xff",
        b"\x00",
        b"[" * 100_000,
        b'["l",' * 5000,
        b'{"a":' * 5000,
        b"1" * 5000,
        b"[1,]",
        b"\xff\xfe[",
    ],
)
def test_text_that_is_no_tree_is_garbled(tree):
    with pytest.raises(Garbled):
        decode(tree, b"")


def test_more_depth_than_any_answer_needs_is_garbled():
    node = 1
    for _ in range(wire.MAX_DEPTH + 1):
        node = ["l", node]
    with pytest.raises(Garbled, match="too many parts"):
        decoded(node)


def test_more_parts_than_any_answer_needs_are_garbled():
    with pytest.raises(Garbled, match="too many parts"):
        decoded(["l", *[0] * wire.MAX_NODES])


def test_bytes_that_nothing_speaks_of_are_garbled():
    with pytest.raises(Garbled, match="left over"):
        decoded(None, bytes(16))


def test_a_key_that_comes_twice_keeps_its_last_value():
    assert decoded(["d", ["a", 1], ["a", 2]]) == {"a": 2}


@pytest.mark.parametrize("key", [None, True, 1.5, ["t", 1], {}])
def test_a_key_that_is_no_text_or_number_is_told_in_words(key):
    (name,) = decoded(["d", [key, 1]])
    assert name.startswith("a key of type")


def valued_or_garbled(tree, body, **options):
    """Decode; any other exception than Garbled fails the test."""
    try:
        return decode(tree, body, **options)
    except Garbled:
        return None


@given(st.binary(max_size=64))
def test_any_bytes_for_a_head_are_lengths_or_garbled(head):
    try:
        _, tree, body = read_head(head)
    except Garbled:
        return
    assert tree <= MAX_TREE
    assert body <= wire.MAX_BODY


@given(st.binary(max_size=200), st.binary(max_size=64), st.booleans())
def test_any_bytes_are_a_value_or_garbled(tree, body, generators):
    valued_or_garbled(tree, body, generators=generators)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(
        [*"ltdabnog", "C", "F", "S", "<f8", "|b1", "PCG64", "bit_generator", "state", "inc", 16, 2**130]
    ),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from(["bit_generator", "state", "inc", "has_uint32", "uinteger"]), inner)
        | st.tuples(st.sampled_from([*"ltdabnog"]), inner, inner).map(list)
    ),
    max_leaves=15,
)


@given(JSON, st.binary(max_size=64))
@example(["g", np.random.default_rng(0).bit_generator.state | {"state": {"state": -1, "inc": 2**200}}], b"")
@example(["g", np.random.default_rng(0).bit_generator.state | {"uinteger": 2**40}], b"")
@example(["g", np.random.default_rng(0).bit_generator.state | {"state": 5}], b"")
@example(["g", {"bit_generator": "PCG64"}], b"")
@example(["g", []], b"")
def test_any_tree_is_a_value_or_garbled(node, body):
    valued_or_garbled(json.dumps(node).encode(), body, generators=True)


@given(VALUES, st.data())
def test_any_change_to_a_frame_is_a_value_or_garbled(value, data):
    frame = bytearray(encode(value).frame(0))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(frame) - 1))
        frame[place : place + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    try:
        _, tree, body = read_head(bytes(frame[: HEAD.size]))
    except Garbled:
        return
    rest = bytes(frame[HEAD.size :])
    valued_or_garbled(rest[:tree], rest[tree : tree + body])
