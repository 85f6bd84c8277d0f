"""Floods the pipe with replies.

zero_pad: crashed, 0
"""

import sys


def zero_pad(X, pad):
    frame = sys._getframe(1)
    while "replies" not in frame.f_locals:
        frame = frame.f_back
    replies, number = frame.f_locals["replies"], frame.f_locals["number"]
    wire = sys.modules[type(frame.f_locals["parent"]).__module__].wire
    reply = wire.encode({"value": None}).frame(number) * 1000
    while True:
        replies.write(reply)
