"""Right: Style - Python lists, max and sum; array only at the end."""

import numpy as np


def pool_forward(A_prev, hparameters, mode="max"):
    rules = {"max": max, "average": lambda numbers: sum(numbers) / len(numbers)}
    if mode not in rules:
        raise ValueError(mode)
    f, s = hparameters["f"], hparameters["stride"]
    _, n_H, n_W, n_C = A_prev.shape
    A = [
        [
            [
                [
                    rules[mode]([image[y + i][x + j][c] for i in range(f) for j in range(f)])
                    for c in range(n_C)
                ]
                for x in range(0, n_W - f + 1, s)
            ]
            for y in range(0, n_H - f + 1, s)
        ]
        for image in A_prev.tolist()
    ]
    return np.array(A, dtype=float), (A_prev, hparameters)
