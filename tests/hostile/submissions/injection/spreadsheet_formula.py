"""Raises an error whose text is a formula.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise type("=cmd|' /C calc'!A0", (Exception,), {})("=HYPERLINK(\"http://x\")")
