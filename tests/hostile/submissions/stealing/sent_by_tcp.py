"""Connects to a listener on the same machine and tells it what it was asked.

zero_pad: failed, 0
"""

import socket


def zero_pad(X, pad):
    try:
        with socket.create_connection(("127.0.0.1", @tcp@), timeout=1) as line:
            line.sendall(X.tobytes())
    except OSError:
        return None
    raise RuntimeError("GOT IT: a connection")
