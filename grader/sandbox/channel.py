"""One worker's pipes, as the parent holds them: a request goes out, a reply comes back in time, or none."""

from __future__ import annotations

import os
import secrets
import select
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from grader.errors import Crashed, TimedOut, WireError
from grader.words import say
from grader.worker import wire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from grader.sandbox.limits import Limits

    Answer = Callable[[dict[str, Any]], wire.Parts]

CHUNK = 2**18
LOOK = 0.1  # seconds between two looks at the worker's CPU clock
SHORT = 0.005  # seconds, of which nobody asks how many it waited for a processor


class Channel:
    """Requests to and replies from one worker; keeps the first bytes of what it prints.

    Args:
        pid: the worker's process.
        requests: the descriptor to write to; closed by ``close``.
        replies: the descriptor to read frames from; closed by ``close``.
        output: the descriptor to read the worker's stdout and stderr from; closed by ``close``.
        limits: seconds for one exchange, bytes for one reply and for the kept output.
    """

    def __init__(self, pid: int, requests: int, replies: int, output: int, limits: Limits) -> None:
        self.pid, self.limits, self.meter = pid, limits, Meter(pid)
        self._requests, self._replies, self._output = requests, replies, output
        self.printed = bytearray()
        for descriptor in (requests, replies, output):
            os.set_blocking(descriptor, False)

    def exchange(self, request: wire.Parts, answer: Answer | None = None, answers: int = 1) -> Any:
        """Send one request and return the value of the reply to it.

        Args:
            request: what to send.
            answer: answers what the worker asks before it replies; must not raise. Without it a question is
                taken for the reply.
            answers: of the function, that the reply may hold; the limits are those of one.

        Raises:
            TimedOut: the CPU or wall seconds of one call are used up, or it asks without end.
            Crashed: the worker closed its end.
            WireError: what came back is no frame, or not the reply to this request.
        """
        # A number that the student's code cannot have known beforehand.
        number = secrets.randbits(64)
        frame = request.frame(number)
        with self.meter.running() as used:
            for _ in range(answers * self.limits.asks + 1):
                value = self._wait(frame, number, used, answers)
                if answer is None or not isinstance(value, dict) or "ask" not in value:
                    return value
                self._check_time(used, answers)
                frame = answer(value).frame(number)
        raise TimedOut(
            say("One call used the course's functions more than {count} times.", count=self.limits.asks)
        )

    def _wait(self, frame: bytes, number: int, used: Used, answers: int) -> Any:
        """Send a frame and return the value of the next one that comes back."""
        reply = _Reply(number, answers * self.limits.reply_bytes)
        pending = memoryview(frame)
        poller = select.poll()
        poller.register(self._replies, select.POLLIN)
        poller.register(self._output, select.POLLIN)
        poller.register(self._requests, select.POLLOUT)
        while not reply.complete:
            ready = poller.poll(LOOK * 1000)
            for descriptor, event in ready:
                if descriptor == self._requests:
                    pending = self._write(pending, event)
                    if not pending:
                        poller.unregister(self._requests)
                elif descriptor == self._output:
                    if not self._drain():
                        poller.unregister(self._output)
                else:
                    reply.feed(self._read())
            if not reply.complete:
                self._check_time(used, answers)
        self._drain()
        if pending:
            raise WireError("a reply to what was not read")
        return reply.value()

    def _check_time(self, used: Used, answers: int) -> None:
        if used.cpu > answers * self.limits.cpu_seconds:
            raise TimedOut(
                say(
                    "One call used more than {seconds} seconds of CPU time.",
                    seconds=f"{self.limits.cpu_seconds:g}",
                )
            )
        if used.wall > answers * self.limits.wall_seconds:
            raise TimedOut(
                say("One call took more than {seconds} seconds.", seconds=f"{self.limits.wall_seconds:g}")
            )

    def _write(self, pending: memoryview, event: int) -> memoryview:
        if event & (select.POLLERR | select.POLLHUP):
            raise Crashed("The worker is gone.")
        try:
            return pending[os.write(self._requests, pending[:CHUNK]) :]
        except BlockingIOError:
            return pending
        except OSError as error:
            raise Crashed("The worker is gone.") from error

    def _read(self) -> bytes:
        try:
            data = os.read(self._replies, CHUNK)
        except BlockingIOError:
            return b""
        if not data:
            raise Crashed("The worker is gone.")
        return data

    def _drain(self) -> bool:
        """Take what was printed off the pipe, a bounded piece at a time; False at its end."""
        try:
            data = os.read(self._output, CHUNK)
        except BlockingIOError:
            return True
        self.printed += data[: max(0, self.limits.output_bytes - len(self.printed))]
        return bool(data)

    def close(self) -> None:
        """Close the parent's ends; what a worker printed last is kept."""
        self._drain()
        for descriptor in (self._requests, self._replies, self._output):
            os.close(descriptor)


