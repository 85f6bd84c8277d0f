"""Never comes to an end while it is loaded.

zero_pad: timed_out, 0
limits: short
"""


def forever():
    while True:
        pass


def zero_pad(X, pad, _now=forever()):
    return None
