"""As the workflow command, but waits for the report to break the line where it wants it broken.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError(" ".join(["::error::owned"] * 40))
