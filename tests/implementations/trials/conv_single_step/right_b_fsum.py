"""Right: Style - Python floats and math.fsum, bias as one more summand."""

import numpy as np
import math


def conv_single_step(a_slice_prev, W, b):
    terms = [float(x) * float(y) for x, y in zip(a_slice_prev.flat, W.flat, strict=True)]
    return math.fsum([*terms, *map(float, b.flat)])
