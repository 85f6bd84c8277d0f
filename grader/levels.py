"""How well a system confines a submission: five levels, each by the probes that it must block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from grader.words import translatable

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ALONE", "BLOCKS", "FILES", "LEVELS", "MEANINGS", "PROBES", "Level", "at_least", "level_of"]

Level = Literal["sealed", "sealed without Landlock", "partial", "weak", "process only"]

ALONE = " with Landlock alone"  # after the name of a probe
FILES = ("read_file", "list_folder", "write_file")
NETWORK = ("connect_tcp", "send_udp", "connect_unix", "connect_abstract")
OTHERS = ("signal_grader", "signal_warm", "read_memory", "read_environment")
PROCESSES = ("fork", "execute", "start_thread")
KERNEL = ("stat_file", "make_fifo", "map_executable", "make_executable", "open_ring", "make_namespace")

BLOCKS: dict[Level, tuple[str, ...]] = {
    "sealed": (*FILES, *NETWORK, *OTHERS, *PROCESSES, *KERNEL, *(name + ALONE for name in FILES)),
    "sealed without Landlock": (*FILES, *NETWORK, *OTHERS, *PROCESSES, *KERNEL),
    "partial": (*FILES, *NETWORK, *OTHERS),
    "weak": FILES,
    "process only": (),
}
"""What each level must block, the best first. Sealed has two walls around files, and each holds alone."""

LEVELS: tuple[Level, ...] = tuple(BLOCKS)

MEANINGS: dict[Level, str] = {
    "sealed": translatable("sealed - it could only compute and answer"),
    "sealed without Landlock": translatable(
        "sealed without Landlock - as sealed, with one layer instead of two"
    ),
    "partial": translatable("partial - no files, no network; it could start processes"),
    "weak": translatable("weak - no files; the network was open to it"),
    "process only": translatable("process only - a process with limits; files and network were open to it"),
}
"""What each level means for a submission that has been graded."""

PROBES: dict[str, str] = {
    "read_file": translatable("read a file"),
    "list_folder": translatable("list a folder"),
    "write_file": translatable("write a file"),
    "connect_tcp": translatable("connect over TCP"),
    "send_udp": translatable("send over UDP"),
    "connect_unix": translatable("connect to a Unix socket"),
    "connect_abstract": translatable("connect to an abstract Unix socket"),
    "signal_grader": translatable("signal the grader"),
    "signal_warm": translatable("signal its parent process"),
    "read_memory": translatable("read another process's memory"),
    "read_environment": translatable("read the grader's environment"),
    "fork": translatable("start a process"),
    "execute": translatable("execute a program"),
    "start_thread": translatable("start a thread"),
    "stat_file": translatable("check whether a file exists"),
    "make_fifo": translatable("create a special file"),
    "map_executable": translatable("get executable memory"),
    "make_executable": translatable("make memory executable"),
    "open_ring": translatable("open io_uring"),
    "make_namespace": translatable("create a namespace"),
}
"""What each probe tries, in words; their functions are in ``worker/probes.py``."""


def level_of(blocked: Mapping[str, bool]) -> Level:
    """Return the best level all of whose probes were blocked; what was not tried was not blocked."""
    return next(level for level, names in BLOCKS.items() if all(blocked.get(name) for name in names))


def at_least(level: Level, wanted: Level) -> bool:
    """Whether a level is as good as another, or better."""
    return LEVELS.index(level) <= LEVELS.index(wanted)
