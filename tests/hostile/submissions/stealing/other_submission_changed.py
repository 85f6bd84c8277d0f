"""Overwrites another student's lesson, and deletes it if that fails.

zero_pad: failed, 0
"""

import os


def zero_pad(X, pad):
    try:
        with open("@changed@", "w") as file:
            file.write("raise SystemExit\n")
    except OSError:
        pass
    try:
        os.remove("@changed@")
    except OSError:
        pass
    return None
