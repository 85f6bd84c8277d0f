"""Right: Convolution by np.fft, ReLU as (Z + |Z|) / 2, softmax as 1 / sum of exp(z_k - z_c); caches a dict."""

import numpy as np


def _conv(A, W, b):
    size = A.shape[1:3]
    A_hat = np.fft.rfft2(A, axes=(1, 2)).transpose(1, 2, 0, 3)
    W_hat = np.fft.rfft2(W, s=size, axes=(0, 1))
    full = np.fft.irfft2(A_hat @ W_hat.conj(), s=size, axes=(0, 1)).transpose(2, 0, 1, 3)
    return full[:, : size[0] - 4, : size[1] - 4] + b


def _relu(Z):
    return (Z + np.abs(Z)) / 2


def _pool(A):
    rows = np.maximum(A[:, 0::2], A[:, 1::2])
    return np.maximum(rows[:, :, 0::2], rows[:, :, 1::2])


def lenet_forward(X, parameters):
    W = [None] + [parameters[f"W{i}"].astype(float) for i in range(1, 6)]
    b = [None] + [parameters[f"b{i}"].astype(float) for i in range(1, 6)]
    pool1 = _pool(_relu(_conv(X.astype(float), W[1], b[1])))
    pool2 = _pool(_relu(_conv(pool1, W[2], b[2])))
    flat = pool2.reshape(pool2.shape[0], 400)
    fc3 = _relu(flat.dot(W[3]) + b[3])
    fc4 = _relu(fc3.dot(W[4]) + b[4])
    scores = fc4.dot(W[5]) + b[5]
    with np.errstate(over="ignore"):
        probabilities = 1 / np.exp(scores[:, None, :] - scores[:, :, None]).sum(axis=2)
    return probabilities, {"pool1": pool1, "pool2": pool2, "fc3": fc3, "fc4": fc4, "scores": scores}
