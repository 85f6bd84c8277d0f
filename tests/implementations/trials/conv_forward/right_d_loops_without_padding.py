"""Right: Seven plain loops over Python lists, no padded image: pixels outside are skipped; append, np.array
at the end.
"""

import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    n_H = int((n_H_prev + 2 * pad - f) / stride) + 1
    n_W = int((n_W_prev + 2 * pad - f) / stride) + 1
    image = A_prev.tolist()
    filters = W.transpose(3, 0, 1, 2).tolist()
    bias = b.ravel().tolist()
    Z = []
    for n in range(m):
        rows = []
        for h in range(n_H):
            row = []
            for w in range(n_W):
                numbers = []
                for c in range(n_C):
                    z = float(bias[c])
                    for i in range(f):
                        y = h * stride + i - pad
                        if y < 0 or y >= n_H_prev:
                            continue
                        for j in range(f):
                            x = w * stride + j - pad
                            if x < 0 or x >= n_W_prev:
                                continue
                            pixel = image[n][y][x]
                            weights = filters[c][i][j]
                            for k in range(n_C_prev):
                                z += pixel[k] * weights[k]
                    numbers.append(z)
                row.append(numbers)
            rows.append(row)
        Z.append(rows)
    cache = (A_prev, W, b, hparameters)
    return np.array(Z), cache
