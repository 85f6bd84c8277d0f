"""Leaves a process of a session of its own, which nobody who ends the worker's group will meet.

zero_pad: failed, 0
"""

import os
import time


def zero_pad(X, pad):
    try:
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                os.close(1)
                time.sleep(20)
            os._exit(0)
    except OSError:
        return None
    raise RuntimeError("GOT IT: a process that stays")
