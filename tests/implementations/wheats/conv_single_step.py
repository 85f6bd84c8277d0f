"""Right answers to conv_single_step, of different kinds."""

import math

import numpy as np


def product_and_sum(a_slice_prev, W, b):
    return np.sum(a_slice_prev * W) + b.item()


def one_element_array(a_slice_prev, W, b):
    return np.sum(np.multiply(a_slice_prev, W)) + b


def python_loops(a_slice_prev, W, b):
    total = 0.0
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            for c in range(W.shape[2]):
                total += a_slice_prev[i, j, c] * W[i, j, c]
    return float(total + b[0, 0, 0])


def dot_of_flat(a_slice_prev, W, b):
    return a_slice_prev.ravel() @ W.ravel() + b.ravel()[0]


def einsum(a_slice_prev, W, b):
    return np.einsum("ijc,ijc->", a_slice_prev, W) + np.squeeze(b)


def fourier(a_slice_prev, W, b):
    spectrum = np.fft.fftn(a_slice_prev) * np.conj(np.fft.fftn(W))
    return float(spectrum.sum().real / W.size + b[0, 0, 0])


def tensordot(a_slice_prev, W, b):
    return np.tensordot(a_slice_prev, W, axes=3) + b.reshape(())


def exact_sum(a_slice_prev, W, b):
    return math.fsum([*(a_slice_prev * W).flat, *b.flat])


def recursive_halves(a_slice_prev, W, b):
    def total(x, w):
        if len(x) == 1:
            return x[0] * w[0]
        half = len(x) // 2
        return total(x[:half], w[:half]) + total(x[half:], w[half:])

    return total(a_slice_prev.reshape(-1), W.reshape(-1)) + b[0, 0, 0]


def transposed_internals(a_slice_prev, W, b):
    return (np.asfortranarray(a_slice_prev).T[::-1] * W.T[::-1]).sum(axis=(2, 0)).sum() + b.max()


def keeps_the_dtype(a_slice_prev, W, b):
    products = a_slice_prev * W
    return products.sum(dtype=products.dtype) + b.astype(np.result_type(products, b)).item()
