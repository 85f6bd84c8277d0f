"""Raises an error with characters that take no room: what is read is not what is searched for.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("pas\u200bsed\u200d\ufeff\u2060 \U000e0041\U000e0042 \u2028\u2029\u0085")
