"""Starts the warm process, asks it for workers, and ends them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from grader.errors import Crashed, GraderError, UsageError
from grader.sandbox.channel import Channel
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    from grader.sandbox.limits import Limits

_BOOT = (
    "import sys; sys.path[:0] = sys.argv[2:3]; sys.path += sys.argv[3:4]; "
    "from worker.warm import main; main(int(sys.argv[1]))"
)
# One BLAS thread: more would race for the two cores, and threads do not survive a fork.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "LC_ALL": "C.UTF-8",
}

ANSWER_SECONDS = 30.0  # for one order; a warm process that a submission has stopped is replaced after it
FAREWELL_SECONDS = 5.0  # for the warm process to end its workers and itself


class WarmProcess:
    """A process that has loaded NumPy and forks workers; made when first needed, and again if it died.

    Threads may share one: orders go out one at a time.

    Args:
        layers: what every process of this run must lock its workers with; by default what the first one does.
    """

    def __init__(self, layers: list[str] | None = None) -> None:
        self._lock = threading.Lock()
        self._layers = layers
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def layers(self) -> list[str]:
        """What its workers are locked with, in words; starts the process if need be."""
        with self._lock:
            self._connect()
            return list(self._layers or ())

    @property
    def pid(self) -> int:
        """Its process; starts it if need be."""
        with self._lock:
            self._connect()
            return self._process.pid if self._process is not None else 0

    @contextmanager
    def worker(self, limits: Limits, probe: Sequence[str] | None = None) -> Iterator[Worker]:
        """Lend a fresh worker in an empty directory of its own; afterwards nothing is left of it.

        Args:
            limits: what it may use.
            probe: the layers to lock it with, for one that answers ``worker.probes`` and nothing else.
        """
        with ExitStack() as stack:
            directory = tempfile.mkdtemp(prefix="grade-")
            stack.callback(shutil.rmtree, directory, ignore_errors=True)
            worker = self._start(directory, limits, probe)
            stack.callback(worker.close)
            yield worker

    def close(self) -> None:
        """End the warm process, and with it every worker."""
        with self._lock:
            self._stop()

    def end(self, pid: int, *, ended: bool) -> int | None:
        """Kill a worker with its process group.

        Args:
            pid: the worker's process.
            ended: it seems to have ended by itself, so its own exit status is worth a short wait.

        Returns:
            Its exit status, negative for a signal; None if nobody knows.
        """
        try:
            status = self._order({"op": "end", "pid": pid, "ended": ended}, ())["status"]
        except (OSError, ValueError, Crashed):
            return None
        return status if isinstance(status, int) else None

    def _start(self, directory: str, limits: Limits, probe: Sequence[str] | None) -> Worker:
        pipes = [os.pipe() for _ in range(3)]
        (request_end, requests), (replies, reply_end), (output, output_end) = pipes
        theirs = (request_end, reply_end, output_end)
        try:
            order = {"op": "start", "directory": directory, "limits": limits.rlimits(), "probe": probe}
            pid = self._order(order, theirs)["pid"]
        except BaseException:
            for descriptor in (requests, replies, output):
                os.close(descriptor)
            raise
        finally:
            for descriptor in theirs:
                os.close(descriptor)
        worker = Worker(self, Channel(pid, requests, replies, output, limits))
        try:
            # Before any of the student's code: if this goes wrong, it is our fault.
            worker.exchange(wire.encode({"op": "ready"}))
        except GraderError as error:
            worker.close()
            said = worker.channel.printed.decode("utf-8", "replace")
            raise RuntimeError(f"a worker could not be set up. {said}") from error
        return worker

    def _order(self, order: dict[str, Any], descriptors: tuple[int, ...]) -> dict[str, Any]:
        """Send one order; a warm process that a submission has killed is replaced, once."""
        with self._lock:
            for attempt in (1, 2):
                try:
                    return self._exchange(self._connect(), order, descriptors)
                except (OSError, ValueError):
                    self._stop()
                    if attempt == 2 or order["op"] == "end":
                        raise
        raise AssertionError  # pragma: no cover - the loop returns or raises

    @staticmethod
    def _exchange(
        control: socket.socket, order: dict[str, Any], descriptors: tuple[int, ...]
    ) -> dict[str, Any]:
        text = json.dumps(order).encode()
        # Descriptors travel with the first bytes; only then may the rest follow.
        socket.send_fds(control, [wire.ORDER.pack(len(text))], descriptors)
        control.sendall(text)
        return _receive(control)

    def _connect(self) -> socket.socket:
        if self._control is None:
            if not hasattr(socket, "send_fds"):
                raise UsageError("This system cannot confine a submission; use Linux, macOS or WSL.")
            ours, theirs = socket.socketpair()
            arguments = [
                *(sys.executable, "-s", "-P", "-S", "-B", "-W", "ignore", "-c", _BOOT),
                *(str(theirs.fileno()), str(Path(__file__).parents[1]), str(Path(np.__file__).parents[1])),
            ]
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
                    arguments,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    cwd="/",
                    env=_ENVIRONMENT,
                    pass_fds=(theirs.fileno(),),
                    start_new_session=True,
                )
            self._control = ours
            ours.settimeout(ANSWER_SECONDS)
            self._agree(_receive(ours)["layers"])
        return self._control

    def _agree(self, layers: list[str]) -> None:
        """A run has one level of confinement: a process that locks less than the first is a fault of ours."""
        if self._layers not in (None, layers):
            raise RuntimeError(f"the confinement has changed: {self._layers}, then {layers}")
        self._layers = layers

    def _stop(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            try:
                self._process.wait(timeout=FAREWELL_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


class Worker:
    """One worker: exchange frames with it, read what it printed, close it."""

    def __init__(self, warm: WarmProcess, channel: Channel) -> None:
        self._warm, self.channel, self._open = warm, channel, True

    def exchange(
        self,
        request: wire.Parts,
        answer: Callable[[dict[str, Any]], wire.Parts] | None = None,
        answers: int = 1,
    ) -> Any:
        """Send a request, return the reply's value; see ``Channel.exchange``."""
        return self.channel.exchange(request, answer, answers)

    def close(self, *, ended: bool = False) -> int | None:
        """End it; return its exit status if it is known."""
        if not self._open:
            return None
        self._open = False
        status = self._warm.end(self.channel.pid, ended=ended)
        self.channel.close()
        return status


def _receive(control: socket.socket) -> dict[str, Any]:
    data = _exactly(control, wire.ORDER.size)
    answer = json.loads(_exactly(control, wire.ORDER.unpack(data)[0]))
    if not isinstance(answer, dict):
        raise ValueError("not an answer")  # noqa: TRY004 - one kind of error for all that is garbled
    return answer


def _exactly(control: socket.socket, count: int) -> bytes:
    data = b""
    while len(data) < count:
        piece = control.recv(count - len(data))
        if not piece:
            raise ConnectionError("the warm process is gone")
        data += piece
    return data
