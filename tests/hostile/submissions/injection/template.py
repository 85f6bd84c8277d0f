"""Raises an error whose text is a template: places, attributes, widths.

zero_pad: raised, 0
shows: {message} {0.__class__} %s ${IFS} {{x}} {where:>9999}
"""


def zero_pad(X, pad):
    raise ValueError("{message} {0.__class__} %s ${IFS} {{x}} {where:>9999}")
