"""Answers with a dictionary whose keys are named so.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return {"\n::error::\x1b[32m[bold]": X, "=1+1": X, "\ud800": X}
