"""Right answers to lenet_parameters, of different kinds."""

import math

import numpy as np


def he(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(
        [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], start=1
    ):
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters


def drawn_in_one_go(rng, n_C0=3, classes=10):
    """All weights are views of one long vector."""
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    numbers = rng.standard_normal(sum(int(np.prod(shape)) for shape in shapes))
    parameters, start = {}, 0
    for layer, shape in enumerate(shapes, start=1):
        end = start + int(np.prod(shape))
        numbers[start:end] *= (2 / np.prod(shape[:-1])) ** 0.5
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


def written_out(rng, n_C0=3, classes=10):
    return {
        "W1": rng.normal(0, np.sqrt(2 / (5 * 5 * n_C0)), (5, 5, n_C0, 6)),
        "b1": np.zeros((1, 1, 1, 6)),
        "W2": rng.normal(0, np.sqrt(2 / (5 * 5 * 6)), (5, 5, 6, 16)),
        "b2": np.zeros((1, 1, 1, 16)),
        "W3": rng.normal(0, np.sqrt(2 / 400), (400, 120)),
        "b3": np.zeros((1, 120)),
        "W4": rng.normal(0, np.sqrt(2 / 120), (120, 84)),
        "b4": np.zeros((1, 84)),
        "W5": rng.normal(0, np.sqrt(2 / 84), (84, classes)),
        "b5": np.zeros((1, classes)),
    }


def from_the_last_layer_on(rng, n_C0=3, classes=10):
    """The order of drawing is free, and so is the order of the entries."""
    parameters = {}
    for layer, inputs, outputs in ((5, 84, classes), (4, 120, 84), (3, 400, 120)):
        parameters[f"b{layer}"] = np.zeros((1, outputs))
        parameters[f"W{layer}"] = math.sqrt(2.0 / inputs) * rng.standard_normal((inputs, outputs))
    for layer, channels, filters in ((2, 6, 16), (1, n_C0, 6)):
        parameters[f"b{layer}"] = np.zeros(filters).reshape(1, 1, 1, -1)
        parameters[f"W{layer}"] = math.sqrt(2.0 / (25 * channels)) * rng.standard_normal(
            (5, 5, channels, filters)
        )
    return parameters


def a_unit_at_a_time(rng, n_C0=3, classes=10):
    def layer(shape, outputs):
        inputs = math.prod(shape)
        units = [rng.normal(scale=(2 / inputs) ** 0.5, size=shape) for _ in range(outputs)]
        return np.stack(units, axis=-1), np.zeros((*(1 for _ in shape), outputs))

    shapes = [((5, 5, n_C0), 6), ((5, 5, 6), 16), ((400,), 120), ((120,), 84), ((84,), classes)]
    parameters = {}
    for number, (shape, outputs) in enumerate(shapes, 1):
        parameters[f"W{number}"], parameters[f"b{number}"] = layer(shape, outputs)
    return parameters


def filled_in_place(rng, n_C0=3, classes=10):
    shapes = [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)]
    parameters = {f"W{layer}": np.empty(shape) for layer, shape in enumerate(shapes, 1)}
    for W in parameters.values():
        rng.standard_normal(out=W)
        np.divide(W, np.sqrt(W[..., 0].size / 2), out=W)
    biases = {f"b{name[1]}": np.zeros((1,) * (W.ndim - 1) + W.shape[-1:]) for name, W in parameters.items()}
    return biases | parameters


def normal_from_uniform(rng, n_C0=3, classes=10):
    """Box and Muller's way to normal numbers."""
    parameters = {}
    for layer, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        radius, angle = np.sqrt(-2 * np.log(1 - rng.random(shape))), 2 * np.pi * rng.random(shape)
        parameters[f"W{layer}"] = radius * np.cos(angle) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{layer}"] = np.full((1,) * (len(shape) - 1) + (shape[-1],), 0.0)
    return parameters
