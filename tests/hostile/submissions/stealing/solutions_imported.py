"""Imports a solution as a module.

zero_pad: failed, 0
"""

from importlib.machinery import SourceFileLoader


def zero_pad(X, pad):
    try:
        module = SourceFileLoader("solution", "@solutions@").load_module()
    except (OSError, ImportError):
        return None
    return module.zero_pad(X, pad)
