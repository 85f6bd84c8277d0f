"""Raises an import error whose name is no text, or a very long one.

zero_pad: forbidden or raised, 0
"""


class Name:
    def __str__(self):
        return "::error::" * 10**6


def zero_pad(X, pad):
    raise ModuleNotFoundError(name=Name())
