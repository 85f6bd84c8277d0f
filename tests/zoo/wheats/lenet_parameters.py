"""Right answers to lenet_parameters, of different kinds."""

import numpy as np


def he(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(
        [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], start=1
    ):
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters


def glorot_uniform(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(
        [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], start=1
    ):
        limit = np.sqrt(6 / (np.prod(shape[:-1]) + shape[-1]))
        parameters[f"W{layer}"] = rng.uniform(-limit, limit, shape)
        parameters[f"b{layer}"] = np.full((1,) * (len(shape) - 1) + shape[-1:], 0.01)
    return parameters


def small_normal_written_out(rng, n_C0=3, classes=10):
    return {
        "b5": np.zeros((1, classes)),
        "W5": rng.normal(0, 0.01, (84, classes)),
        "b4": np.zeros((1, 84)),
        "W4": rng.normal(0, 0.01, (120, 84)),
        "b3": np.zeros((1, 120)),
        "W3": rng.normal(0, 0.01, (400, 120)),
        "b2": np.zeros((1, 1, 1, 16)),
        "W2": rng.normal(0, 0.01, (5, 5, 6, 16)),
        "b1": np.zeros((1, 1, 1, 6)),
        "W1": rng.normal(0, 0.01, (5, 5, n_C0, 6)),
    }


def float32(rng, n_C0=3, classes=10):
    return {name: value.astype(np.float32) for name, value in he(rng, n_C0, classes).items()}
