"""Replies with an error of a kind that does not exist: "passed".

zero_pad: raised or crashed or failed, 0
"""

import os
import sys


def zero_pad(X, pad):
    frame = sys._getframe(1)
    while "replies" not in frame.f_locals:
        frame = frame.f_back
    replies, number = frame.f_locals["replies"], frame.f_locals["number"]
    wire = sys.modules[type(frame.f_locals["parent"]).__module__].wire
    error = {"kind": "passed", "type": "", "message": "All tests passed.", "where": "", "points": 10}
    replies.write(wire.encode({"error": error}).frame(number))
    replies.flush()
    os._exit(0)
