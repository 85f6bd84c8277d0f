"""The warm process: loads NumPy once, then forks a fresh worker for every order.

It is exec'ed with nothing but the path to NumPy and a socket to its parent; it never sees a
submission, a reference or a score, so a fork of it holds none. Orders and answers are one JSON
object each, with a length before it; the pipes of a new worker come along as descriptors.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import json
import os
import signal
import socket
import struct
import sys
import time
from typing import Any

LENGTH = struct.Struct("<I")
# What submissions may import. All of it is loaded before the search path is taken away.
ALLOWED = """
numpy numpy.fft numpy.lib.stride_tricks numpy.linalg numpy.random numpy.polynomial numpy.typing
abc array bisect calendar cmath collections collections.abc contextlib copy csv dataclasses datetime
decimal enum fractions functools glob hashlib heapq inspect io itertools json linecache logging math
numbers operator os pathlib pprint random re statistics string sys tempfile textwrap time timeit
traceback types typing unicodedata uuid warnings
"""
# What Python and NumPy import late, and what the worker itself needs.
NEEDED = "ast ctypes difflib encodings.idna encodings.latin_1 encodings.utf_16 locale symtable tokenize"
GRACE = 0.1  # seconds in which a worker that closed its pipe may end by itself, so that its status is its own


def preload() -> None:
    """Import all that a worker may use, then leave nothing from which more could be imported."""
    for name in (ALLOWED + NEEDED).split():
        importlib.import_module(name)
    import_all_of_numpy()
    # Every notebook has these; the module that makes them is left out by -S.
    builtins.exit = builtins.quit = sys.exit  # type: ignore[assignment]
    sys.path.clear()
    sys.path_importer_cache.clear()
    gc.collect()
    gc.freeze()  # forks share these pages for as long as nobody writes to them


def import_all_of_numpy() -> None:
    """Touch what NumPy loads lazily since 2.0."""
    import numpy as np  # noqa: PLC0415 - only after the search path is set

    np.random.default_rng(0).standard_normal(1)
    np.einsum("ij,jk->ik", np.ones((2, 2)), np.ones((2, 2)), optimize=True)
    str(np.ones(3))


def receive(control: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Read one order and the descriptors that came with it; an empty dict when the parent is gone."""
    data, descriptors, _, _ = socket.recv_fds(control, LENGTH.size, 3)
    while data and len(data) < LENGTH.size:
        data += control.recv(LENGTH.size - len(data))
    if not data:
        return {}, []
    (missing,) = LENGTH.unpack(data)
    text = b""
    while len(text) < missing:
        text += control.recv(missing - len(text))
    return json.loads(text), descriptors


def send(control: socket.socket, answer: dict[str, Any]) -> None:
    """Write one answer."""
    text = json.dumps(answer).encode()
    control.sendall(LENGTH.pack(len(text)) + text)


def become_worker(order: dict[str, Any], descriptors: list[int]) -> None:
    """Turn this fork into a worker: its own session, directory, streams and limits; then serve."""
    from . import limits  # noqa: PLC0415 - loaded before the fork by main
    from .serve import serve  # noqa: PLC0415

    os.setsid()
    limits.die_with_parent()
    requests, replies, output = descriptors
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(output)
    os.close(null)
    os.environ.clear()
    os.chdir(order["directory"])
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115
    limits.apply(order["limits"])
    with open(requests, "rb") as source, open(replies, "wb") as sink:  # noqa: PTH123
        serve(source, sink)


def end(pid: int, grace: float) -> int | None:
    """Kill a worker with its process group; return how it ended, or None if nobody knows.

    Args:
        pid: the worker's process, which leads its group.
        grace: seconds to wait before killing, for a worker that seems to have ended by itself.
    """
    until = time.monotonic() + grace
    try:
        while grace and time.monotonic() < until:
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                kill(pid, group_only=True)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.002)
        kill(pid)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    except ChildProcessError:
        return None


def kill(pid: int, *, group_only: bool = False) -> None:
    """Send SIGKILL to a worker's group, and to itself in case it had not yet made one."""
    for target in (os.killpg, *(() if group_only else (os.kill,))):
        try:
            target(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def main(control_fd: int) -> None:
    """Serve orders until the parent closes the socket; then leave no worker behind."""
    from . import limits, serve  # noqa: F401, PLC0415 - loaded once, for all forks

    preload()
    control = socket.socket(fileno=control_fd)
    workers: set[int] = set()
    send(control, {"ready": True})
    while True:
        order, descriptors = receive(control)
        if not order:
            break
        if order["op"] == "end":
            workers.discard(order["pid"])
            send(control, {"status": end(order["pid"], GRACE if order["ended"] else 0.0)})
            continue
        pid = os.fork()
        if pid == 0:
            control.close()
            try:
                become_worker(order, descriptors)
            finally:
                os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        workers.add(pid)
        send(control, {"pid": pid})
    for pid in workers:
        end(pid, 0.0)
