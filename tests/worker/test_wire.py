"""The pipe's language: what is carried comes back the same; whatever else comes is Garbled, and nothing else."""

import json
import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grader.worker import wire
from grader.worker.wire import HEAD, MAX_TREE, Garbled, Opaque, decode, encode, sizes

DTYPES = sorted(wire._DTYPES)


def parts(frame):
    tree, body = sizes(frame[: HEAD.size])
    assert len(frame) == HEAD.size + tree + body
    return frame[HEAD.size : HEAD.size + tree], frame[HEAD.size + tree :]


def crossed(value, **options):
    return decode(*parts(encode(value)), **options)


def decoded(node, body=b"", **options):
    return decode(json.dumps(node).encode(), body, **options)


def same(one, other):
    if isinstance(one, np.ndarray):
        return (
            type(other) is np.ndarray
            and (one.dtype, one.shape) == (other.dtype, other.shape)
            and one.tobytes() == other.tobytes()
        )
    if isinstance(one, (list, tuple)):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, float) and math.isnan(one):
        return type(one) is type(other) and math.isnan(other)
    return type(one) is type(other) and one == other


ARRAYS = hnp.arrays(st.sampled_from(DTYPES), hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**64) + 1, 2**64 - 1)
    | st.floats()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
    | st.binary(max_size=20)
    | ARRAYS
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=3) | st.integers(-9, 9), inner
        )
    ),
    max_leaves=8,
)


@given(VALUES)
def test_what_the_wire_carries_comes_back_the_same(value):
    assert same(value, crossed(value))


@pytest.mark.parametrize("dtype", DTYPES)
def test_every_number_type_keeps_its_type(dtype):
    assert crossed(np.ones(3, dtype)).dtype == np.dtype(dtype)


@pytest.mark.parametrize("dtype", DTYPES)
def test_a_scalar_of_numpy_keeps_its_type(dtype):
    scalar = np.ones((), dtype)[()]
    assert type(crossed(scalar)) is type(scalar)


def test_an_array_in_column_order_stays_in_column_order():
    array = crossed(np.asfortranarray(np.arange(6.0).reshape(2, 3)))
    assert array.flags.f_contiguous
    assert array.tolist() == [[0, 1, 2], [3, 4, 5]]


def test_a_strided_view_comes_back_whole_and_contiguous():
    assert crossed(np.arange(6)[::-2]).tolist() == [5, 3, 1]


def test_an_array_of_the_other_byte_order_keeps_its_numbers():
    array = crossed(np.array([1.5, 2.5], dtype=">f8"))
    assert (array.tolist(), array.dtype.str) == ([1.5, 2.5], np.dtype("f8").str)


def test_an_array_that_came_may_be_written_to():
    assert crossed(np.ones(2)).flags.writeable


def test_a_subclass_of_an_array_comes_as_an_array():
    assert type(crossed(np.ma.masked_array([1.0, 2.0]))) is np.ndarray


def test_arrays_after_bytes_are_still_aligned():
    assert same(
        [b"abc", np.ones(2), b"", np.zeros(3, "i1")], crossed([b"abc", np.ones(2), b"", np.zeros(3, "i1")])
    )


def test_a_generator_crosses_with_its_state_where_it_may():
    rng = np.random.default_rng(3)
    rng.random(5)
    assert crossed(rng, generators=True).random() == rng.random()


def test_a_generator_does_not_cross_where_it_may_not():
    with pytest.raises(Garbled):
        crossed(np.random.default_rng(3))


@pytest.mark.parametrize(
    ("value", "description"),
    [
        (object(), "an object"),
        ({1, 2}, "a set"),
        (1j, "a complex"),
        (np.array([None]), "an array (1,) of object"),
        (np.array(["ab"]), "an array (1,) of <U2"),
        (np.array(["2020-01-01"], dtype="M8[D]"), "an array (1,) of datetime64[D]"),
        (np.zeros(1, dtype=[("a", "f8")]), "an array (1,) of [('a', '<f8')]"),
        (2**64, "an integer of more than 64 bits"),
        (lambda: None, "a function"),
        ((i for i in ()), "a generator"),
        (np.random.Generator(np.random.MT19937(0)), "a Generator"),
    ],
)
def test_what_cannot_cross_becomes_a_few_words(value, description):
    assert crossed([1, value, np.ones(1)])[1] == Opaque(description)


def test_a_few_words_stay_a_few_words():
    assert crossed(Opaque("a thing")) == Opaque("a thing")


def test_the_words_for_what_did_not_cross_are_few_and_printable():
    words = decoded(["o", "\x1b[2J" + "x" * 1000]).description
    assert words.isprintable()
    assert len(words) == 300


@pytest.mark.parametrize("key", [np.int64(1), b"k", (1, 2), None, 1.5, True, 2**70])
def test_an_odd_key_of_a_dict_costs_nothing_but_the_key(key):
    (value,) = crossed({key: np.ones(2)}).values()
    assert value.tolist() == [1.0, 1.0]


def test_a_key_that_is_a_kind_of_string_is_that_string():
    assert list(crossed({np.str_("W1"): 1})) == ["W1"]


def test_lone_surrogates_are_replaced():
    assert crossed(["a\udc80b", {"\ud800": 1}]) == ["a?b", {"?": 1}]


def test_a_list_inside_itself_is_refused():
    endless = []
    endless.append(endless)
    with pytest.raises(Garbled, match="too many parts"):
        encode(endless)


@pytest.mark.parametrize(
    "value",
    [np.zeros(17, "u1"), bytes(17), [np.zeros(1)] * 2, [bytes(1)] * 2, np.broadcast_to(1.0, (10**9, 10**3))],
    ids=["array", "bytes", "arrays", "padded", "broadcast"],
)
def test_more_bytes_than_may_cross_are_refused_in_words(value):
    with pytest.raises(Garbled, match="the answer is larger than"):
        encode(value, max_body=16)


def test_what_is_not_refused_is_within_the_readers_limit_too():
    frame = encode([np.zeros(1, "u1")] * 4, max_body=64)
    assert sizes(frame[: HEAD.size], max_body=64)[1] == 64


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(Garbled, match="too large"):
        encode("x" * (MAX_TREE + 1))


def test_more_parts_than_may_cross_are_refused():
    with pytest.raises(Garbled, match="too many parts"):
        encode([0] * wire.MAX_NODES)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"cg1\n",
        bytes(HEAD.size),
        HEAD.pack(b"cg2\n", 0, 0),
        HEAD.pack(wire.MAGIC, MAX_TREE + 1, 0),
        HEAD.pack(wire.MAGIC, 0, wire.MAX_BODY + 1),
        HEAD.pack(wire.MAGIC, 2**32 - 1, 2**64 - 1),
        HEAD.pack(wire.MAGIC, 0, 0) + b"x",
    ],
)
def test_a_head_that_is_none_or_announces_too_much_is_garbled(head):
    with pytest.raises(Garbled):
        sizes(head)


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
def test_any_bytes_for_a_head_are_sizes_or_garbled(head):
    try:
        tree, body = sizes(head)
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
        [*"ltdabnog", "C", "F", "<f8", "|b1", "PCG64", "bit_generator", "state", "inc", 16, 2**130]
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
    frame = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(frame) - 1))
        frame[place : place + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=2))
    try:
        tree, body = sizes(bytes(frame[: HEAD.size]))
    except Garbled:
        return
    rest = bytes(frame[HEAD.size :])
    valued_or_garbled(rest[:tree], rest[tree : tree + body])
