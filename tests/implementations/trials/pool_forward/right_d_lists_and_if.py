"""Right: Plain loops over lists, the largest by if, the mean by sum / len, np.array at the end (dtype
follows).
"""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    if mode != "max" and mode != "average":
        raise ValueError("mode must be max or average, not " + str(mode))
    f = hparameters["f"]
    stride = hparameters["stride"]
    m = A_prev.shape[0]
    n_H = int(1 + (A_prev.shape[1] - f) / stride)
    n_W = int(1 + (A_prev.shape[2] - f) / stride)
    n_C = A_prev.shape[3]
    pixels = A_prev.tolist()
    A = []
    for i in range(m):
        A.append([])
        for h in range(n_H):
            A[i].append([])
            for w in range(n_W):
                A[i][h].append([])
                for c in range(n_C):
                    window = []
                    for y in range(h * stride, h * stride + f):
                        for x in range(w * stride, w * stride + f):
                            window.append(pixels[i][y][x][c])
                    if mode == "max":
                        best = window[0]
                        for number in window:
                            if number > best:
                                best = number
                        A[i][h][w].append(best)
                    else:
                        A[i][h][w].append(sum(window) / len(window))
    A = np.array(A)
    assert A.shape == (m, n_H, n_W, n_C)
    return A, (A_prev, hparameters)
