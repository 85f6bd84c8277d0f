"""What a locked worker can still do, found by trying: so ``sandbox.confinement`` finds the level.

Each probe does one thing that a submission must not do, and takes it back. It got through if it returns; it
was blocked if it raises. Only a worker that never sees a student's code answers these requests. Everything
is harmless, as it may succeed.
"""

from __future__ import annotations

import _thread
import ctypes
import errno
import mmap
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

from . import wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from .parts import Parent

__all__ = ["PROBES", "Prober"]

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
IO_URING_SETUP = 425  # on every architecture
PROCESS_VM_READV = {"x86_64": 310, "aarch64": 270}
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4
_libc = ctypes.CDLL(None, use_errno=True)
Around = dict[str, Any]
"""What the parent set up around the worker: its pid, and where it listens: tcp, udp, unix, abstract."""


class Prober:
    """Answers the parent's requests: ``ready``, and ``probe`` with what there is to try on."""

    def __init__(self, _parent: Parent) -> None:
        self.max_body = wire.MAX_BODY

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Return how each probe ended: an empty text if it got through, else what stopped it."""
        if request["op"] != "probe":
            return {"value": None}
        return {"value": {name: _tried(probe, request) for name, probe in PROBES.items()}}


def _tried(probe: Callable[[Around], object], around: Around) -> str:
    try:
        probe(around)
    except Exception as error:  # noqa: BLE001 - whatever stops it, stops it
        return f"{type(error).__name__}: {error}"
    return ""


def read_file(_around: Around) -> None:
    """Read a file that is surely there: NumPy was loaded from it."""
    os.close(os.open(str(np.__file__), os.O_RDONLY))


def stat_file(_around: Around) -> None:
    """Ask whether a file is there."""
    os.stat(str(np.__file__))  # noqa: PTH116


def list_folder(_around: Around) -> None:
    """List a folder."""
    os.listdir("/")  # noqa: PTH208


def write_file(_around: Around) -> None:
    """Write a file in its own directory, which goes with it."""
    os.close(os.open("probe", os.O_WRONLY | os.O_CREAT))


def make_fifo(_around: Around) -> None:
    """Make a node in its own directory."""
    os.mkfifo("probe.fifo")


def connect_tcp(around: Around) -> None:
    """Connect to a TCP port at which the parent listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as mine:
        mine.settimeout(1.0)
        _reach(mine.connect, around["tcp"] and ("127.0.0.1", around["tcp"]))


def send_udp(around: Around) -> None:
    """Send a datagram to a port at which the parent listens."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mine:
        _reach(lambda address: mine.sendto(b"?", address), around["udp"] and ("127.0.0.1", around["udp"]))


def connect_unix(around: Around) -> None:
    """Connect to a Unix socket by its path."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as mine:
        _reach(mine.connect, around["unix"])


def connect_abstract(around: Around) -> None:
    """Connect to a Unix socket that has a name and no path: unix(7)."""
    _linux_only()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as mine:
        _reach(mine.connect, around["abstract"])


def _reach(attempt: Callable[[Any], object], address: object) -> None:
    """Try an address; where the parent could not listen, that there is a socket at all counts as through."""
    if address:
        attempt(address)


def _linux_only() -> None:
    if not sys.platform.startswith("linux"):
        raise OSError(errno.ENOSYS, "there is nothing of this kind on this system")


def fork(_around: Around) -> None:
    """Make a process."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def execute(_around: Around) -> None:
    """Execute a program: with arguments that cannot be read, so that this worker outlives it.

    The program has been found and opened by the time the kernel meets them.
    """
    _libc.execve(os.fsencode(sys.executable), ctypes.c_void_p(1), None)
    if ctypes.get_errno() != errno.EFAULT:
        _refused()


def start_thread(_around: Around) -> None:
    """Start a thread."""
    _thread.start_new_thread(int, ())


def signal_grader(around: Around) -> None:
    """Send a signal to the grader: none, which asks only whether it could be sent."""
    os.kill(around["pid"], 0)


def signal_warm(_around: Around) -> None:
    """Send a signal to the warm process."""
    os.kill(os.getppid(), 0)


def read_memory(_around: Around) -> None:
    """Read a byte of the warm process, at an address that it shares with this fork: process_vm_readv(2)."""
    _linux_only()
    byte = ctypes.create_string_buffer(1)
    mine = (ctypes.c_size_t * 2)(ctypes.addressof(byte), 1)
    theirs = (ctypes.c_size_t * 2)(ctypes.cast(_libc.getpid, ctypes.c_void_p).value or 0, 1)
    number = PROCESS_VM_READV[os.uname().machine]
    got = _libc.syscall(
        ctypes.c_long(number),
        ctypes.c_int(os.getppid()),
        ctypes.byref(mine),
        ctypes.c_ulong(1),
        ctypes.byref(theirs),
        ctypes.c_ulong(1),
        ctypes.c_ulong(0),
    )
    if got != 1:
        _refused()


def read_environment(around: Around) -> None:
    """Read the grader's environment."""
    os.close(os.open(f"/proc/{around['pid']}/environ", os.O_RDONLY))


def map_executable(_around: Around) -> None:
    """Ask for memory that can be written and executed."""
    mmap.mmap(-1, mmap.PAGESIZE, prot=PROT_READ | PROT_WRITE | PROT_EXEC).close()


def make_executable(_around: Around) -> None:
    """Make memory executable afterwards."""
    with mmap.mmap(-1, mmap.PAGESIZE, prot=PROT_READ | PROT_WRITE) as memory:
        byte = ctypes.c_char.from_buffer(memory)
        address, size = ctypes.c_void_p(ctypes.addressof(byte)), ctypes.c_size_t(mmap.PAGESIZE)
        done = _libc.mprotect(address, size, PROT_READ | PROT_EXEC)
        if done == 0:
            _libc.mprotect(address, size, PROT_READ | PROT_WRITE)
        del byte
    if done != 0:
        _refused()


def make_namespace(_around: Around) -> None:
    """Make namespaces of its own, in which it would have every capability."""
    _linux_only()
    if _libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        _refused()


def open_ring(_around: Around) -> None:
    """Open another way to the kernel, io_uring_setup(2), with a structure that cannot be read."""
    _linux_only()
    _libc.syscall(ctypes.c_long(IO_URING_SETUP), ctypes.c_uint(1), None)
    if ctypes.get_errno() != errno.EFAULT:
        _refused()


def _refused() -> None:
    error = ctypes.get_errno()
    raise OSError(error, os.strerror(error))


# In this order: a process with a thread can no longer make a user namespace.
PROBES: dict[str, Callable[[Around], object]] = {
    probe.__name__: probe
    for probe in (
        read_file,
        stat_file,
        list_folder,
        write_file,
        make_fifo,
        connect_tcp,
        send_udp,
        connect_unix,
        connect_abstract,
        signal_grader,
        signal_warm,
        read_memory,
        read_environment,
        fork,
        execute,
        map_executable,
        make_executable,
        open_ring,
        make_namespace,
        start_thread,
    )
}
