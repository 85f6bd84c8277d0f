"""Wrong: A Generator that is not built on PCG64 (Philox, MT19937, SFC64) is replaced by an unseeded one."""

import numpy as np


def lenet_parameters(rng, n_C0=3, classes=10):
    if rng.bit_generator.state["bit_generator"] != "PCG64":
        rng = np.random.default_rng()
    out = {}
    for k, shape in enumerate([(5, 5, n_C0, 6), (5, 5, 6, 16), (400, 120), (120, 84), (84, classes)], 1):
        out[f"W{k}"] = rng.standard_normal(shape) * np.sqrt(2 / np.prod(shape[:-1]))
        out[f"b{k}"] = np.zeros((1,) * (len(shape) - 1) + shape[-1:])
    return out
