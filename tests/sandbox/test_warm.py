"""Real workers, and what they try. Each promise holds for root and for ordinary users."""

import errno
import os
import signal
from pathlib import Path

import numpy as np
import pytest
from support.processes import ask, body, gone, members
from support.students import student

from grader.errors import BadAnswer, Crashed, Forbidden, Raised, TimedOut
from grader.sandbox import Limits

MIB = 2**20


def printed(source, warm, limits):
    with student(source, warm, limits) as function:
        function()
    return function.printed


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
def test_the_words_of_the_interactive_prompt_end_the_program_and_nothing_else(warm, limits, name):
    with pytest.raises(Raised, match="It ended the program"):
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
        ask(body(*lines), warm, Limits(memory_bytes=640 * MIB))


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
        "for fd in range(4096):",
        "    try: kept.append((fd, os.lseek(fd, 0, 1)))",
        "    except OSError as error: kept += [(fd, error.errno)] if error.errno != 9 else []",
        "return kept",
    )
    pipe = errno.ESPIPE
    assert ask(source, warm, limits) == [(0, 0), *((fd, pipe) for fd in (1, 2, 3, 4))]


FORKS = body(
    "import time",
    "try: child = os.fork()",
    "except OSError: child = -1",
    "if child == 0: time.sleep(600)",
    "return os.getpgid(0), child",
)
FORKING = Limits(processes=200)


def test_a_fork_that_lingers_is_gone_with_its_worker(unlocked):
    with student(FORKS, unlocked, FORKING) as function:
        group, child = function()
        assert child > 0
    assert gone(group)


def test_a_fork_that_outlives_its_worker_is_gone_as_well(unlocked):
    with student(FORKS, unlocked, Limits(wall_seconds=1.0, processes=200)) as function:
        group, _ = function()
        os.kill(group, signal.SIGTERM)
        with pytest.raises((Crashed, TimedOut)):  # a fork, where it may be made, holds the pipes open
            function(1)
    assert gone(group)


def test_a_fork_with_a_session_of_its_own_is_gone_as_well(unlocked):
    source = body(
        "import time",
        "child = os.fork()",
        "if child == 0: os.setsid(); grandchild = os.fork(); os.close(3); time.sleep(600)",
        "time.sleep(0.2)",
        "return child",
    )
    with student(source, unlocked, FORKING) as function:
        child = function()
        assert members(child)
    assert gone(child)


def test_where_a_worker_is_locked_it_cannot_fork(warm, limits):
    with pytest.raises(Forbidden, match="It tries to start a process"):
        ask(body("os.fork()"), warm, limits)


def test_a_file_that_is_asked_for_is_named(warm, limits):
    with pytest.raises(Forbidden, match=r"It opens the file weights\.npy\. Functions get only arguments"):
        ask("import numpy as np\ndef f(): return np.load('weights.npy')\n", warm, limits)


def test_a_worker_leads_a_group_of_its_own(warm, limits):
    assert ask(body("return os.getpgid(0) == os.getpid()"), warm, limits) is True


def test_the_environment_is_empty(warm, limits):
    assert ask(body("return dict(os.environ)"), warm, limits) == {}


def test_the_import_path_is_empty(warm, limits):
    assert ask(body("return list(sys.path)"), warm, limits) == []


def test_the_working_directory_is_empty_and_gone_afterwards(unlocked, limits):
    with student(body("open('trace.txt', 'w').close()", "return os.getcwd()"), unlocked, limits) as function:
        directory = Path(function())
        assert [path.name for path in directory.iterdir()] == ["trace.txt"]
    assert not directory.exists()


def test_every_worker_starts_in_an_empty_directory(unlocked, limits):
    source = body("kept = os.listdir()", "open('trace.txt', 'w').close()", "return kept")
    assert [ask(source, unlocked, limits) for _ in range(2)] == [[], []]


def test_reading_the_keyboard_meets_its_end(warm, limits):
    with pytest.raises(Raised, match="EOFError"):
        ask(body("return input()"), warm, limits)


def test_standard_input_is_empty(warm, limits):
    assert ask(body("return sys.stdin.read() + os.read(0, 10).decode()"), warm, limits) == ""


def test_a_file_beyond_the_limit_cannot_be_written(unlocked):
    with pytest.raises(Raised, match="OSError"):
        ask(body(f"open('big', 'wb').write(bytes({2 * MIB}))"), unlocked, Limits(file_bytes=MIB))


def test_an_answer_beyond_the_limit_is_refused_in_one_line(warm):
    with pytest.raises(BadAnswer, match=r"the answer is larger than 1 MiB"):
        ask(body("import numpy as np", "return np.ones(2**18)"), warm, Limits(reply_bytes=MIB))


@pytest.mark.parametrize("answer", ["'x' * 2**24", "b'x' * 2**24", "[0] * 2**20"])
def test_other_answers_without_end_are_refused_too(warm, limits, answer):
    with pytest.raises(BadAnswer, match=r"The answer cannot be used"):
        ask(body(f"return {answer}"), warm, limits)


def test_an_answer_whose_parts_raise_is_refused_in_one_line(warm, limits):
    source = "class Odd(list):\n    def __iter__(self): raise ValueError\ndef f():\n    return Odd([1])\n"
    with pytest.raises(BadAnswer, match="the answer cannot be read: ValueError"):
        ask(source, warm, limits)


@pytest.mark.parametrize("name", ["scipy", "torch", "cv2", "hypothesis", "grader", "submission2"])
def test_a_module_that_is_not_at_hand_is_forbidden_by_name(warm, limits, name):
    with pytest.raises(Forbidden, match=f"It imports {name}. Only NumPy"):
        ask(f"import {name}\ndef f(): return {name}.x\n", warm, limits)


@pytest.mark.parametrize(
    "name", ["numpy", "math", "itertools", "typing", "dataclasses", "numpy.lib.stride_tricks"]
)
def test_what_the_course_allows_can_be_imported(warm, limits, name):
    assert ask(f"import {name}\ndef f():\n    return 1\n", warm, limits) == 1


def test_two_workers_share_nothing(warm, limits):
    with student("import math\nmath.pi = 3\ndef f(): return math.pi\n", warm, limits) as function:
        assert function() == 3
        assert ask("import math\ndef f(): return math.pi\n", warm, limits) == pytest.approx(np.pi)
