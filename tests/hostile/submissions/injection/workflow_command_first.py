"""Raises an error whose class has the name of a command: the text begins with it.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise type("::error title=owned::", (Exception,), {})("all passed")
