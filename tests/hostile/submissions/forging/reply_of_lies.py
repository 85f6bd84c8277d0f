"""Writes a reply whose array claims a shape that its bytes do not have, or that no array could have.

zero_pad: crashed, 0
"""

import os
import sys


def zero_pad(X, pad):
    frame = sys._getframe(1)
    while "replies" not in frame.f_locals:
        frame = frame.f_back
    replies, number = frame.f_locals["replies"], frame.f_locals["number"]
    wire = sys.modules[type(frame.f_locals["parent"]).__module__].wire
    tree = b'["d",["value",["a","<f8",[99999999,99999999,99999999,99999999],"C"]]]'
    replies.write(wire.Parts(tree, b"\0" * 8).frame(number))
    replies.flush()
    os._exit(0)
