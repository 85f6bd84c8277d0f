"""Real workers, and what they try. Each promise holds for root and for ordinary users."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from support.students import ANYTHING, entry, student

from grader.errors import BadAnswer, Crashed, Forbidden, Raised, TimedOut
from grader.sandbox import Limits, WarmProcess
from grader.sandbox import warm as warming
from grader.worker import wire

MIB = 2**20


def ask(source, warm, limits, *args):
    """What the student's function f answers, called once."""
    with student(source, warm, limits) as function:
        return function(*args)


def body(*lines):
    return "import os, sys\ndef f(*args):\n" + "".join(f"    {line}\n" for line in lines)


def printed(source, warm, limits):
    with student(source, warm, limits) as function:
        function()
    return function.printed


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


def test_a_busy_loop_is_timed_out_by_its_cpu_time(warm):
    limits = Limits(cpu_seconds=0.2, wall_seconds=60.0)
    with pytest.raises(TimedOut, match=r"One call used more than 0\.2 seconds of CPU time\."):
        ask(body("while True: pass"), warm, limits)


def test_a_sleeping_call_is_timed_out_by_the_wall_clock(warm):
    limits = Limits(cpu_seconds=60.0, wall_seconds=0.2)
    with pytest.raises(TimedOut, match=r"One call took more than 0\.2 seconds\."):
        ask(body("import time", "time.sleep(600)"), warm, limits)


def test_a_hang_while_loading_is_timed_out_too(warm):
    with pytest.raises(TimedOut):
        ask("while True: pass\ndef f(): ...\n", warm, Limits(cpu_seconds=0.2, wall_seconds=60.0))


def test_a_function_that_ends_its_process_has_crashed_with_its_exit_status(warm, limits):
    with pytest.raises(Crashed, match="It ended its own process, with exit status 3"):
        ask(body("os._exit(3)"), warm, limits)


def test_a_function_that_exits_the_program_has_raised(warm, limits):
    with pytest.raises(Raised, match=r"It ended the program \(SystemExit\)"):
        ask(body("sys.exit(3)"), warm, limits)


@pytest.mark.parametrize("name", ["exit", "quit"])
def test_the_words_of_the_interactive_prompt_are_not_at_hand(warm, limits, name):
    with pytest.raises(Raised, match="NameError"):
        ask(body(f"{name}()"), warm, limits)


def test_a_segmentation_fault_is_named(warm, limits):
    with pytest.raises(Crashed, match="Its process was ended by SIGSEGV"):
        ask(body("import ctypes", "ctypes.string_at(0)"), warm, limits)


def test_a_worker_that_kills_itself_was_killed(warm, limits):
    with pytest.raises(Crashed, match="Its process was killed"):
        ask(body("os.kill(os.getpid(), 9)"), warm, limits)


@pytest.mark.parametrize(
    "lines",
    [
        ["import numpy as np", "return np.ones(2**40)"],
        ["return bytearray(2**40)"],
        ["kept = []", f"while True: kept.append(bytearray({16 * MIB}))"],
    ],
    ids=["array", "bytes", "bit by bit"],
)
def test_more_memory_than_allowed_is_refused_in_one_line(warm, lines):
    with pytest.raises(Raised, match="It asked for more memory than it may have"):
        ask(body(*lines), warm, Limits(memory_bytes=1024 * MIB))


def test_unending_recursion_has_raised(warm, limits):
    with pytest.raises(Raised, match="RecursionError"):
        ask("def f():\n    return f()\n", warm, limits)


def test_a_megabyte_of_prints_stays_off_the_terminal(warm, limits, capfd):
    ask(body(f"print('x' * {MIB})", "print('x', file=sys.stderr)", "os.write(1, b'x')"), warm, limits)
    assert capfd.readouterr() == ("", "")


def test_a_megabyte_of_prints_is_kept_only_up_to_the_limit(warm, limits):
    assert printed(body(f"print('x' * {MIB})"), warm, limits) == "x" * limits.output_bytes


def test_standard_output_and_error_are_both_kept(warm, limits):
    source = body("print('one')", "print('two', file=sys.stderr)")
    assert sorted(printed(source, warm, limits).split()) == ["one", "two"]


@pytest.mark.parametrize(
    "line", ["sys.stdout.close()", "sys.stdout = None", "os.close(1)", "os.closerange(0, 3)"]
)
def test_a_function_that_breaks_its_output_still_answers(warm, limits, line):
    assert ask(body(line, "return 5"), warm, limits) == 5


def test_bytes_on_every_descriptor_are_no_reply(warm, limits):
    source = body(
        "for fd in range(64):",
        "    try: os.write(fd, b'garbage' * 10)",
        "    except OSError: pass",
        "return 5",
    )
    with pytest.raises(Crashed, match="Its process wrote to the grader's own pipe"):
        ask(source, warm, limits)


def test_closing_every_descriptor_costs_only_this_worker(warm, limits):
    with pytest.raises(Crashed):
        ask(body("os.closerange(0, 64)"), warm, limits)
    assert ask(body("return 5"), warm, limits) == 5


