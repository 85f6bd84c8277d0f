"""Wrong answers to zero_pad, each named after its mistake."""

import numpy as np


def pads_nothing(X, pad):
    return X


def repeats_the_edge(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "edge")


def mirrors_the_image(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "symmetric")


def pads_with_ones(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), constant_values=1)


def pads_with_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), "constant", constant_values=(pad, pad))


def pads_every_axis(X, pad):
    return np.pad(X, pad)


def pads_the_examples(X, pad):
    return np.pad(X, ((pad, pad), (pad, pad), (0, 0), (0, 0)))


def pads_width_and_channels(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


def pads_the_channels(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (pad, pad)))


def pads_the_height_only(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (0, 0), (0, 0)))


def pads_the_width_only(X, pad):
    return np.pad(X, ((0, 0), (0, 0), (pad, pad), (0, 0)))


def pads_one_end(X, pad):
    return np.pad(X, ((0, 0), (0, pad), (0, pad), (0, 0)))


def pads_the_far_end_twice(X, pad):
    return np.pad(X, ((0, 0), (0, 2 * pad), (0, 2 * pad), (0, 0)))


def pads_by_one(X, pad):
    return np.pad(X, ((0, 0), (1, 1), (1, 1), (0, 0)))


def pads_twice(X, pad):
    return np.pad(X, ((0, 0), (2 * pad, 2 * pad), (2 * pad, 2 * pad), (0, 0)))


def fails_without_padding(X, pad):
    padded = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))
    padded[:, pad:-pad, pad:-pad, :] = X
    return padded


def right_on_squares_only(X, pad):
    m, n_H, _, n_C = X.shape
    padded = np.zeros((m, n_H + 2 * pad, n_H + 2 * pad, n_C))
    padded[:, pad : pad + n_H, pad : pad + n_H] = X[:, :, :n_H]
    return padded


def first_example_only(X, pad):
    return np.pad(X[[0] * len(X)], ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def cuts_to_whole_numbers(X, pad):
    return np.pad(X.astype(int), ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def swaps_height_and_width(X, pad):
    m, n_H, n_W, n_C = X.shape
    padded = np.zeros((m, n_W + 2 * pad, n_H + 2 * pad, n_C))
    padded[:, pad : pad + n_W, pad : pad + n_H] = X.swapaxes(1, 2)
    return padded


def hard_codes_the_size(X, pad):
    padded = np.zeros((len(X), 4 + 2 * pad, 4 + 2 * pad, X.shape[3]))
    padded[:, pad : pad + 4, pad : pad + 4] = X
    return padded


def right_on_small_images_only(X, pad):
    padded = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))
    for h in range(min(X.shape[1], 4)):
        for w in range(min(X.shape[2], 4)):
            padded[:, h + pad, w + pad] = X[:, h, w]
    return padded


def loops_over_three_channels(X, pad):
    padded = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))
    for c in range(min(X.shape[3], 3)):
        padded[:, pad : pad + X.shape[1], pad : pad + X.shape[2], c] = X[..., c]
    return padded


def loops_over_three_examples(X, pad):
    padded = np.zeros((X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3]))
    for i in range(min(len(X), 3)):
        padded[i, pad : pad + X.shape[1], pad : pad + X.shape[2]] = X[i]
    return padded


def computes_in_float32(X, pad):
    return np.pad(X.astype(np.float32), ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def answers_in_bytes(X, pad):
    return np.pad(X.astype(np.int8), ((0, 0), (pad, pad), (pad, pad), (0, 0)))


def loses_negative_numbers(X, pad):
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    return np.where(padded > 0, padded, 0)


_CANVASES = {}


def keeps_the_canvas_between_calls(X, pad):
    shape = (X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3])
    canvas = _CANVASES.setdefault(shape, np.zeros(shape))
    canvas[:, pad : pad + X.shape[1], pad : pad + X.shape[2]] += X
    return canvas.copy()


def clears_its_argument(X, pad):
    padded = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    X[:] = 0
    return padded


def reads_memory_in_its_own_order(X, pad):
    pixels = X.ravel(order="K").reshape(X.shape)
    return np.pad(pixels, ((0, 0), (pad, pad), (pad, pad), (0, 0)))


_KNOWN = {}


def adds_to_a_remembered_answer(X, pad):
    shape = (X.shape[0], X.shape[1] + 2 * pad, X.shape[2] + 2 * pad, X.shape[3])
    canvas = _KNOWN.setdefault((X.tobytes(), shape), np.zeros(shape))
    canvas[:, pad : pad + X.shape[1], pad : pad + X.shape[2]] += X
    return canvas.copy()


CAUGHT_BY = {
    "pads_nothing": {"output_shape", "pad_zero"},
    "repeats_the_edge": {"border", "not_square"},
    "mirrors_the_image": {"border", "not_square"},
    "pads_with_ones": {"border", "not_square"},
    "pads_with_pad": {"border", "not_square"},
    "pads_every_axis": {"output_shape", "centre"},
    "pads_the_examples": {"output_shape", "centre"},
    "pads_width_and_channels": {"output_shape", "centre"},
    "pads_the_channels": {"output_shape", "centre"},
    "pads_the_height_only": {"output_shape", "centre"},
    "pads_the_width_only": {"output_shape", "centre"},
    "pads_one_end": {"output_shape", "centre"},
    "pads_the_far_end_twice": {"centre", "border"},
    "pads_by_one": {"output_shape", "pad_zero"},
    "pads_twice": {"output_shape", "centre"},
    "fails_without_padding": {"pad_zero"},
    "right_on_squares_only": {"not_square"},
    "first_example_only": {"examples_and_channels"},
    "cuts_to_whole_numbers": {"centre", "pad_zero"},
    "swaps_height_and_width": {"centre", "pad_zero"},
    "hard_codes_the_size": {"output_shape", "pad_zero"},
    "right_on_small_images_only": {"centre", "pad_zero"},
    "loops_over_three_channels": {"examples_and_channels"},
    "loops_over_three_examples": {"examples_and_channels"},
    "computes_in_float32": {"number_types"},
    "answers_in_bytes": {"centre", "pad_zero"},
    "loses_negative_numbers": {"output_shape", "pad_zero"},
    "keeps_the_canvas_between_calls": {"centre", "pad_zero", "same_answer_twice"},
    "clears_its_argument": {"arguments_unchanged"},
    "reads_memory_in_its_own_order": {"memory_order"},
    "adds_to_a_remembered_answer": {"same_answer_twice"},
}
