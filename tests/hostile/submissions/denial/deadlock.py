"""Waits for a lock that it holds itself.

zero_pad: timed_out, 0
limits: short
"""

import threading


def zero_pad(X, pad):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
