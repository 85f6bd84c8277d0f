"""Reads from the pipe of requests itself, so that the worker waits for what will never come.

zero_pad: timed_out or crashed, 0
limits: short
"""

import sys


def zero_pad(X, pad):
    frame = sys._getframe(1)
    while "requests" not in frame.f_locals:
        frame = frame.f_back
    frame.f_locals["requests"].read(100)
