"""Wrong answers to conv_single_step, each named after its mistake."""

import numpy as np


def leaves_out_the_bias(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W)


def bias_inside_the_sum(a_slice_prev, W, b):
    return np.sum(np.multiply(a_slice_prev, W) + b)


def subtracts_the_bias(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) - b.item()


def multiplies_by_the_bias(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) * b.item()


def adds_instead_of_multiplying(a_slice_prev, W, b):
    return np.sum(a_slice_prev + W) + b.item()


def mean_for_sum(a_slice_prev, W, b):
    return np.mean(a_slice_prev * W) + b.item()


def ignores_the_filter(a_slice_prev, W, b):
    return np.sum(a_slice_prev) + b.item()


def first_channel_only(a_slice_prev, W, b):
    return np.sum(a_slice_prev[:, :, 0] * W[:, :, 0]) + b.item()


def last_channel_only(a_slice_prev, W, b):
    return np.sum(a_slice_prev[:, :, -1] * W[:, :, -1]) + b.item()


def flips_the_filter(a_slice_prev, W, b):
    return np.sum(a_slice_prev * np.flip(W, (0, 1))) + b.item()


def transposes_the_filter(a_slice_prev, W, b):
    return np.sum(a_slice_prev * np.swapaxes(W, 0, 1)) + b.item()


def matrix_product(a_slice_prev, W, b):
    return sum(np.sum(a_slice_prev[:, :, c] @ W[:, :, c]) for c in range(W.shape[2])) + b.item()


def cuts_to_a_whole_number(a_slice_prev, W, b):
    return int(np.sum(a_slice_prev * W) + b.item())


def applies_relu(a_slice_prev, W, b):
    return np.maximum(np.sum(a_slice_prev * W) + b.item(), 0)


def flips_the_channels(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W[:, :, ::-1]) + b.item()


def adds_the_bias_for_every_channel(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) + b.item() * W.shape[2]


def forgets_the_last_row(a_slice_prev, W, b):
    return np.sum(a_slice_prev[:-1] * W[:-1]) + b.item()


def hard_codes_the_size(a_slice_prev, W, b):
    return np.sum(a_slice_prev[:3, :3] * W[:3, :3]) + b.item()


def loops_over_three_channels(a_slice_prev, W, b):
    return np.sum(a_slice_prev[..., :3] * W[..., :3]) + b.item()


def right_for_odd_filters_only(a_slice_prev, W, b):
    half = W.shape[0] // 2
    rows = slice(0, 2 * half + 1) if W.shape[0] % 2 else slice(0, 2 * half - 1)
    return np.sum(a_slice_prev[rows] * W[rows]) + b.item()


def loses_negative_products(a_slice_prev, W, b):
    return np.sum(np.abs(a_slice_prev * W)) + b.item()


def averages_the_channels(a_slice_prev, W, b):
    return np.sum((a_slice_prev * W).mean(axis=2)) + b.item()


def squares_the_window(a_slice_prev, W, b):
    return np.sum(a_slice_prev * a_slice_prev) + b.item()


def computes_in_float32(a_slice_prev, W, b):
    return float(np.sum(a_slice_prev.astype(np.float32) * W.astype(np.float32)) + np.float32(b.item()))


def sum_takes_the_dtype_of_the_window(a_slice_prev, W, b):
    return np.sum((a_slice_prev * W).astype(a_slice_prev.dtype)) + b.item()


def multiplies_in_place(a_slice_prev, W, b):
    a_slice_prev *= W
    return np.sum(a_slice_prev) + b.item()


_TOTAL = [0.0]


def keeps_the_total_between_calls(a_slice_prev, W, b):
    _TOTAL[0] += float(np.sum(a_slice_prev * W))
    return _TOTAL[0] + b.item()


def reads_memory_in_its_own_order(a_slice_prev, W, b):
    return np.dot(a_slice_prev.ravel(order="K"), W.ravel()) + b.item()


_KNOWN = {}


def adds_to_a_remembered_answer(a_slice_prev, W, b):
    key = (a_slice_prev.tobytes(), W.tobytes(), b.tobytes())
    _KNOWN[key] = _KNOWN.get(key, b.item()) + float(np.sum(a_slice_prev * W))
    return _KNOWN[key]


CAUGHT_BY = {
    "leaves_out_the_bias": {"bias"},
    "bias_inside_the_sum": {"bias"},
    "subtracts_the_bias": {"bias"},
    "multiplies_by_the_bias": {"filter_of_ones", "bias"},
    "adds_instead_of_multiplying": {"filter_of_ones", "products"},
    "mean_for_sum": {"filter_of_ones", "products"},
    "ignores_the_filter": {"products", "orientation"},
    "first_channel_only": {"channels"},
    "last_channel_only": {"channels"},
    "flips_the_filter": {"orientation"},
    "transposes_the_filter": {"orientation"},
    "matrix_product": {"filter_of_ones", "products"},
    "cuts_to_a_whole_number": {"filter_of_ones", "bias"},
    "applies_relu": {"products"},
    "flips_the_channels": {"channels"},
    "adds_the_bias_for_every_channel": {"together"},
    "forgets_the_last_row": {"filter_of_ones", "products"},
    "hard_codes_the_size": {"filter_of_ones", "products"},
    "loops_over_three_channels": {"channels"},
    "right_for_odd_filters_only": {"filter_of_ones", "products"},
    "loses_negative_products": {"products", "orientation"},
    "averages_the_channels": {"channels"},
    "squares_the_window": {"filter_of_ones", "products"},
    "computes_in_float32": {"number_types"},
    "sum_takes_the_dtype_of_the_window": {"number_types"},
    "multiplies_in_place": {"arguments_unchanged"},
    "keeps_the_total_between_calls": {"filter_of_ones", "bias", "same_answer_twice"},
    "reads_memory_in_its_own_order": {"memory_order"},
    "adds_to_a_remembered_answer": {"same_answer_twice"},
}
