"""Raises an error whose text is a piece of a web page.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("<script>alert(1)</script><img src=x onerror=alert(1)>&lt;")
