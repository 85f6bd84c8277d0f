"""The warm process: loads NumPy once, then forks a fresh worker for every order.

It is exec'ed with nothing but the path to NumPy and a socket to its parent; it never sees a
submission, a reference or a score, so a fork of it holds none. Orders and answers are one JSON
object each, with a length before it; the pipes of a new worker come along as descriptors.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

from .ending import GRACE, end, end_strays
from .preload import preload
from .seal import OUT_OF_THE_WAY
from .wire import ORDER

if TYPE_CHECKING:
    from .seal import Seal

REQUESTS, REPLIES = 3, 4  # a worker's descriptors, after its streams
MOST_DESCRIPTORS = 4096


def receive(control: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Read one order and the descriptors that came with it; an empty dict when the parent is gone."""
    data, descriptors, _, _ = socket.recv_fds(control, ORDER.size, 3)
    data += _read(control, ORDER.size - len(data)) if data else b""
    if len(data) < ORDER.size:
        return {}, []
    (size,) = ORDER.unpack(data)
    text = _read(control, size)
    return (json.loads(text), descriptors) if len(text) == size else ({}, [])


def _read(control: socket.socket, size: int) -> bytes:
    """Return so many bytes; fewer if the parent is gone, which may be killed in the middle of an order."""
    data = b""
    while len(data) < size and (more := control.recv(size - len(data))):
        data += more
    return data


def send(control: socket.socket, answer: dict[str, Any]) -> None:
    """Write one answer."""
    text = json.dumps(answer).encode()
    control.sendall(ORDER.pack(len(text)) + text)


def become_worker(order: dict[str, Any], descriptors: list[int], seal: Seal) -> None:
    """Turn this fork into a worker: its own session, directory, streams and limits; lock it, then serve."""
    from . import limits, probes  # noqa: PLC0415 - loaded before the fork by main
    from .serve import Server, serve  # noqa: PLC0415

    os.setsid()
    limits.die_with_parent()
    take(descriptors)
    os.environ.clear()
    os.umask(0o077)
    os.chdir(order["directory"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    limits.apply(order["limits"])
    with open(REQUESTS, "rb") as source, open(REPLIES, "wb") as sink:
        seal.close(order["probe"])
        os.closerange(REPLIES + 1, MOST_DESCRIPTORS)
        # Only a worker that never gets a student's code may be locked by halves, to see what each half is
        # worth.
        serve(source, sink, Server if order["probe"] is None else probes.Prober)


def take(descriptors: list[int]) -> None:
    """Put the pipes where they belong: requests, replies, and what is printed; there is no keyboard."""
    null = os.open(os.devnull, os.O_RDONLY)
    # From out of the way first: one of them may be where another belongs.
    requests, replies, output = (
        fcntl.fcntl(descriptor, fcntl.F_DUPFD, OUT_OF_THE_WAY) for descriptor in descriptors
    )
    for descriptor, place in ((null, 0), (output, 1), (output, 2), (requests, REQUESTS), (replies, REPLIES)):
        os.dup2(descriptor, place)


def main(control_fd: int) -> None:
    """Serve orders until the parent closes the socket; then leave no worker behind."""
    from . import limits, probes, serve  # noqa: F401, PLC0415 - loaded once, for all forks
    from .seal import Seal, give_up  # noqa: PLC0415

    preload()
    said = give_up()
    seal = Seal()
    control = socket.socket(fileno=control_fd)
    workers: set[int] = set()
    send(control, {"ready": True, "layers": [*said, *seal.said]})
    while True:
        order, descriptors = receive(control)
        if not order:
            break
        if order["op"] == "end":
            workers.discard(order["pid"])
            status = end(order["pid"], GRACE if order["ended"] else 0.0)
            end_strays(workers)
            send(control, {"status": status})
            continue
        pid = os.fork()
        if pid == 0:
            control.close()
            try:
                become_worker(order, descriptors, seal)
            except OSError as error:  # the parent shows it if the worker was never ready
                os.write(2, f"{type(error).__name__}: {error}".encode())
            finally:
                os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        workers.add(pid)
        send(control, {"pid": pid})
    for pid in workers:
        end(pid, 0.0)
    end_strays(())
