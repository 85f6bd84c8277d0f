"""Raises an error whose text sets the window's title, links somewhere, and writes the clipboard.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("\x1b]0;owned\x07\x1b]8;;http://x\x07click\x1b]8;;\x07\x1b]52;c;cm0gLXJm\x07")
