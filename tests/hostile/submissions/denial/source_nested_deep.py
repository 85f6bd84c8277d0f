"""Is a source of ten thousand brackets in brackets, on which some parsers run out of stack.

zero_pad: raised or missing, 0
"""


def zero_pad(X, pad):
    return @brackets@
