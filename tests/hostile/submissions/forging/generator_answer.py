"""Answers with a generator, which runs student code in whoever iterates over it.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return (open("@drop@/iterated", "w") for _ in range(10))
