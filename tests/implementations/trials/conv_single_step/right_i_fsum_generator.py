"""Right: Generator of products and math.fsum."""

import math

import numpy as np


def _products(window, weights):
    for index in np.ndindex(*window.shape):
        yield float(window[index]) * float(weights[index])


def conv_single_step(a_slice_prev, W, b):
    assert a_slice_prev.shape == W.shape
    return np.float64(math.fsum(_products(a_slice_prev, W)) + b.item())
