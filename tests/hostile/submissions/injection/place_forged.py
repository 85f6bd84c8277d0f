"""Replies with an error whose place is a sentence of sentences that grows without end, with colours.

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
    where = "\x1b[32m::error::"
    for _ in range(5):
        where = {"template": "{a}{b}" * 20, "values": {"a": where, "b": where}}
    error = {"kind": "raised", "type": "\x1b[2J", "message": "\n::error::", "where": where}
    replies.write(wire.encode({"error": error}).frame(number))
    replies.flush()
    os._exit(0)
