"""Imports a module whose name is a command, a formula and a colour.

zero_pad: forbidden, 0
"""


def zero_pad(X, pad):
    raise ModuleNotFoundError(name="=1+1\n::error::\x1b[32m[bold]owned")
