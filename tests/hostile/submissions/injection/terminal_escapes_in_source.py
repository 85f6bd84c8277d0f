"""Has escape codes in its source, in the very line that a traceback quotes.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("see this line")  # @escape@[2J@escape@[32m all passed
