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


_SIZES = {"W3": (400, 120), "W4": (120, 84)}


def he_uniform(rng, n_C0=3, classes=10):
    shapes = {"W1": (5, 5, n_C0, 6), "W2": (5, 5, 6, 16), **_SIZES, "W5": (84, classes)}
    parameters = {}
    for name, shape in shapes.items():
        limit = (6 / (np.size(np.empty(shape)) / shape[-1])) ** 0.5
        parameters[name] = (2 * rng.random(shape) - 1) * limit
        parameters["b" + name[1]] = np.zeros(shape[-1:]).reshape((1,) * (len(shape) - 1) + shape[-1:])
    return parameters


def drawn_in_one_go(rng, n_C0=3, classes=10):
    """All weights are views of one long vector."""
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    numbers = rng.standard_normal(sum(int(np.prod(shape)) for shape in shapes)) * 0.05
    parameters, start = {}, 0
    for layer, shape in enumerate(shapes, start=1):
        end = start + int(np.prod(shape))
        parameters[f"W{layer}"] = numbers[start:end].reshape(shape)
        parameters[f"b{layer}"] = np.zeros_like(numbers, shape=(1,) * (len(shape) - 1) + shape[-1:])
        start = end
    return parameters


def drawn_transposed(rng, n_C0=3, classes=10):
    """Outputs first, as other frameworks have it, and turned: the answers are views in Fortran's order."""
    layers = [(6, n_C0, 5, 5), (16, 6, 5, 5), (120, 400), (84, 120), (classes, 84)]
    parameters = {}
    for layer, shape in enumerate(layers, start=1):
        W = rng.normal(scale=np.sqrt(2 / np.prod(shape[1:])), size=shape)
        parameters[f"W{layer}"] = W.transpose(2, 3, 1, 0) if W.ndim == 4 else W.T
        parameters[f"b{layer}"] = np.zeros((1,) * (W.ndim - 1) + shape[:1])
    return parameters


def orthogonal(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(
        [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], start=1
    ):
        basis, _ = np.linalg.qr(rng.standard_normal((int(np.prod(shape[:-1])), shape[-1])))
        parameters[f"W{layer}"] = basis.reshape(shape)
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters
