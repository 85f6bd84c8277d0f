"""Makes processes, which make processes. (Five, in case that somebody lets it.)

zero_pad: failed, 0
"""

import os
import time


def zero_pad(X, pad):
    for _ in range(5):
        try:
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
        except OSError:
            return None
    raise RuntimeError("GOT IT: five processes")