def test_a_worker_holds_nothing_but_its_pipes_and_streams(warm, limits):
    source = body(
        "kept = []",
        "for fd in range(256):",
        "    try: kept.append(os.fstat(fd).st_mode & 0o170000)",
        "    except OSError: pass",
        "return kept",
    )
    character_device, pipe = 0o020000, 0o010000
    assert ask(source, warm, limits) == [character_device, *[pipe] * 4]


FORKS = body(
    "import time",
    "try: child = os.fork()",
    "except OSError: child = -1",
    "if child == 0: time.sleep(600)",
    "return os.getpgid(0)",
)


def test_a_fork_that_lingers_is_gone_with_its_worker(warm, limits):
    with student(FORKS, warm, limits) as function:
        group = function()
    assert gone(group)


def test_a_fork_that_outlives_its_worker_is_gone_as_well(warm, limits):
    with student(FORKS + "def g(): ...\n", warm, limits) as function:
        group = function()
        os.kill(group, signal.SIGTERM)
        with pytest.raises(Crashed):
            function(1)
    assert gone(group)


def test_a_worker_leads_a_group_of_its_own(warm, limits):
    assert ask(body("return os.getpgid(0) == os.getpid()"), warm, limits) is True


def test_the_environment_is_empty(warm, limits):
    assert ask(body("return dict(os.environ)"), warm, limits) == {}


def test_the_import_path_is_empty(warm, limits):
    assert ask(body("return list(sys.path)"), warm, limits) == []


def test_the_working_directory_is_empty_and_gone_afterwards(warm, limits):
    with student(body("open('trace.txt', 'w').close()", "return os.getcwd()"), warm, limits) as function:
        directory = Path(function())
        assert [path.name for path in directory.iterdir()] == ["trace.txt"]
    assert not directory.exists()


def test_every_worker_starts_in_an_empty_directory(warm, limits):
    source = body("kept = os.listdir()", "open('trace.txt', 'w').close()", "return kept")
    assert [ask(source, warm, limits) for _ in range(2)] == [[], []]


def test_reading_the_keyboard_meets_its_end(warm, limits):
    with pytest.raises(Raised, match="EOFError"):
        ask(body("return input()"), warm, limits)


def test_standard_input_is_empty(warm, limits):
    assert ask(body("return sys.stdin.read() + os.read(0, 10).decode()"), warm, limits) == ""


def test_a_file_beyond_the_limit_cannot_be_written(warm):
    with pytest.raises(Raised, match="OSError"):
        ask(body(f"open('big', 'wb').write(bytes({2 * MIB}))"), warm, Limits(file_bytes=MIB))


def test_an_answer_beyond_the_limit_is_refused_in_one_line(warm):
    with pytest.raises(BadAnswer, match=r"the answer is larger than 1 MiB"):
        ask(body("import numpy as np", "return np.ones(2**18)"), warm, Limits(reply_bytes=MIB))


@pytest.mark.parametrize("answer", ["'x' * 2**24", "b'x' * 2**24", "[0] * 2**20"])
def test_other_answers_without_end_are_refused_too(warm, limits, answer):
    with pytest.raises(BadAnswer, match=r"The answer cannot be taken"):
        ask(body(f"return {answer}"), warm, limits)


def test_an_answer_whose_parts_raise_is_refused_in_one_line(warm, limits):
    source = "class Odd(list):\n    def __iter__(self): raise ValueError\ndef f():\n    return Odd([1])\n"
    with pytest.raises(BadAnswer, match="the answer cannot be read: ValueError"):
        ask(source, warm, limits)


@pytest.mark.parametrize("name", ["scipy", "torch", "cv2", "hypothesis", "grader", "submission2"])
def test_a_module_that_is_not_at_hand_is_forbidden_by_name(warm, limits, name):
    with pytest.raises(Forbidden, match=f"It imports {name}; only NumPy"):
        ask(f"import {name}\ndef f(): ...\n", warm, limits)


@pytest.mark.parametrize(
    "name", ["numpy", "math", "itertools", "typing", "dataclasses", "numpy.lib.stride_tricks"]
)
def test_what_the_course_allows_can_be_imported(warm, limits, name):
    assert ask(f"import {name}\ndef f():\n    return 1\n", warm, limits) == 1


def test_two_workers_share_nothing(warm, limits):
    with student("import math\nmath.pi = 3\ndef f(): return math.pi\n", warm, limits) as function:
        assert function() == 3
        assert ask("import math\ndef f(): return math.pi\n", warm, limits) == pytest.approx(np.pi)


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
    with WarmProcess() as warm:
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
    load = {"op": "load", "slice": [entry("def f(x):\n    return x * 2\n")], "function": ANYTHING.name}
    call = {"op": "call", "args": [21], "kwargs": {}, "omit": []}
    with warm.worker(limits) as worker:
        worker.exchange(wire.encode(load | {"max_body": MIB}))
        answers = [worker.exchange(wire.encode(call))["value"] for _ in range(3)]
    assert answers == [42, 42, 42]
