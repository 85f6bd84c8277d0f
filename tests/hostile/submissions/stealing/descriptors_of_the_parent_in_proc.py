"""Opens the parent's files through /proc, and reads them.

zero_pad: failed, 0
"""

import os
import re


def zero_pad(X, pad):
    try:
        names = os.listdir("/proc/@parent@/fd")
    except OSError:
        return None
    for name in names:
        try:
            if "open.txt" in os.readlink("/proc/@parent@/fd/" + name):
                with open("/proc/@parent@/fd/" + name) as file:
                    raise RuntimeError(file.read())
        except OSError:
            continue
    raise RuntimeError(f"GOT IT: the parent has {len(names)} descriptors")
