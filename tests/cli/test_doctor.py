"""The command that says how well this system confines submissions."""

import json

import pytest

from grader.cli.doctor import check, option
from grader.cli.grader import grader
from grader.errors import UsageError
from grader.levels import BLOCKS, LEVELS, PROBES
from grader.sandbox import Confinement, WarmProcesses


@pytest.fixture
def run(run_command):
    """Run grader doctor; return its exit status and what it printed."""
    return lambda *arguments: run_command(grader, "doctor", *arguments)[:2]


def found(level):
    """What is found on a system that just reaches a level."""
    return Confinement(
        level, {name: "x" if name in BLOCKS[level] else "" for name in BLOCKS["sealed"]}, ["a wall"]
    )


@pytest.fixture
def weak(monkeypatch):
    monkeypatch.setattr(WarmProcesses, "confinement", lambda self, limits: found("weak"))


def test_this_system_is_sealed_and_every_probe_is_told(run):
    status, out = run()
    assert status == 0
    assert out.splitlines()[-1].startswith("Confinement: sealed")
    assert all(f"blocked  {words}" in out for words in PROBES.values())
    assert "Locked with:" in out
    assert "seccomp" in out.splitlines()[0]


def test_what_got_through_is_told_with_what_to_do(run, weak):
    status, out = run()
    assert status == 1
    assert "NOT BLOCKED  start a process\n" in out
    assert "blocked  read a file  (x)\n" in out
    assert "NOT BLOCKED  read a file, with Landlock alone\n" in out
    assert "grade --allow-weaker LEVEL" in out.splitlines()[-1]


def test_programs_get_json(run, weak):
    told = json.loads(run("--format", "json")[1])
    assert told.keys() == {"level", "layers", "stopped"}
    assert (told["level"], told["layers"]) == ("weak", ["a wall"])
    assert (told["stopped"]["read_file"], told["stopped"]["fork"]) == ("x", "")


def test_it_speaks_korean(run, weak):
    out = run("--lang", "ko")[1]
    assert "Confinement" not in out
    assert "NOT BLOCKED" not in out
    assert not any(words in out for words in PROBES.values())


def test_it_measures_what_a_worker_costs(run, monkeypatch):
    monkeypatch.setattr("grader.sandbox.timings.STARTS", 3)
    assert "ms of CPU" in run("--timings")[1].splitlines()[-1]
    assert json.loads(run("--timings", "--format", "json")[1])["cpu_seconds"].keys() == {"start", "lock"}


@pytest.mark.parametrize("level", LEVELS)
def test_one_submission_is_never_refused(level):
    check(found(level), None, batch=False)


def test_a_sealed_batch_is_not_refused():
    check(found("sealed"), None, batch=True)


@pytest.mark.parametrize("level", LEVELS[1:])
def test_a_batch_that_is_less_than_sealed_is_refused_unless_it_is_accepted(level):
    with pytest.raises(UsageError, match=f"at the level '{level}'.*--allow-weaker {option(level)}"):
        check(found(level), None, batch=True)
    check(found(level), option(level), batch=True)


def test_the_refusal_names_what_a_submission_could_do():
    with pytest.raises(UsageError, match="a submission could start a process, execute a program, start a"):
        check(found("partial"), "sealed-without-landlock", batch=True)
