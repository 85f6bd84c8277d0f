"""Makes all newer system calls, known or not, with arguments that mean nothing.

zero_pad: failed or raised or crashed or timed_out, 0
limits: short
"""

import ctypes


def zero_pad(X, pad):
    libc = ctypes.CDLL(None)
    for number in range(600, 330, -1):
        libc.syscall(number, -1, -1, -1, -1, -1, -1)
    return None
