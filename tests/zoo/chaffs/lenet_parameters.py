"""Wrong answers to lenet_parameters, each named after its mistake."""

import numpy as np


def _he(rng, n_C0=3, classes=10):
    parameters = {}
    for layer, shape in enumerate(
        [(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], start=1
    ):
        parameters[f"W{layer}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        parameters[f"b{layer}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return parameters


def weights_of_zero(rng, n_C0=3, classes=10):
    return {name: np.zeros_like(value) for name, value in _he(rng, n_C0, classes).items()}


def weights_of_one(rng, n_C0=3, classes=10):
    return {name: np.ones_like(value) for name, value in _he(rng, n_C0, classes).items()}


def ignores_the_generator(rng, n_C0=3, classes=10):
    return _he(np.random.default_rng(0), n_C0, classes)


def draws_from_a_generator_of_its_own(rng, n_C0=3, classes=10):
    return _he(np.random.default_rng(), n_C0, classes)


def pooling_has_parameters(rng, n_C0=3, classes=10):
    return {**_he(rng, n_C0, classes), "P1": rng.standard_normal((2, 2, 6))}


def transposes_the_dense_layers(rng, n_C0=3, classes=10):
    return {
        name: value.T if name in {"W3", "W4", "W5"} else value
        for name, value in _he(rng, n_C0, classes).items()
    }


def leaves_out_the_biases(rng, n_C0=3, classes=10):
    return {name: value for name, value in _he(rng, n_C0, classes).items() if name[0] == "W"}


def ignores_the_sizes(rng, n_C0=3, classes=10):
    return _he(rng)


def channels_before_pixels(rng, n_C0=3, classes=10):
    parameters = _he(rng, n_C0, classes)
    return {**parameters, "W1": parameters["W1"].transpose(2, 0, 1, 3)}


def weights_far_too_large(rng, n_C0=3, classes=10):
    return {name: 1000 * value for name, value in _he(rng, n_C0, classes).items()}
