"""Takes another user's identity, or root's.

zero_pad: failed or crashed, 0
"""

import os


def zero_pad(X, pad):
    for change in (os.setuid, os.setgid):
        for who in (1, 65533):
            try:
                change(who)
            except OSError:
                continue
            raise RuntimeError(f"GOT IT: identity {who}")
    return None
