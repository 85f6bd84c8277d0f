"""Right: Style: a generator over single images, dense layers as one einsum, softmax by logaddexp."""

import numpy as np


def _maps(volume, W, b):
    side = volume.shape[0] - 4
    index = np.add.outer(np.arange(side), np.arange(5))
    patches = volume[index[:, None, :, None], index[None, :, None, :]]
    Z = np.einsum("hwijk,ijkc->hwc", patches, W, optimize=True) + b[0, 0]
    return np.fmax(np.fmax(Z[::2, ::2], Z[1::2, ::2]), np.fmax(Z[::2, 1::2], Z[1::2, 1::2])).clip(min=0)


def _rows(X, p):
    for image in X:
        volume = _maps(_maps(image, p["W1"], p["b1"]), p["W2"], p["b2"])
        vector = np.array([number for line in volume.tolist() for pixel in line for number in pixel])
        for k in "34":
            vector = np.where((z := np.einsum("i,io->o", vector, p["W" + k]) + p["b" + k][0]) > 0, z, 0)
        scores = np.einsum("i,io->o", vector, p["W5"]) + p["b5"][0]
        scores = scores - np.sort(scores)[-1]
        yield np.exp(scores - np.logaddexp.reduce(scores))


def lenet_forward(X, parameters):
    p = {key: value.astype(float) for key, value in parameters.items()}
    return np.stack(list(_rows(X.astype(float), p))), [X, parameters]
