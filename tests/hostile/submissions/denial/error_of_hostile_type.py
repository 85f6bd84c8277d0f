"""Raises an error whose class fails when it is asked for its name.

zero_pad: raised or crashed or failed, 0
"""


class Nameless(type):
    @property
    def __name__(cls):
        raise SystemExit


class Error(Exception, metaclass=Nameless):
    pass


def zero_pad(X, pad):
    raise Error
