"""Never comes to an end.

zero_pad: timed_out, 0
limits: short
"""


def zero_pad(X, pad):
    while True:
        pass
