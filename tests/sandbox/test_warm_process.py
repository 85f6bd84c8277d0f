"""The process that lends workers: it is replaced when it is lost, and leaves nothing behind."""

import os
import signal

import pytest
from support.processes import ask, body, descriptors, gone
from support.restricted import RestrictedWarm
from support.students import ANYTHING, entry, student

from grader.errors import Crashed, TimedOut
from grader.sandbox import Limits, WarmProcess
from grader.sandbox import warm as warming
from grader.worker import wire
from grader.worker.reading.phrases import sent

MIB = 2**20


def test_the_next_worker_starts_after_the_warm_process_was_killed(limits):
    with WarmProcess() as warm:
        assert ask(body("return 1"), warm, limits) == 1
        os.kill(warm._process.pid, signal.SIGKILL)
        assert ask(body("return 2"), warm, limits) == 2


def test_a_worker_lost_with_the_warm_process_is_replaced(limits):
    with WarmProcess() as warm, student(body("return 5"), warm, limits) as function:
        function()
        os.kill(warm._process.pid, signal.SIGKILL)
        assert function("again") == 5


def test_a_student_who_kills_the_warm_process_costs_only_itself(limits):
    with RestrictedWarm("nothing") as warm:
        with pytest.raises(Crashed):
            ask(body("os.kill(os.getppid(), 9)", "import time", "time.sleep(600)"), warm, limits)
        assert ask(body("return 5"), warm, limits) == 5


def test_a_warm_process_that_was_stopped_is_replaced(limits, monkeypatch):
    monkeypatch.setattr(warming, "ANSWER_SECONDS", 2.0)
    monkeypatch.setattr(warming, "FAREWELL_SECONDS", 0.1)
    with WarmProcess() as warm:
        assert ask(body("return 1"), warm, limits) == 1
        os.kill(warm._process.pid, signal.SIGSTOP)
        assert ask(body("return 2"), warm, limits) == 2


def test_closing_the_warm_process_ends_its_workers(limits):
    warm = WarmProcess()
    with warm.worker(limits) as worker:
        group = worker.channel.pid
        warm.close()
        assert gone(group)
    warm.close()


def test_fifty_workers_leave_no_descriptor_behind(warm, limits):
    ask(body("return 1"), warm, limits)
    before = descriptors()
    for _ in range(50):
        with warm.worker(limits):
            pass
    assert descriptors() == before


def test_workers_that_crash_and_hang_leave_no_descriptor_behind(warm):
    before = descriptors()
    for line in ("os._exit(1)", "while True: pass", "os.closerange(0, 64)"):
        with pytest.raises((Crashed, TimedOut)):
            ask(body(line), warm, Limits(cpu_seconds=0.1, wall_seconds=60.0))
    assert descriptors() == before


def test_a_worker_that_is_closed_twice_is_closed(warm, limits):
    with warm.worker(limits) as worker:
        worker.close()
        assert worker.close() is None


def test_a_request_that_is_garbled_ends_the_worker(warm, limits):
    with warm.worker(limits) as worker, pytest.raises(Crashed):
        worker.exchange(wire.Parts(b"[]", b""))


def test_a_worker_answers_one_request_after_another(warm, limits):
    load = {"op": "load", "slice": sent([entry("def f(x):\n    return x * 2\n")]), "function": ANYTHING.name}
    call = {"op": "call", "args": [21], "kwargs": {}, "omit": []}
    with warm.worker(limits) as worker:
        worker.exchange(wire.encode(load | {"max_body": MIB}))
        answers = [worker.exchange(wire.encode(call))["value"] for _ in range(3)]
    assert answers == [42, 42, 42]
