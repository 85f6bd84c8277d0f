"""Linux: a seccomp filter that allows the system calls of ``calls`` and refuses all others with EPERM.

Documentation/userspace-api/seccomp_filter.rst, seccomp(2). A filter is a program of classic BPF, bpf(4),
over ``struct seccomp_data``: the call's number, the machine's architecture, the instruction pointer and
six arguments of 64 bits. A call made for another architecture, or by x32's numbers, has numbers of its
own: it ends the process.

Refusing with EPERM lets Python raise ``PermissionError``, so the student reads which line asked for what.
"""

from __future__ import annotations

import ctypes
import errno
import os
from typing import TYPE_CHECKING, NamedTuple

from .calls import ALLOWED, CONDITIONAL, MACHINES
from .kernel import call

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["ALLOW", "REFUSE", "Check", "Seccomp", "install", "program", "ready", "rule"]

SECCOMP = {"x86_64": 317, "aarch64": 277}  # the number of seccomp(2) itself
ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}  # AUDIT_ARCH_*
SET_MODE_FILTER, GET_ACTION_AVAIL = 1, 2
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x80000000  # SECCOMP_RET_*
LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # BPF_LD | BPF_W | BPF_ABS and so on
NUMBER, ARCH, ARGUMENTS = (
    0,
    4,
    16,
)  # offsets in seccomp_data; both machines have the low half of an argument first
X32 = 0x40000000
PROT_EXEC = 4
OWN_PID = 0xFFFFFFFF  # stands for the process's number until that is known; no process has it

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, operand


class Check(NamedTuple):
    """What one half of an argument of a call must be.

    Attributes:
        argument: 0 to 5.
        value: equal to this, or none of these bits.
        without_bits: which of the two.
        high: the upper 32 bits of the argument, not the lower.
    """

    argument: int
    value: int
    without_bits: bool = False
    high: bool = False


NOT_EXECUTABLE = (Check(2, PROT_EXEC, without_bits=True),)
CONDITIONS: dict[str, tuple[Check, ...]] = {
    "mmap": NOT_EXECUTABLE,
    "mprotect": NOT_EXECUTABLE,
    # It may read its own limits: no other process, and no new limits.
    "prlimit64": (Check(0, 0), Check(2, 0), Check(2, 0, high=True)),
    # It may signal itself: abort(3) does.
    "kill": (Check(0, OWN_PID),),
    "tkill": (Check(0, OWN_PID),),
    "tgkill": (Check(0, OWN_PID),),
}


def program(machine: str, rules: Iterable[Sequence[Instruction]], default: int) -> list[Instruction]:
    """Return a filter as BPF.

    Args:
        machine: by ``os.uname().machine``.
        rules: see ``rule``.
        default: the action for every call without one.
    """
    code: list[Instruction] = [
        (LOAD, 0, 0, ARCH),
        (EQUAL, 1, 0, ARCHITECTURE[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER),
    ]
    if machine == "x86_64":
        code += [(AT_LEAST, 0, 1, X32), (RETURN, 0, 0, KILL)]
    return [*code, *(instruction for each in rules for instruction in each), (RETURN, 0, 0, default)]


def rule(
    number: int, action: int, checks: Sequence[Check] = (), otherwise: int = REFUSE
) -> list[Instruction]:
    """Return the action for one call if all ``checks`` of its arguments hold, and for when one does not."""
    body: list[Instruction] = []
    for position, check in enumerate(checks):
        last = 2 * (len(checks) - position - 1) + 1  # instructions from the next one to ``otherwise``
        yes, no = (last, 0) if check.without_bits else (0, last)
        body += [
            (LOAD, 0, 0, ARGUMENTS + 8 * check.argument + 4 * check.high),
            (ANY_BIT if check.without_bits else EQUAL, yes, no, check.value),
        ]
    body += [(RETURN, 0, 0, action), *([(RETURN, 0, 0, otherwise)] if checks else [])]
    return [(EQUAL, 0, len(body), number), *body]


class _Code(ctypes.Structure):
    _fields_ = [
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_uint16), ("code", ctypes.POINTER(_Code))]


class Seccomp:
    """The filter, built once; a worker puts its own number in and installs it."""

    name = "seccomp"
    said = "seccomp"

    def __init__(self, machine: str) -> None:
        column = MACHINES[machine]
        numbers = {name: pair[column] for name, pair in (ALLOWED | CONDITIONAL).items()}
        rules = [rule(n, ALLOW, CONDITIONS.get(name, ())) for name, n in numbers.items() if n is not None]
        code = program(machine, rules, REFUSE)
        self._machine, self._code = machine, _array(code)
        self._own = [n for n, instruction in enumerate(code) if instruction[3] == OWN_PID]

    def close(self) -> None:
        """See ``Layer``; needs no new privileges. Nothing can be opened afterwards."""
        for position in self._own:
            self._code[position].value = os.getpid()
        _install(self._machine, self._code)


def install(code: Sequence[Instruction]) -> None:
    """Put a filter around this process and all that it starts.

    Raises:
        OSError: the system refused.
    """
    _install(os.uname().machine, _array(code))


def _array(code: Sequence[Instruction]) -> ctypes.Array[_Code]:
    return (_Code * len(code))(*(_Code(*instruction) for instruction in code))


def _install(machine: str, code: ctypes.Array[_Code]) -> None:
    filtering = _Program(len(code), code)
    call(SECCOMP[machine], ctypes.c_uint(SET_MODE_FILTER), ctypes.c_uint(0), ctypes.byref(filtering))


def ready() -> Seccomp | None:
    """Return the layer, or None where the kernel does not have it or ``calls`` does not know the machine."""
    machine = os.uname().machine
    if machine not in MACHINES:
        return None
    action = ctypes.c_uint32(KILL)
    try:
        call(SECCOMP[machine], ctypes.c_uint(GET_ACTION_AVAIL), ctypes.c_uint(0), ctypes.byref(action))
    except OSError:
        return None
    return Seccomp(machine)
