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


def weights_far_too_small(rng, n_C0=3, classes=10):
    return {name: 1e-6 * value for name, value in _he(rng, n_C0, classes).items()}


def weights_between_zero_and_one(rng, n_C0=3, classes=10):
    return {
        name: rng.random(value.shape) if name[0] == "W" else value
        for name, value in _he(rng, n_C0, classes).items()
    }


def weights_are_signs(rng, n_C0=3, classes=10):
    return {name: np.sign(value) / 10 for name, value in _he(rng, n_C0, classes).items()}


def exchanges_the_arguments(rng, n_C0=3, classes=10):
    return _he(rng, classes, n_C0)


def biases_are_vectors(rng, n_C0=3, classes=10):
    return {
        name: value if name[0] == "W" else value.reshape(-1)
        for name, value in _he(rng, n_C0, classes).items()
    }


def counts_layers_from_zero(rng, n_C0=3, classes=10):
    return {f"{name[0]}{int(name[1]) - 1}": value for name, value in _he(rng, n_C0, classes).items()}


def flattens_to_256(rng, n_C0=3, classes=10):
    return {**_he(rng, n_C0, classes), "W3": rng.standard_normal((256, 120)) * 0.05}


def hard_codes_ten_classes(rng, n_C0=3, classes=10):
    return _he(rng, n_C0)


def hard_codes_three_channels(rng, n_C0=3, classes=10):
    return _he(rng, classes=classes)


def last_layer_starts_at_zero(rng, n_C0=3, classes=10):
    parameters = _he(rng, n_C0, classes)
    return {**parameters, "W5": np.zeros_like(parameters["W5"])}


def layers_share_their_numbers(rng, n_C0=3, classes=10):
    parameters = _he(rng, n_C0, classes)
    return {name: np.resize(parameters["W1"].flat[:20], value.shape) for name, value in parameters.items()}


def draws_from_numpys_global_generator(rng, n_C0=3, classes=10):
    return {
        name: np.random.randn(*value.shape) * 0.05 if name[0] == "W" else value  # noqa: NPY002
        for name, value in _he(rng, n_C0, classes).items()
    }


_FIRST = {}


def keeps_the_first_answer(rng, n_C0=3, classes=10):
    return _FIRST.setdefault((n_C0, classes), _he(rng, n_C0, classes))


def _he(rng, n_C0=3, classes=10):
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
    return {name: value.astype(np.float32) for name, value in _he(rng, n_C0, classes).items()}


_SIZES = {"W3": (400, 120), "W4": (120, 84)}


def he_uniform(rng, n_C0=3, classes=10):
    shapes = {"W1": (5, 5, n_C0, 6), "W2": (5, 5, 6, 16), **_SIZES, "W5": (84, classes)}
    parameters = {}
    for name, shape in shapes.items():
        limit = (6 / (np.size(np.empty(shape)) / shape[-1])) ** 0.5
        parameters[name] = (2 * rng.random(shape) - 1) * limit
        parameters["b" + name[1]] = np.zeros(shape[-1:]).reshape((1,) * (len(shape) - 1) + shape[-1:])
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


CAUGHT_BY = {
    "weights_of_zero": {"drawn_from_rng", "spread"},
    "weights_of_one": {"drawn_from_rng", "spread"},
    "ignores_the_generator": {"drawn_from_rng"},
    "draws_from_a_generator_of_its_own": {"drawn_from_rng", "same_answer_twice"},
    "pooling_has_parameters": {"only_what_is_learnt"},
    "transposes_the_dense_layers": {"names_and_shapes", "other_sizes"},
    "leaves_out_the_biases": {"names_and_shapes", "only_what_is_learnt"},
    "ignores_the_sizes": {"other_sizes"},
    "channels_before_pixels": {"names_and_shapes", "other_sizes"},
    "weights_far_too_large": {"spread"},
    "weights_far_too_small": {"spread"},
    "weights_between_zero_and_one": {"spread"},
    "weights_are_signs": {"spread"},
    "exchanges_the_arguments": {"names_and_shapes", "only_what_is_learnt"},
    "biases_are_vectors": {"names_and_shapes", "other_sizes"},
    "counts_layers_from_zero": {"drawn_from_rng", "spread"},
    "flattens_to_256": {"names_and_shapes", "only_what_is_learnt"},
    "hard_codes_ten_classes": {"other_sizes"},
    "hard_codes_three_channels": {"other_sizes"},
    "last_layer_starts_at_zero": {"drawn_from_rng", "spread"},
    "layers_share_their_numbers": {"spread"},
    "draws_from_numpys_global_generator": {"drawn_from_rng"},
    "glorot_uniform": {"spread", "together"},
    "small_normal_written_out": {"spread", "together"},
    "float32": {"together"},
    "he_uniform": {"spread", "together"},
    "orthogonal": {"spread", "together"},
    "keeps_the_first_answer": {"drawn_from_rng", "same_answer_twice"},
}
