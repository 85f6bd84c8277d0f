"""Ignores all signals that can be ignored, and loops.

zero_pad: timed_out, 0
limits: short
"""

import signal


def zero_pad(X, pad):
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            continue
    while True:
        pass
