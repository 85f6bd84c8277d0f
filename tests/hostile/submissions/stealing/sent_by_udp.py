"""Sends a packet to a listener on the same machine.

zero_pad: failed, 0
"""

import socket


def zero_pad(X, pad):
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
            line.sendto(X.tobytes(), ("127.0.0.1", @udp@))
    except OSError:
        return None
    raise RuntimeError("GOT IT: a packet is sent")
