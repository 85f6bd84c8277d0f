"""The fast oracles say what the loops say, and the loops what the definition says."""

import numpy as np
import pytest

from grader.suites.cnn import oracles

SIZES = [
    # m, n_H, n_W, n_C_prev, n_C, f, stride, pad
    (1, 3, 3, 1, 1, 2, 1, 0),
    (2, 5, 7, 3, 2, 3, 2, 1),
    (3, 6, 9, 2, 3, 4, 2, 2),
    (1, 4, 2, 2, 1, 1, 3, 0),
    (2, 3, 5, 1, 2, 5, 1, 3),
]


def numbers(*shape: int) -> np.ndarray:
    return np.random.default_rng(sum(shape)).integers(-9, 10, size=shape) / 4


def layer(size: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray, np.ndarray, dict[str, int]]:
    m, n_H, n_W, n_C_prev, n_C, f, stride, pad = size
    hparameters = {"stride": stride, "pad": pad}
    return numbers(m, n_H, n_W, n_C_prev), numbers(f, f, n_C_prev, n_C), numbers(1, 1, 1, n_C), hparameters


@pytest.mark.parametrize("size", SIZES)
def test_a_convolution_is_the_sum_of_the_definition(size: tuple[int, ...]) -> None:
    A_prev, W, b, hparameters = layer(size)
    f, stride, pad = len(W), hparameters["stride"], hparameters["pad"]
    Z, cache = oracles.conv_forward(A_prev, W, b, hparameters)
    for i, h, w, c in np.ndindex(*Z.shape):
        total = b[0, 0, 0, c]
        for row in range(f):
            for column in range(f):
                y, x = h * stride + row - pad, w * stride + column - pad
                if 0 <= y < A_prev.shape[1] and 0 <= x < A_prev.shape[2]:
                    total += A_prev[i, y, x] @ W[row, column, :, c]
        assert Z[i, h, w, c] == total
    assert cache == (A_prev, W, b, hparameters)


@pytest.mark.parametrize("size", SIZES)
def test_correlate_is_conv_forward(size: tuple[int, ...]) -> None:
    assert np.array_equal(oracles.correlate(*layer(size)), oracles.conv_forward(*layer(size))[0])


@pytest.mark.parametrize("mode", ["max", "average"])
@pytest.mark.parametrize(("f", "stride"), [(1, 1), (1, 2), (2, 2), (3, 1), (3, 2), (2, 4)])
def test_pool_is_pool_forward(f: int, stride: int, mode: str) -> None:
    A_prev, hparameters = numbers(2, 5, 7, 3), {"f": f, "stride": stride}
    expected, _ = oracles.pool_forward(A_prev, hparameters, mode)
    np.testing.assert_allclose(oracles.pool(A_prev, hparameters, mode), expected, rtol=0, atol=1e-14)


@pytest.mark.parametrize("size", SIZES)
def test_gradients_are_those_of_conv_backward(size: tuple[int, ...]) -> None:
    cache = layer(size)
    dZ = numbers(*oracles.conv_shape(*cache[:2], cache[3]))
    for fast, slow in zip(oracles.gradients(dZ, cache), oracles.conv_backward(dZ, cache), strict=True):
        assert np.array_equal(fast, slow)


@pytest.mark.parametrize("size", SIZES)
def test_gradients_are_differences_of_the_loss(size: tuple[int, ...]) -> None:
    cache = layer(size)
    dZ = numbers(*oracles.conv_shape(*cache[:2], cache[3]))
    for argument, gradient in enumerate(oracles.conv_backward(dZ, cache)):
        for index in np.ndindex(*gradient.shape):
            ahead = [part.copy() for part in cache[:3]]
            ahead[argument][index] += 1
            change = np.sum((oracles.correlate(*ahead, cache[3]) - oracles.correlate(*cache)) * dZ)
            assert gradient[index] == change


def test_the_textbook_convolution_turns_the_kernel_around() -> None:
    image, kernel = numbers(4, 6), numbers(3, 3)
    full = np.zeros((6, 8))
    for (y, x), (i, j) in ((p, q) for p in np.ndindex(4, 6) for q in np.ndindex(3, 3)):
        full[y + i, x + j] += image[y, x] * kernel[i, j]
    assert np.array_equal(oracles.convolve(image, kernel), full)


def test_padding_puts_zeros_on_every_side() -> None:
    X = numbers(2, 3, 4, 2)
    assert np.array_equal(oracles.zero_pad(X, 2), np.pad(X, ((0, 0), (2, 2), (2, 2), (0, 0))))
    assert np.array_equal(oracles.zero_pad(X, 0), X)


def test_lenet_has_62006_parameters() -> None:
    assert oracles.lenet_count() == 62_006
    assert sum(row[3] for row in oracles.lenet_summary()) == 62_006
    parameters = oracles.lenet_parameters(np.random.default_rng(0))
    assert sum(value.size for value in parameters.values()) == 62_006


def test_the_lenet_table_is_that_of_the_lecture() -> None:
    assert [(size, learnt) for _, _, size, learnt in oracles.lenet_summary()] == [
        (3072, 0),
        (4704, 456),
        (1176, 0),
        (1600, 2416),
        (400, 0),
        (120, 48_120),
        (84, 10_164),
        (10, 850),
    ]


def test_lenet_gives_probabilities_of_its_logits() -> None:
    parameters = oracles.lenet_parameters(np.random.default_rng(0), n_C0=1, classes=4)
    X = numbers(2, 32, 32, 1)
    probabilities, _ = oracles.lenet_forward(X, parameters)
    assert probabilities.shape == (2, 4)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    scores = oracles.logits(X, parameters)
    np.testing.assert_allclose(
        np.log(probabilities[:, 1:] / probabilities[:, :-1]), np.diff(scores, axis=1), atol=1e-9
    )
