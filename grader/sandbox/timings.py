"""What a worker costs: CPU seconds, measured from outside, as wall seconds lie on a loaded machine."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.sandbox.channel import cpu_seconds
from grader.sandbox.confinement import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grader.sandbox.limits import Limits
    from grader.sandbox.warm import WarmProcess

__all__ = ["STARTS", "Timings", "timings"]

STARTS = 60  # of each kind


@dataclass(frozen=True, slots=True)
class Timings:
    """CPU seconds, medians: to start a locked worker until it answers, and how much of that is the lock."""

    start: float
    lock: float


def timings(warm: WarmProcess, limits: Limits) -> Timings:
    """Start workers with and without the lock, in turns, so that both meet the same load.

    Counted is the CPU of all three: this process, the warm process and the worker, as far as it is told.
    """
    locked, unlocked = [], []
    for _ in range(STARTS):
        locked.append(_start(warm, limits, EVERYTHING))
        unlocked.append(_start(warm, limits, ()))
    start = statistics.median(locked)
    return Timings(start, start - statistics.median(unlocked))


def _start(warm: WarmProcess, limits: Limits, layers: Sequence[str]) -> float:
    before = time.process_time() + cpu_seconds(warm.pid)
    with warm.worker(limits, layers) as worker:
        return time.process_time() + cpu_seconds(warm.pid) + cpu_seconds(worker.channel.pid) - before
