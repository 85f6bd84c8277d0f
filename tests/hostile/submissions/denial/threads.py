"""Starts threads that compute while nobody has asked for anything.

zero_pad: failed or raised, 0
limits: short
"""

import threading


def spin():
    while True:
        pass


def zero_pad(X, pad):
    for _ in range(50):
        threading.Thread(target=spin, daemon=True).start()
    raise ValueError("GOT IT: fifty threads")
