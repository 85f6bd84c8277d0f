"""Is a source of four hundred kilobytes of ``+0``, on which some versions of Python end.

zero_pad: raised or missing or crashed or failed or ungraded, 0
"""


def zero_pad(X, pad):
    return 0 @signs@
