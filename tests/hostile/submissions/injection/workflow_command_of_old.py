"""Raises an error whose text is a command in the older form, which counts anywhere in a line.

zero_pad: raised, 0
"""


def zero_pad(X, pad):
    raise ValueError("##[error]owned ##[add-path]/tmp ##vso[task.setvariable variable=points]10")
