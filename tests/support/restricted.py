"""Systems that allow less than this one, made with a seccomp filter around a process and all that it starts.

This is how the sealing is tested where namespaces or Landlock are missing, and under the profile that Docker
puts around a container, without Docker. Nothing in the grader knows of it: there is no switch to abuse.

- One warm process in a restricted system, the test itself outside: ``RestrictedWarm("no landlock")``.
- Anything at all: ``PYTHONPATH=tests:. python -m support.restricted docker pytest tests/hostile``.
"""

import errno
import functools
import os
import subprocess
import sys
from unittest import mock

from grader.sandbox import WarmProcess
from grader.sandbox import warm as warming
from grader.worker.seal.calls import MACHINES
from grader.worker.seal.kernel import prctl
from grader.worker.seal.privileges import PR_SET_NO_NEW_PRIVS
from grader.worker.seal.seccomp import ALLOW, REFUSE, Check, install, program, rule

ABSENT = REFUSE - errno.EPERM + errno.ENOSYS
NAMESPACES = 0x7E020000  # CLONE_NEW*: clone(2)
PR_SET_SECCOMP = 22

CALLS = {
    "acct": (163, 89),
    "add_key": (248, 217),
    "bpf": (321, 280),
    "clock_settime": (227, 112),
    "delete_module": (176, 106),
    "fanotify_init": (300, 262),
    "finit_module": (313, 273),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "get_mempolicy": (239, 236),
    "init_module": (175, 105),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425),
    "kcmp": (312, 272),
    "kexec_file_load": (320, 294),
    "kexec_load": (246, 104),
    "keyctl": (250, 219),
    "lookup_dcookie": (212, 18),
    "mbind": (237, 235),
    "migrate_pages": (256, 238),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "move_pages": (279, 239),
    "nfsservctl": (180, 42),
    "open_by_handle_at": (304, 265),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "pivot_root": (155, 41),
    "process_madvise": (440, 440),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "reboot": (169, 142),
    "request_key": (249, 218),
    "set_mempolicy": (238, 237),
    "set_mempolicy_home_node": (450, 450),
    "setdomainname": (171, 162),
    "sethostname": (170, 161),
    "setns": (308, 268),
    "settimeofday": (164, 170),
    "swapoff": (168, 225),
    "swapon": (167, 224),
    "syslog": (103, 116),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
    "vhangup": (153, 58),
}
"""What Docker's default profile refuses a container to which no capability was added."""
LANDLOCK = [(number, number) for number in (444, 445, 446)]
CLONE, CLONE3, SECCOMP, PRCTL = (56, 220), (435, 435), (317, 277), (157, 167)


def _column():
    return MACHINES[os.uname().machine]


def refused(calls, action=REFUSE):
    return [rule(numbers[_column()], action) for numbers in calls]


def _no_namespaces():
    """As on hosted CI runners and in Docker: clone3, whose arguments no filter can read, is absent."""
    clone = rule(CLONE[_column()], ALLOW, [Check(0, NAMESPACES, without_bits=True)])
    return [clone, *refused([CLONE3], ABSENT), *refused([CALLS["unshare"], CALLS["setns"]])]


def _no_seccomp():
    prctl_rule = rule(PRCTL[_column()], REFUSE, [Check(0, PR_SET_SECCOMP)], ALLOW)
    return [prctl_rule, *refused([SECCOMP])]


def _docker():
    return [*_no_namespaces(), *refused(CALLS.values())]


def _no_landlock():
    return refused(LANDLOCK, ABSENT)


SYSTEMS = {
    "no namespaces": _no_namespaces,
    "no landlock": _no_landlock,
    "docker": _docker,
    "neither": lambda: [*_no_namespaces(), *_no_landlock()],
    "no seccomp": _no_seccomp,
    "broken landlock": lambda: refused(LANDLOCK[-1:]),
    "nothing": lambda: [*_no_namespaces(), *_no_landlock(), *_no_seccomp()],
}
"""By name, what each refuses."""
SAFE = ("no namespaces", "docker", "no landlock", "neither")
"""Where a worker must be as safe as ever. Elsewhere attacks get through, and one that signals everybody would
end this machine for root: never grade the hostile submissions there."""


def restrict(system):
    """Make this process, and whatever it starts, live in a system that allows less."""
    code = program(os.uname().machine, SYSTEMS[system](), ALLOW)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    install(code)


class RestrictedWarm(WarmProcess):
    """A warm process that lives in such a system, also when it is replaced; others do not."""

    def __init__(self, system):
        super().__init__()
        self._popen = functools.partial(subprocess.Popen, preexec_fn=functools.partial(restrict, system))

    def _connect(self):
        with mock.patch.object(warming.subprocess, "Popen", self._popen):
            return super()._connect()


if __name__ == "__main__":
    if sys.argv[1] not in SAFE:
        sys.exit(f"{sys.argv[1]} is none of {', '.join(SAFE)}")
    restrict(sys.argv[1])
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - it is what this command is for
