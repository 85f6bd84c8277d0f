"""Announces a reply of fifteen megabytes, and sends a byte at a time.

zero_pad: timed_out, 0
limits: short
"""

import struct
import sys
import time


def zero_pad(X, pad):
    frame = sys._getframe(1)
    while "replies" not in frame.f_locals:
        frame = frame.f_back
    replies, number = frame.f_locals["replies"], frame.f_locals["number"]
    replies.write(struct.pack("<4sQIQ", b"cg1\n", number, 100, 15 * 2**20))
    while True:
        replies.write(b"x")
        replies.flush()
        time.sleep(0.01)
