"""Wrong answers to lenet_forward, each named after its mistake."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def _relu(Z):
    return np.maximum(Z, 0)


def _softmax(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _lenet(
    X,
    parameters,
    *,
    relu=_relu,
    dense_relu=None,
    pool="max",
    last=_softmax,
    flatten=None,
    flip=False,
    b5=True,
):
    A = X
    for layer in (1, 2):
        W = parameters[f"W{layer}"]
        W = W[::-1, ::-1] if flip else W
        Z = np.einsum("mhwcij,ijcn->mhwn", sliding_window_view(A, (5, 5), axis=(1, 2)), W, optimize=True)
        Z = relu(Z + parameters[f"b{layer}"])
        blocks = Z.reshape(len(Z), Z.shape[1] // 2, 2, Z.shape[2] // 2, 2, -1)
        A = blocks.max(axis=(2, 4)) if pool == "max" else blocks.mean(axis=(2, 4))
    A = flatten(A) if flatten else A.reshape(len(A), -1)
    for layer in (3, 4):
        A = (dense_relu or relu)(A @ parameters[f"W{layer}"] + parameters[f"b{layer}"])
    return last(A @ parameters["W5"] + (parameters["b5"] if b5 else 0)), []


def returns_the_logits(X, parameters):
    return _lenet(X, parameters, last=lambda z: z)


def leaves_out_relu(X, parameters):
    return _lenet(X, parameters, relu=lambda z: z)


def leaves_out_relu_after_the_dense_layers(X, parameters):
    return _lenet(X, parameters, dense_relu=lambda z: z)


def tanh_for_relu(X, parameters):
    return _lenet(X, parameters, relu=np.tanh)


def relu_before_softmax(X, parameters):
    return _lenet(X, parameters, last=lambda z: _softmax(_relu(z)))


def pools_the_average(X, parameters):
    return _lenet(X, parameters, pool="average")


def softmax_over_the_examples(X, parameters):
    return _lenet(X, parameters, last=lambda z: _softmax(z.T).T)


def divides_by_the_batch(X, parameters):
    return _lenet(X, parameters, last=lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum())


def sigmoid_for_softmax(X, parameters):
    return _lenet(X, parameters, last=lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700))))


def flattens_channels_first(X, parameters):
    return _lenet(X, parameters, flatten=lambda A: A.transpose(0, 3, 1, 2).reshape(len(A), -1))


def flips_the_filters(X, parameters):
    return _lenet(X, parameters, flip=True)


def leaves_out_the_last_bias(X, parameters):
    return _lenet(X, parameters, b5=False)


def softmax_without_shift(X, parameters):
    with np.errstate(over="ignore", invalid="ignore"):
        return _lenet(X, parameters, last=lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True))


def first_example_only(X, parameters):
    return _lenet(X[[0] * len(X)], parameters)


def even_chances(X, parameters):
    classes = parameters["b5"].shape[1]
    return np.full((len(X), classes), 1 / classes), None


def labels_for_probabilities(X, parameters):
    return _lenet(X, parameters, last=lambda z: (z == z.max(axis=1, keepdims=True)).astype(float))


def transposes_the_filters(X, parameters):
    turned = {f"W{layer}": parameters[f"W{layer}"].swapaxes(0, 1) for layer in (1, 2)}
    return _lenet(X, parameters | turned)


def softmax_twice(X, parameters):
    return _lenet(X, parameters, last=lambda z: _softmax(_softmax(z)))


def logarithms_of_probabilities(X, parameters):
    return _lenet(X, parameters, last=lambda z: np.log(_softmax(z) + 1e-300))


def leaves_out_the_first_bias(X, parameters):
    return _lenet(X, parameters | {"b1": 0 * parameters["b1"]})


def leaves_out_the_biases(X, parameters):
    return _lenet(X, parameters | {name: 0 * value for name, value in parameters.items() if name[0] == "b"})


def flattens_columns_first(X, parameters):
    return _lenet(X, parameters, flatten=lambda A: A.transpose(0, 2, 1, 3).reshape(len(A), -1))


def relu_leaks(X, parameters):
    return _lenet(X, parameters, relu=lambda z: np.where(z > 0, z, 0.01 * z))


def hard_codes_ten_classes(X, parameters):
    answer, caches = _lenet(X, parameters)
    wide = np.zeros((len(X), 10))
    wide[:, : answer.shape[1]] = answer
    return wide, caches


def hard_codes_three_channels(X, parameters):
    image = np.repeat(X.mean(axis=3, keepdims=True), X.shape[3], axis=3) if X.shape[3] != 3 else X
    return _lenet(image, parameters)


def smallest_logit_is_taken_away(X, parameters):
    def last(z):
        with np.errstate(over="ignore", invalid="ignore"):
            powers = np.exp(z - z.min(axis=1, keepdims=True))
            return powers / powers.sum(axis=1, keepdims=True)

    return _lenet(X, parameters, last=last)


def largest_logit_of_the_batch_is_taken_away(X, parameters):
    def last(z):
        powers = np.exp(z - z.max())
        with np.errstate(invalid="ignore"):
            return powers / powers.sum(axis=1, keepdims=True)

    return _lenet(X, parameters, last=last)


def computes_in_float32(X, parameters):
    narrow = {name: value.astype(np.float32) for name, value in parameters.items()}
    return _lenet(X.astype(np.float32), narrow)


def image_becomes_whole_numbers(X, parameters):
    return _lenet(np.floor(X), parameters)


def cuts_off_the_image_in_place(X, parameters):
    answer = _lenet(X, parameters)
    X -= X.mean()
    return answer


def changes_the_parameters(X, parameters):
    answer = _lenet(X, parameters)
    parameters["b5"] += 1
    return answer


_SEEN = {}


def keeps_the_first_answer(X, parameters):
    return _SEEN.setdefault(X.shape, _lenet(X, parameters))


def maps_take_the_dtype_of_the_image(X, parameters):
    return _lenet(X, parameters, relu=lambda z: _relu(z).astype(X.dtype))


def reads_memory_in_its_own_order(X, parameters):
    return _lenet(X.ravel(order="K").reshape(X.shape), parameters)


_KNOWN = {}


def adds_to_remembered_scores(X, parameters):
    key = (X.tobytes(), *(value.tobytes() for value in parameters.values()))
    scores, caches = _lenet(X, parameters, last=lambda z: z)
    _KNOWN[key] = _KNOWN.get(key, 0) + scores
    return _softmax(_KNOWN[key]), caches


CAUGHT_BY = {
    "returns_the_logits": {"probabilities", "odds"},
    "leaves_out_relu": {"activation"},
    "leaves_out_relu_after_the_dense_layers": {"activation"},
    "tanh_for_relu": {"layers", "other_sizes"},
    "relu_before_softmax": {"activation"},
    "pools_the_average": {"layers", "other_sizes"},
    "softmax_over_the_examples": {"probabilities", "batch"},
    "divides_by_the_batch": {"batch", "large_logits"},
    "sigmoid_for_softmax": {"probabilities", "odds"},
    "flattens_channels_first": {"layers", "other_sizes"},
    "flips_the_filters": {"layers", "other_sizes"},
    "leaves_out_the_last_bias": {"odds", "large_logits"},
    "softmax_without_shift": {"large_logits"},
    "first_example_only": {"batch"},
    "even_chances": {"probabilities", "batch"},
    "labels_for_probabilities": {"layers", "batch"},
    "transposes_the_filters": {"layers", "other_sizes"},
    "softmax_twice": {"odds", "large_logits"},
    "logarithms_of_probabilities": {"probabilities", "odds"},
    "leaves_out_the_first_bias": {"layers", "other_sizes"},
    "leaves_out_the_biases": {"odds", "large_logits"},
    "flattens_columns_first": {"layers", "other_sizes"},
    "relu_leaks": {"activation"},
    "hard_codes_ten_classes": {"other_sizes"},
    "hard_codes_three_channels": {"other_sizes"},
    "smallest_logit_is_taken_away": {"large_logits"},
    "largest_logit_of_the_batch_is_taken_away": {"large_logits"},
    "computes_in_float32": {"probabilities", "batch", "number_types"},
    "image_becomes_whole_numbers": {"layers", "other_sizes"},
    "cuts_off_the_image_in_place": {"arguments_unchanged"},
    "changes_the_parameters": {"arguments_unchanged"},
    "keeps_the_first_answer": {"batch", "odds", "same_answer_twice"},
    "maps_take_the_dtype_of_the_image": {"number_types"},
    "reads_memory_in_its_own_order": {"memory_order"},
    "adds_to_remembered_scores": {"same_answer_twice"},
}


REDUNDANT = {
    "odds": "catches what layers does; it says what softmax makes of scores",
}