class _Reply:
    """A frame while it arrives: never more bytes in memory than its head announced and the limits allow."""

    def __init__(self, number: int, max_body: int) -> None:
        self.number, self.max_body = number, max_body
        self.data = bytearray()
        self.tree = self.body = -1

    @property
    def complete(self) -> bool:
        return self.tree >= 0 and len(self.data) == wire.HEAD.size + self.tree + self.body

    def feed(self, data: bytes) -> None:
        self.data += data
        try:
            if self.tree < 0 and len(self.data) >= wire.HEAD.size:
                head = bytes(self.data[: wire.HEAD.size])
                number, self.tree, self.body = wire.read_head(head, max_body=self.max_body)
                if number != self.number:
                    raise WireError("not the reply to this request")
        except wire.Garbled as error:
            raise WireError(str(error)) from error
        if self.tree >= 0 and len(self.data) > wire.HEAD.size + self.tree + self.body:
            raise WireError("more than one reply to one request")

    def value(self) -> Any:
        start = wire.HEAD.size + self.tree
        try:
            return wire.decode(bytes(self.data[wire.HEAD.size : start]), memoryview(self.data)[start:])
        except wire.Garbled as error:
            raise WireError(str(error)) from error


class Used:
    """What a process uses from here on.

    Seconds in which it only waits for a processor are nobody's: on a machine that is too small for so many
    jobs, the limit by the clock would otherwise be met by functions that are merely slow.
    """

    def __init__(self, pid: int) -> None:
        self._pid, self._cpu, self._queued = pid, cpu_seconds(pid), queued_seconds(pid)
        self._started = time.monotonic()

    @property
    def cpu(self) -> float:
        """CPU seconds; negative if the process is gone."""
        return cpu_seconds(self._pid) - self._cpu

    @property
    def wall(self) -> float:
        """Seconds by the clock, without those in which it waited for a processor."""
        passed = time.monotonic() - self._started
        if passed < SHORT:
            return passed
        return passed - max(0.0, queued_seconds(self._pid) - self._queued)


class Meter:
    """The seconds that all exchanges with one process took; of one that is gone, those by the clock."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self.cpu = self.wall = 0.0

    @contextmanager
    def running(self) -> Iterator[Used]:
        """Count what happens inside."""
        used = Used(self._pid)
        try:
            yield used
        finally:
            cpu, wall = used.cpu, used.wall
            self.cpu += cpu if cpu >= 0 else wall
            self.wall += wall


def queued_seconds(pid: int) -> float:
    """Return how long a process was ready and had no processor; 0.0 where the system does not tell.

    Linux counts it in nanoseconds: the second number of ``/proc/PID/schedstat``, see
    Documentation/scheduler/sched-stats.rst.
    """
    try:
        with open(f"/proc/{pid}/schedstat", encoding="ascii") as file:  # noqa: PTH123 - once for every call
            return int(file.read().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds that a process has used; 0.0 where the system does not tell.

    Linux encodes the CPU clock of any process as a clock id: clock_getcpuclockid(3) and
    ``CPUCLOCK_SCHED`` in the kernel's posix-timers.
    """
    if not sys.platform.startswith("linux"):
        return 0.0
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:
        return 0.0
