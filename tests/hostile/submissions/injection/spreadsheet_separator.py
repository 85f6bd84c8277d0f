"""Raises an error whose text ends the cell and begins another.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError('",100,100,"=1+1\n=1+1,;\t=1+1')
