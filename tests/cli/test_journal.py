"""``grade -o FILE``: a killed run loses nothing, and the same command goes on."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCE = """\
import numpy as np

def zero_pad(X, pad):
    {extra}
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
"""
HOME = Path(__file__).parents[2]
STUDENTS = 6


@pytest.fixture
def students(tmp_path):
    """A class."""
    folder = tmp_path / "class"
    for number in range(STUDENTS):
        hand_in(folder / f"student{number}", f"seed = {number}")
    return folder


def hand_in(folder, extra):
    folder.mkdir(parents=True)
    (folder / "lesson.py").write_text(SOURCE.format(extra=extra))


def command(students, output, *options):
    # Where the tests run in the background of a shell, SIGINT is ignored, and what they start inherits that.
    interruptible = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    call = f"{interruptible}; from grader.cli.grade import main; main()"
    arguments = [str(students), "-e", "zero_pad", "--format", "json", "-o", str(output)]
    return [sys.executable, "-c", call, *arguments, "--allow-weaker", "process-only", *options]


def run(students, output, *options):
    environment = os.environ | {"PYTHONPATH": str(HOME)}
    return subprocess.run(
        command(students, output, *options), capture_output=True, text=True, env=environment, check=False
    )


def stopped(students, output, by):
    """Start a run, and end it by a signal with some grades done; return its status and what it said.

    One more student, the last one, never comes to an end, so the run cannot be done before the signal.
    """
    hand_in(students / "student_that_hangs", "while True: pass")
    journal = journal_of(output)
    process = subprocess.Popen(
        command(students, output, "--call-seconds", "3600"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(HOME)},
    )
    while not (journal.exists() and journal.read_bytes().count(b"cg1\n") >= 2):
        assert process.poll() is None, process.communicate()[1]
        time.sleep(0.01)
    process.send_signal(by)
    _, errors = process.communicate()
    shutil.rmtree(students / "student_that_hangs")
    return process.returncode, errors


def journal_of(output):
    return output.with_name(output.name + ".journal")


def test_a_killed_run_goes_on_and_comes_to_the_same_report(students, tmp_path):
    output, other = tmp_path / "grades.json", tmp_path / "other.json"
    stopped(students, output, signal.SIGKILL)
    journal = journal_of(output)
    assert not output.exists()
    assert journal.exists()
    again = run(students, output, "--call-seconds", "3600")
    assert again.returncode == 0, again.stderr
    assert f"of {STUDENTS} grades are taken from" in again.stdout
    assert not journal.exists()
    assert run(students, other).returncode == 0
    assert output.read_text() == other.read_text()
    assert len(json.loads(output.read_text())["grades"]) == STUDENTS


def test_an_unfinished_run_is_not_mixed_with_another(students, tmp_path):
    output = tmp_path / "grades.json"
    stopped(students, output, signal.SIGKILL)
    journal = journal_of(output)
    before = journal.read_bytes()
    other = run(students, output, "--seed", "1")
    assert other.returncode == 2
    assert "contains grades of an unfinished run with other settings" in other.stderr
    assert journal.read_bytes() == before
    assert not output.exists()


def test_a_run_that_is_interrupted_says_how_to_go_on(students, tmp_path):
    output = tmp_path / "grades.json"
    status, errors = stopped(students, output, signal.SIGINT)
    assert status == 130
    assert "Run the same command again to continue." in errors


def test_a_report_to_a_device_has_no_journal(students):
    done = run(students, Path("/dev/null"))
    assert done.returncode == 0, done.stderr
    assert not Path("/dev/null.journal").exists()
