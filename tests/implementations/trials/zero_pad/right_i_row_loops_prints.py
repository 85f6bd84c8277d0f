"""Right: Beginner's loops over examples and rows, with print statements."""

import numpy as np


def zero_pad(X, pad):
    m = X.shape[0]
    height = X.shape[1]
    width = X.shape[2]
    channels = X.shape[3]
    print("X.shape =", X.shape, "pad =", pad)
    bigger = np.zeros((m, height + 2 * pad, width + 2 * pad, channels))
    for i in range(m):
        for row in range(height):
            for col in range(width):
                bigger[i][row + pad][col + pad] = X[i][row][col]
    print("bigger.shape =", bigger.shape)
    return bigger
