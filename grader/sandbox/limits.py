"""How much a worker may use."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one worker may use.

    Attributes:
        cpu_seconds: of CPU time, for one call; the limit that a busy loop meets, on any machine.
        wall_seconds: for one call; what a sleeping call meets. Waiting for a processor is not counted, as far
            as the system tells.
        total_cpu_seconds: of CPU time, for all calls of one exercise.
        memory_bytes: of address space.
        file_bytes: for the largest file it may write.
        processes: that its user may have, itself and its threads included. Does not bind root.
        output_bytes: of what it prints that are kept; the rest is thrown away.
        reply_bytes: of arrays in one answer, and in all that are remembered together.
        asks: questions that one call may put to the parent.
    """

    cpu_seconds: float = 5.0
    wall_seconds: float = 20.0
    total_cpu_seconds: int = 300
    memory_bytes: int = 2048 * MIB
    file_bytes: int = 1 * MIB
    processes: int = 1
    output_bytes: int = 64 * 1024
    reply_bytes: int = 16 * MIB
    asks: int = 20_000

    def rlimits(self) -> dict[str, int]:
        """Return the limits that the kernel keeps, by their name in setrlimit(2)."""
        return {
            "RLIMIT_AS": self.memory_bytes,
            "RLIMIT_CPU": self.total_cpu_seconds,
            "RLIMIT_FSIZE": self.file_bytes,
            "RLIMIT_NPROC": self.processes,
            "RLIMIT_NOFILE": 32,
            "RLIMIT_CORE": 0,
        }
