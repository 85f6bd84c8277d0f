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
