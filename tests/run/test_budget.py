"""A submission that stays just under the limit of every call ends too."""

from contextlib import suppress

import pytest
from support.toy import RIGHT, TOY

from grader.discover.submission import SourceFile, Submission
from grader.errors import TimedOut
from grader.pipeline import Grader
from grader.run import Budget, Student, read
from grader.sandbox import Limits, channel

QUESTIONS = 1000
NAMES = [exercise.name for exercise in TOY.exercises]
DRIP = RIGHT.replace(
    "return x + x",
    "import time\n    end = time.process_time() + 0.05\n"
    "    while time.process_time() < end: pass\n    return x + x",
)
NAP = RIGHT.replace("return x + x", "import time\n    time.sleep(0.05)\n    return x + x")


@pytest.fixture
def clocks(monkeypatch):
    """A process's CPU clock and the clock on the wall, to be set by hand."""
    hands = {"cpu": 0.0, "wall": 0.0}
    monkeypatch.setattr(channel, "cpu_seconds", lambda pid: hands["cpu"])
    monkeypatch.setattr(channel.time, "monotonic", lambda: hands["wall"])
    return hands


def spend(account, clocks, *, cpu=0.0, wall=0.0):
    meter = channel.Meter(1)
    with account.spending(meter), meter.running():
        clocks["cpu"] += cpu
        clocks["wall"] += wall


@pytest.mark.parametrize("kind", ["cpu", "wall"])
def test_what_calls_took_together_is_limited(clocks, kind):
    account = Budget(10, 10)
    for _ in range(5):
        account.check()
        spend(account, clocks, **{kind: 2.5})
    with pytest.raises(TimedOut, match="more than 10 seconds in all"):
        account.check()


def test_a_share_ends_before_the_whole_and_leaves_the_rest_to_others(clocks):
    whole = Budget(40, 400)
    first, second = whole.share(), whole.share()
    spend(first, clocks, cpu=10.5)
    with pytest.raises(TimedOut, match="this function took more than 10 seconds"):
        first.check()
    second.check()
    spend(second, clocks, cpu=9)
    for _ in range(3):
        spend(whole.share(), clocks, cpu=9)
    with pytest.raises(TimedOut, match="this submission took more than 40 seconds"):
        second.check()


def test_a_process_that_is_gone_is_charged_by_the_clock(clocks):
    account = Budget(10, 1000)
    meter = channel.Meter(1)
    with account.spending(meter), meter.running():
        clocks["cpu"] = -1.0  # nothing is known of its clock any more
        clocks["wall"] += 11
    with pytest.raises(TimedOut):
        account.check()


def test_what_mostly_waits_has_spent_a_tenth_of_the_clocks_seconds(clocks):
    account = Budget(100, 1000)
    spend(account, clocks, cpu=1, wall=4)
    assert account.spent == 1
    spend(account, clocks, wall=46)
    assert account.spent == 5


def test_a_call_that_raises_is_charged_too(clocks):
    account = Budget(10, 1000)
    meter = channel.Meter(1)
    with suppress(ZeroDivisionError), account.spending(meter), meter.running():
        clocks["cpu"] += 11
        raise ZeroDivisionError
    with pytest.raises(TimedOut):
        account.check()


@pytest.mark.parametrize(("call", "most"), [(0.1, 60), (5, 120), (100, 2400)])
def test_a_submission_has_as_much_as_many_calls_but_a_minute_at_least(call, most):
    assert Budget.of(Limits(cpu_seconds=call, wall_seconds=4 * call)).cpu_seconds == pytest.approx(most)
    assert Budget.of(Limits(cpu_seconds=call, wall_seconds=4 * call)).wall_seconds == pytest.approx(4 * most)


def answers(student):
    """Ask until nothing more comes."""
    for number in range(QUESTIONS):
        try:
            yield student(float(number))
        except TimedOut:
            return


@pytest.mark.parametrize(("text", "account"), [(DRIP, Budget(0.2, 100)), (NAP, Budget(100, 0.2))])
def test_a_slow_drip_ends(warm, limits, text, account):
    submission = Submission("drips", (SourceFile("lesson.py", text.encode()),))
    finding = read(submission, NAMES, warm, limits).functions["double"]
    with Student(TOY.exercises[0], finding, warm, limits, budget=account) as student:
        answered = list(answers(student))
    assert 0 < len(answered) < QUESTIONS


def test_a_slow_drip_costs_its_own_exercise_and_no_other(warm, limits, kept, monkeypatch):
    monkeypatch.setattr(Budget, "of", classmethod(lambda cls, limits: cls(2.0, 100)))
    submission = Submission("drips", (SourceFile("lesson.py", DRIP.encode()),))
    grade = Grader(TOY, kept, 0, warm, limits).grade(submission)
    double, total, split = grade.exercises
    assert double.status == "timed_out"
    assert total.status == split.status == "passed"
