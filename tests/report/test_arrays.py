"""A counterexample as text: whole if it is small, else the part where the first difference is."""

import numpy as np
import pytest

from grader.report.arrays import ROWS, arguments, grid, side_by_side


def told(**values):
    return [(name, words) for name, words, _ in arguments(values)]


def texts(cells):
    return [[text for text, _ in row] for row in cells]


def marked(cells):
    return [(i, j) for i, row in enumerate(cells) for j, (_, mark) in enumerate(row) if mark]


def different(shape, *index):
    """Two arrays of this shape that differ at one place."""
    expected = np.zeros(shape)
    actual = expected.copy()
    actual[index] = 1
    return actual, expected


def test_a_small_array_is_told_with_its_numbers():
    ((name, words, cells),) = arguments({"x": np.array([1.0, 2.5])})
    assert (name, words, texts(cells)) == ("x", "array (2,)", [["1", "2.5"]])


def test_axes_of_length_one_do_not_hide_a_matrix():
    ((_, words, cells),) = arguments({"X": np.arange(4).reshape(1, 2, 2, 1)})
    assert (words, texts(cells)) == ("array (1, 2, 2, 1)", [["0", "1"], ["2", "3"]])


@pytest.mark.parametrize("shape", [(2, 3, 4), (ROWS + 1, 2), (1, 100)])
def test_a_larger_array_is_told_by_its_range(shape):
    ((_, words, cells),) = arguments({"X": np.arange(float(np.prod(shape))).reshape(shape)})
    assert words == f"array {shape}, float64, from 0 to {np.prod(shape) - 1}"
    assert cells is None


def test_an_empty_array_is_told_by_its_shape():
    assert told(X=np.empty((0, 3))) == [("X", "array (0, 3)")]


def test_a_single_number_in_an_array_is_shown():
    ((_, _, cells),) = arguments({"b": np.full((1, 1), 0.25)})
    assert texts(cells) == [["0.25"]]


def test_items_of_a_tuple_are_told_one_by_one():
    assert told(cache=(1, [2, "a"])) == [("cache[0]", "1"), ("cache[1][0]", "2"), ("cache[1][1]", "'a'")]


def test_a_dict_of_arrays_is_told_by_its_shapes():
    assert told(p={"W1": np.ones((2, 3)), "b1": np.ones(3)}) == [("p", "W1 (2, 3), b1 (3,)")]


def test_a_dict_of_numbers_is_told_whole():
    assert told(hparameters={"stride": 2}) == [("hparameters", "{'stride': 2}")]


def test_a_generator_is_told_in_words():
    assert told(rng=np.random.default_rng(0)) == [("rng", "a random generator")]


def test_a_grid_marks_the_numbers_to_look_at():
    assert marked(grid(np.ones((2, 2)), np.array([[False, True], [False, False]]))) == [(0, 1)]


def test_a_number_makes_a_grid_of_one():
    assert texts(grid(np.array(0.5))) == [["0.5"]]


def test_a_vector_makes_one_row():
    assert texts(grid(np.array([1, 2]))) == [["1", "2"]]


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (None, np.ones(2)),
        (np.ones(2), None),
        ((2,), (3,)),
        (1.0, 2.0),
        (np.ones(2), np.ones(3)),
        (np.empty((0, 2)), np.empty((0, 2))),
        (np.array(1.0), np.array(2.0)),
    ],
)
def test_what_are_not_two_arrays_of_one_shape_is_not_put_side_by_side(actual, expected):
    assert side_by_side(actual, expected, {}) is None


def test_small_arrays_are_shown_whole():
    label, actual, expected = side_by_side(*different((2, 3), 1, 2), {})
    assert label == "[:, :]"
    assert texts(actual) == [["0", "0", "0"], ["0", "0", "1"]]
    assert texts(expected) == [["0", "0", "0"], ["0", "0", "0"]]


def test_the_difference_is_marked_on_both_sides():
    _, actual, expected = side_by_side(*different((2, 3), 1, 2), {})
    assert (marked(actual), marked(expected)) == ([(1, 2)], [(1, 2)])


@pytest.mark.parametrize(
    ("axes", "label", "place"), [({}, "[:, :, 0, 3]", (1, 2)), ({4: (1, 2)}, "[1, :, :, 3]", (2, 0))]
)
def test_the_course_says_which_axes_are_rows_and_columns(axes, label, place):
    found, actual, _ = side_by_side(*different((2, 3, 3, 4), 1, 2, 0, 3), axes)
    assert (found, marked(actual)) == (label, [place])


@pytest.mark.parametrize("index", [(0, 0), (50, 50), (99, 99), (99, 0)])
def test_of_a_large_matrix_the_part_around_the_first_difference_is_shown(index):
    _, actual, _ = side_by_side(*different((100, 100), *index), {})
    assert len(marked(actual)) == 1
    assert len(actual) == ROWS


def test_the_label_names_the_part_that_is_shown():
    label, actual, _ = side_by_side(*different((100, 2), 50, 0), {})
    rows = label.removeprefix("[").partition(",")[0]
    start, stop = map(int, rows.split(":"))
    assert marked(actual) == [(50 - start, 0)]
    assert stop - start == ROWS


def test_arrays_that_differ_only_by_rounding_are_shown_unmarked():
    _, actual, _ = side_by_side(np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-15]), {})
    assert marked(actual) == []


@pytest.mark.parametrize("dtype", ["?", "u1", "i8", "f4"])
def test_arrays_of_any_real_type_are_put_side_by_side(dtype):
    _, actual, _ = side_by_side(np.array([0, 1], dtype), np.array([1, 1], dtype), {})
    assert marked(actual) == [(0, 0)]
