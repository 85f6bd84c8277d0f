"""Announces a reply of a million terabytes.

zero_pad: crashed, 0
"""

import struct
import sys


def zero_pad(X, pad):
    frame = sys._getframe(1)
    while "replies" not in frame.f_locals:
        frame = frame.f_back
    replies, number = frame.f_locals["replies"], frame.f_locals["number"]
    replies.write(struct.pack("<4sQIQ", b"cg1\n", number, 2**32 - 1, 2**64 - 1))
    replies.flush()
    return None
