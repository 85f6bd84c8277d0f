"""Asks the grader for a part with arguments that would keep it busy for years.

zero_pad: failed, 0
conv_single_step: missing, 0
conv_forward: raised or failed, 0
limits: short
"""


def zero_pad(X, pad):
    return None


def conv_forward(A_prev, W, b, hparameters):
    return zero_pad(A_prev, 10**9), None
