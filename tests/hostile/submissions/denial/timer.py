"""Has the system send it alarms without end, and handles each slowly.

zero_pad: timed_out or raised or crashed, 0
limits: short
"""

import signal


def slowly(number, frame):
    sum(range(10**6))


def zero_pad(X, pad):
    signal.signal(signal.SIGALRM, slowly)
    signal.setitimer(signal.ITIMER_REAL, 1e-4, 1e-4)
    while True:
        pass
