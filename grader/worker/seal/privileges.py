"""Linux: what the warm process gives up once, and its forks with it.

- new privileges by set-user-ID programs: ``PR_SET_NO_NEW_PRIVS``,
  Documentation/userspace-api/no_new_privs.rst;
- the network, System V memory and the host's name: namespaces of its own with nothing in them, unshare(2),
  under a user namespace where ordinary users may make one, user_namespaces(7). It has no identity there;
- every capability, capabilities(7): root is an ordinary user from here on;
- core dumps, and being read by other processes of the user: ``PR_SET_DUMPABLE``.

It becomes the subreaper of what its workers leave behind: ``PR_SET_CHILD_SUBREAPER``. Must run while
there is one thread, or the kernel refuses a user namespace.
"""

from __future__ import annotations

import ctypes

from .kernel import libc, prctl

PR_SET_DUMPABLE, PR_CAPBSET_READ, PR_CAPBSET_DROP = 4, 23, 24
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38
CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWNET = 0x04000000, 0x08000000, 0x10000000, 0x40000000
LAST_CAPABILITY = 63  # more than any kernel has; it says so itself
CAPABILITY_VERSION_3 = 0x20080522


def give_up() -> list[str]:
    """Give up all of it, as far as this system lets us; return in words what is given up."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    said = ["no new privileges", *_namespaces()]
    if _capabilities():
        said.append("no capabilities")
    prctl(PR_SET_DUMPABLE, 0)  # last: a change of identity sets it anew
    return said


def _namespaces() -> list[str]:
    empty = CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS
    if libc.unshare(CLONE_NEWUSER | empty) == 0:
        return ["user, network and IPC namespaces"]
    if libc.unshare(empty) == 0:  # root may where ordinary users may not
        return ["network and IPC namespaces"]
    return []


def _capabilities() -> bool:
    """Drop every capability, from the bounding set too, so that no program brings one back."""
    for number in range(LAST_CAPABILITY + 1):
        if libc.prctl(PR_CAPBSET_READ, number, 0, 0, 0) < 0:
            break
        libc.prctl(PR_CAPBSET_DROP, number, 0, 0, 0)  # refused to ordinary users, who have nothing to drop
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    return bool(libc.capset(ctypes.byref(header), ctypes.byref(nothing)) == 0)
