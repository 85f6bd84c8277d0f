"""Students in real workers, and what is left of those in this system."""

import time
from contextlib import suppress
from pathlib import Path

from support.students import student


def ask(source, warm, limits, *args):
    """What the student's function f answers, called once."""
    with student(source, warm, limits) as function:
        return function(*args)


def body(*lines):
    return "import os, sys\ndef f(*args):\n" + "".join(f"    {line}\n" for line in lines)


def members(group):
    """The live processes of a group: a dead one that nobody has waited for does no more harm."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, in_group = path.read_text("utf-8").rpartition(")")[2].split()[:3]
            if int(in_group) == group and state not in "ZX":
                found.append(path.parent.name)
    return found


def gone(group):
    """Whether a killed group goes away: a signal takes a moment to arrive."""
    for _ in range(500):
        if not members(group):
            return True
        time.sleep(0.01)
    return False


def descriptors():
    return {path.name for path in Path("/dev/fd").iterdir()}
