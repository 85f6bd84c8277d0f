"""The pipe's language: what is carried comes back the same, what is not becomes a few words."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.values import DTYPES, VALUES

from grader.worker import wire
from grader.worker.wire import HEAD, MAX_TREE, Garbled, Opaque, decode, encode, read_head


def crossed(value, **options):
    parts = encode(value)
    return decode(parts.tree, parts.body, **options)


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


@given(VALUES)
def test_all_arrays_can_cross_as_views_of_larger_ones(value):
    parts = encode(value, strided=True)
    assert same(value, decode(parts.tree, parts.body))


@pytest.mark.parametrize("order", ["C", "F"])
def test_a_view_of_a_larger_array_is_not_contiguous(order):
    parts = encode({"x": [np.arange(6.0).reshape(2, 3).copy(order)]}, strided=True)
    array = decode(parts.tree, parts.body)["x"][0]
    assert array.tolist() == [[0, 1, 2], [3, 4, 5]]
    assert not array.flags.forc
    assert array.flags.writeable
    assert array.strides == (48, 16)


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
    words = decode(json.dumps(["o", "\x1b[2J" + "x" * 1000]).encode(), b"").description
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
    frame = encode([np.zeros(1, "u1")] * 4, max_body=64).frame(7)
    assert read_head(frame[: HEAD.size], max_body=64)[2] == 64


@given(st.integers(0, 2**64 - 1))
def test_a_frame_carries_its_number_and_the_lengths_of_its_parts(number):
    parts = encode(["a", np.ones(3)])
    frame = parts.frame(number)
    assert read_head(frame[: HEAD.size]) == (number, len(parts.tree), len(parts.body))
    assert frame[HEAD.size :] == parts.tree + parts.body


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(Garbled, match="too large"):
        encode("x" * (MAX_TREE + 1))


def test_more_parts_than_may_cross_are_refused():
    with pytest.raises(Garbled, match="too many parts"):
        encode([0] * wire.MAX_NODES)
