"""The filter, run by an interpreter of BPF: for both machines, whichever this one is."""

import os

import pytest

from grader.worker.seal import calls
from grader.worker.seal.seccomp import (
    ALLOW,
    ANY_BIT,
    ARCHITECTURE,
    AT_LEAST,
    EQUAL,
    KILL,
    LOAD,
    OWN_PID,
    REFUSE,
    RETURN,
    X32,
    Check,
    Seccomp,
    program,
    rule,
)

PID = 4711
MOST = 600  # system calls; Linux has fewer than 500
ALL = 2**64 - 1


def decide(code, architecture, number, *arguments):
    """What a filter says of one call: see seccomp(2) for the words of struct seccomp_data."""
    words = {0: number, 4: architecture}
    for n in range(6):
        value = arguments[n] if n < len(arguments) else 0
        words |= {16 + 8 * n: value & 0xFFFFFFFF, 20 + 8 * n: value >> 32}
    held, at = 0, 0
    while True:
        kind, yes, no, value = code[at]
        at += 1
        if kind == RETURN:
            return value
        if kind == LOAD:
            held = words[value]
            continue
        holds = {EQUAL: held == value, AT_LEAST: held >= value, ANY_BIT: bool(held & value)}[kind]
        at += yes if holds else no


@pytest.fixture(params=calls.MACHINES, scope="module")
def machine(request):
    return request.param


@pytest.fixture
def says(machine):
    """What the filter of a worker with the number PID says of a call by name or number."""
    code = [(c.code, c.yes, c.no, PID if c.value == OWN_PID else c.value) for c in Seccomp(machine)._code]
    known = calls.ALLOWED | calls.CONDITIONAL

    def call(name, *arguments, architecture=ARCHITECTURE[machine]):
        number = known[name][calls.MACHINES[machine]] if isinstance(name, str) else name
        return decide(code, architecture, number, *arguments)

    return call


def test_what_is_in_the_table_is_allowed_and_nothing_else(says, machine):
    numbers = {pair[calls.MACHINES[machine]] for pair in calls.ALLOWED.values()}
    conditional = {pair[calls.MACHINES[machine]] for pair in calls.CONDITIONAL.values()}
    for number in set(range(MOST)) - conditional:
        assert says(number, ALL, ALL, ALL, ALL) == (ALLOW if number in numbers else REFUSE), number


@pytest.mark.parametrize("name", ["mmap", "mprotect"])
@pytest.mark.parametrize(
    ("protection", "allowed"), [(0, True), (3, True), (4, False), (5, False), (7, False)]
)
def test_memory_cannot_be_executed(says, name, protection, allowed):
    assert says(name, 0, 4096, protection) == (ALLOW if allowed else REFUSE)


@pytest.mark.parametrize("name", ["kill", "tkill", "tgkill"])
@pytest.mark.parametrize("pid", [0, 1, PID - 1, PID + 1, -1 & ALL, -PID & ALL, -PID & 0xFFFFFFFF])
def test_it_can_signal_nobody_else(says, name, pid):
    assert says(name, pid, pid) == REFUSE
    assert says(name, PID, PID) == ALLOW


def test_limits_can_be_read_and_not_set(says):
    assert says("prlimit64", 0, 7, 0, 4096) == ALLOW
    for new in (1, 2**32, ALL):
        assert says("prlimit64", 0, 7, new, 0) == REFUSE
    assert says("prlimit64", 1, 7, 0, 4096) == REFUSE


@pytest.mark.parametrize("architecture", [0x40000003, 0x40000028, 0, 0xFFFFFFFF])  # i386, arm, none
def test_a_call_of_another_architecture_ends_the_process(says, architecture):
    assert says("read", architecture=architecture) == KILL


def test_the_other_numbers_of_x86_64_end_the_process():
    code = program("x86_64", [rule(0, ALLOW)], REFUSE)
    assert decide(code, ARCHITECTURE["x86_64"], X32) == KILL
    assert decide(code, ARCHITECTURE["x86_64"], X32 + 1) == KILL


def test_all_tests_of_a_rule_must_hold():
    tests = [Check(0, 1), Check(1, 6, without_bits=True), Check(2, 3, high=True)]
    code = program("aarch64", [rule(9, 1, tests, 2)], 3)

    def decided(*arguments):
        return decide(code, ARCHITECTURE["aarch64"], 9, *arguments)

    assert decided(1, 9, 3 << 32) == 1
    assert [decided(2, 9, 3 << 32), decided(1, 2, 3 << 32), decided(1, 9, 3)] == [2, 2, 2]
    assert decide(code, ARCHITECTURE["aarch64"], 8) == 3


def test_no_jump_is_longer_than_bpf_can_say(machine):
    assert all(c.yes < 256 and c.no < 256 for c in Seccomp(machine)._code)
    assert len(Seccomp(machine)._code) < 4096


def test_no_number_stands_twice(machine):
    column = calls.MACHINES[machine]
    numbers = [
        pair[column] for pair in (calls.ALLOWED | calls.CONDITIONAL).values() if pair[column] is not None
    ]
    assert len(set(numbers)) == len(numbers)


def test_this_machine_is_known():
    assert os.uname().machine in calls.MACHINES
