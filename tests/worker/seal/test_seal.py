"""The lock closes in a process and cannot be opened again."""

import json
import os

import pytest

from grader.worker.seal import Seal, landlock, seccomp


def in_a_fork(action):
    """What an action returns, as JSON, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, json.dumps(action()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as answers:  # noqa: PTH123 - a descriptor
        answer = answers.read()
    os.waitpid(child, 0)
    return json.loads(answer)


def refused(action):
    try:
        action()
    except OSError as error:
        return type(error).__name__
    return ""


@pytest.fixture
def seal():
    from grader.worker.seal.kernel import prctl
    from grader.worker.seal.privileges import PR_SET_NO_NEW_PRIVS

    def closed(action, only=None):
        ready = Seal()

        def inside():
            prctl(PR_SET_NO_NEW_PRIVS, 1)
            ready.close(only)
            return action()

        return in_a_fork(inside)

    return closed


@pytest.mark.parametrize("only", [None, ["landlock"], ["seccomp"]])
def test_no_file_can_be_opened_behind_either_wall(seal, only):
    assert seal(lambda: refused(lambda: os.open("/", os.O_RDONLY)), only) == "PermissionError"


def test_without_a_wall_a_file_can_be_opened(seal):
    assert seal(lambda: refused(lambda: os.close(os.open("/", os.O_RDONLY))), []) == ""


def test_the_lock_stays_closed_whatever_is_asked_of_it(seal):
    def again():
        Seal().close()
        return refused(lambda: os.open("/", os.O_RDONLY))

    assert seal(again) == "PermissionError"


def test_what_holds_open_descriptors_still_works(seal):
    assert seal(lambda: os.getpid() > 0 and os.times().user >= 0) is True


def test_a_layer_that_the_system_does_not_have_is_left_out(monkeypatch):
    def absent(*_arguments):
        raise OSError

    monkeypatch.setattr(landlock, "call", absent)
    monkeypatch.setattr(seccomp, "call", absent)
    assert Seal().said == []


def test_a_machine_whose_numbers_are_not_known_gets_no_filter(monkeypatch):
    monkeypatch.setattr(seccomp, "MACHINES", {})
    assert seccomp.ready() is None


@pytest.mark.parametrize(
    ("abi", "files", "network", "scoped"), [(1, 13, 0, 0), (2, 14, 0, 0), (4, 15, 2, 0), (9, 16, 2, 2)]
)
def test_every_right_that_the_kernel_knows_is_taken(monkeypatch, abi, files, network, scoped):
    seen = []

    def record(_number, rules, *_rest):
        seen.append(rules._obj)
        return os.dup(0)

    monkeypatch.setattr(landlock, "call", record)
    os.close(landlock.Landlock(abi)._ruleset)
    assert (seen[0].files, seen[0].network, seen[0].scoped) == tuple(
        2**n - 1 for n in (files, network, scoped)
    )
