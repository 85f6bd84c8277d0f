"""A student's function as the judge calls it: each question once, no worker without end, nothing believed."""

from contextlib import suppress

import numpy as np
import pytest
from support.students import Counting, finding, student
from support.toy import DOUBLE, RIGHT, SPLIT, TOTAL

from grader.errors import (
    CallError,
    Crashed,
    Forbidden,
    Raised,
    TimedOut,
    Unimplemented,
)
from grader.judging.judge import judge
from grader.run import Student
from grader.run.replies import printable
from grader.run.student import RESTARTS, open_parts
from grader.sandbox import Limits
from grader.worker.wire import Opaque

COUNTER = """\
calls = 0
def f(*args, **kwargs):
    global calls
    calls += 1
    return calls
"""


def fault(function, *args, **kwargs):
    with pytest.raises(CallError) as caught:
        function(*args, **kwargs)
    return caught.value


def test_the_answer_of_the_function_is_returned(warm, limits):
    with student("def f(x, y):\n    return x - y\n", warm, limits) as function:
        assert function(np.array([3.0]), y=1).tolist() == [2.0]


def test_equal_calls_are_answered_once(warm, limits):
    with student(COUNTER, warm, limits) as function:
        answers = [function(np.ones(2), pad=1), function(np.ones(2), pad=1)]
    assert answers == [1, 1]


@pytest.mark.parametrize(
    "other",
    [np.zeros(2), np.ones(3), np.ones((2, 1)), np.ones(2, "f4"), np.ones(2, "i8"), [1.0, 1.0], (1.0, 1.0)],
    ids=["numbers", "size", "shape", "float32", "integers", "list", "tuple"],
)
def test_a_call_that_differs_is_a_new_question(warm, limits, other):
    with student(COUNTER, warm, limits) as function:
        assert [function(np.ones(2)), function(other)] == [1, 2]


def test_a_function_keeps_its_worker_between_calls(warm, limits):
    counting = Counting(warm)
    with student(COUNTER, counting, limits) as function:
        assert [function(n) for n in range(5)] == [1, 2, 3, 4, 5]
    assert counting.count == 1


def test_no_worker_is_started_before_the_first_call(warm, limits):
    counting = Counting(warm)
    with student(COUNTER, counting, limits):
        pass
    assert counting.count == 0


def test_another_student_starts_from_nothing(warm, limits):
    answers = []
    for _ in range(2):
        with student(COUNTER, warm, limits) as function:
            answers.append(function())
    assert answers == [1, 1]


def test_arguments_that_the_student_changes_stay_as_they_were(warm, limits):
    x, parameters = np.ones(3), {"W": [np.ones(2)]}
    source = "def f(x, p):\n    x += 1\n    p['W'][0] += 1\n    p.clear()\n    return x\n"
    with student(source, warm, limits) as function:
        assert function(x, parameters).tolist() == [2.0, 2.0, 2.0]
    assert x.tolist() == [1.0, 1.0, 1.0]
    assert parameters["W"][0].tolist() == [1.0, 1.0]


def test_arguments_may_be_written_to_although_a_case_may_not(warm, limits):
    x = np.ones(2)
    x.setflags(write=False)
    with student("def f(x):\n    x *= 3\n    return x\n", warm, limits) as function:
        assert function(x).tolist() == [3.0, 3.0]


def test_a_generator_continues_where_it_stood(warm, limits):
    rng, twin = np.random.default_rng(1), np.random.default_rng(1)
    with student("def f(rng):\n    return rng.random()\n", warm, limits) as function:
        assert function(rng) == twin.random()


def test_random_numbers_without_a_seed_are_the_same_each_time(warm, limits):
    source = "import numpy as np, random\ndef f():\n    return np.random.rand() + random.random()\n"
    answers = set()
    for _ in range(2):
        with student(source, warm, limits) as function:
            answers.add(function())
    assert len(answers) == 1


@pytest.mark.parametrize("answer", ["x, x * 2", "[x, x * 2]"])
def test_parts_that_the_course_leaves_open_do_not_cross(answer, warm, limits):
    function = Student(SPLIT, finding(f"def split(x, at):\n    return {answer}\n"), warm, limits)
    with function:
        assert function(np.ones(1), 0)[1] == Opaque("left out")


@pytest.mark.parametrize(("exercise", "parts"), [(SPLIT, [1]), (DOUBLE, []), (TOTAL, [])])
def test_only_open_parts_of_a_tuple_are_left_out(exercise, parts):
    assert open_parts(exercise.form) == parts


def test_an_exception_names_its_type_text_and_line(warm, limits):
    with student("def f(x):\n    return x['a']\n", warm, limits) as function:
        assert str(fault(function, {})) == "KeyError: 'a' (lesson.py, line 2: return x['a'])"


def test_an_exception_is_remembered_like_an_answer(warm, limits):
    source = "n = 0\ndef f(x):\n    global n\n    n += 1\n    raise ValueError(n)\n"
    with student(source, warm, limits) as function:
        assert [fault(function, 1).message, fault(function, 1).message] == ["ValueError: 1"] * 2


def test_a_remembered_exception_is_raised_afresh(warm, limits):
    with student("def f():\n    raise ValueError\n", warm, limits) as function:
        assert fault(function) is not fault(function)


def test_a_stub_is_not_written_yet(warm, limits):
    with student("def f():\n    raise NotImplementedError('todo')\n", warm, limits) as function:
        found = fault(function)
    assert (type(found), found.message) == (Unimplemented, "Not written yet.")


def test_an_argument_too_many_is_an_error_of_the_function(warm, limits):
    with student("def f():\n    return 1\n", warm, limits) as function:
        assert "takes 0 positional arguments but 1 was given" in fault(function, 1).message


def test_text_of_an_exception_cannot_steer_a_terminal(warm, limits):
    with student("def f():\n    raise ValueError('\\x1b[2J\\x07one\\ntwo')\n", warm, limits) as function:
        assert fault(function).message == "ValueError: �[2J�one two"


def test_a_hostile_exception_is_still_one_line(warm, limits):
    source = "class Odd(Exception):\n    def __str__(self): raise SystemExit\ndef f():\n    raise Odd\n"
    with student(source, warm, limits) as function:
        assert fault(function).message == "Odd"


LOADS = [
    ("1 / 0\ndef f(): ...\n", Raised, "ZeroDivisionError: division by zero"),
    ("import scipy\n@scipy.fast\ndef f(): ...\n", Forbidden, "It imports scipy. Only NumPy"),
    ("raise NotImplementedError\ndef f(): ...\n", Unimplemented, "Not written yet."),
    ("f = 3\n", Raised, "TypeError: f is of type int, not a function"),
    ("def g(): ...\n", Raised, "KeyError: 'f'"),
    ("raise SystemExit\ndef f(): ...\n", Raised, "It ended the program (SystemExit)."),
]


@pytest.mark.parametrize(("source", "kind", "message"), LOADS)
def test_an_error_on_load_is_the_same_for_every_call(warm, limits, source, kind, message):
    with student(source, warm, limits) as function:
        found = [fault(function, n) for n in range(3)]
    assert {type(each) for each in found} == {kind}
    assert {each.message for each in found} == {found[0].message}
    assert found[0].message.startswith(message)


def test_what_cannot_be_loaded_is_loaded_once(warm, limits):
    counting = Counting(warm)
    with student("1 / 0\n", counting, limits) as function:
        for n in range(5):
            fault(function, n)
    assert counting.count == 1


@pytest.mark.parametrize(
    ("line", "kind"),
    [("while True: pass", TimedOut), ("import os; os._exit(3)", Crashed)],
    ids=["hang", "exit"],
)
def test_workers_that_hang_or_die_are_replaced_only_so_often(warm, line, kind):
    counting = Counting(warm)
    limits = Limits(cpu_seconds=0.1, wall_seconds=60.0)
    with student(f"def f(n):\n    {line}\n", counting, limits) as function:
        assert {type(fault(function, n)) for n in range(6)} == {kind}
    assert counting.count == RESTARTS + 1


def test_a_worker_that_is_killed_again_and_again_is_not_replaced_without_end(warm, limits):
    counting = Counting(warm)
    with student("import os\ndef f(n):\n    os.kill(os.getpid(), 9)\n", counting, limits) as function:
        assert {type(fault(function, n)) for n in range(6)} == {Crashed}
    assert counting.count == 2 * (RESTARTS + 1)


def test_a_worker_that_uses_up_all_its_seconds_is_ended_by_name_and_counted(warm):
    limits = Limits(cpu_seconds=60.0, wall_seconds=120.0, total_cpu_seconds=1)
    with student("def f(n):\n    while True: pass\n", warm, limits) as function:
        faults = [fault(function, n) for n in (1, 2, 3)]
    assert {(type(each), each.message) for each in faults} == {(Crashed, "Its process was ended by SIGXCPU.")}


def test_after_a_crash_the_next_call_is_answered(warm, limits):
    source = "import os\ndef f(x):\n    return x if x else os._exit(1)\n"
    with student(source, warm, limits) as function:
        fault(function, 0)
        assert function(7) == 7


def test_after_a_timeout_the_next_call_is_answered(warm):
    source = "def f(x):\n    while not x: pass\n    return x\n"
    with student(source, warm, Limits(cpu_seconds=0.1, wall_seconds=60.0)) as function:
        fault(function, 0)
        assert function(7) == 7


def test_what_was_printed_is_at_hand_afterwards(warm, limits):
    with student("def f():\n    print('here', '\\udc80')\n", warm, limits) as function:
        function()
    assert function.printed == "here ?\n"


def test_a_right_submission_keeps_every_promise_across_the_pipe(warm, limits, kept):
    for exercise in (DOUBLE, TOTAL, SPLIT):
        with Student(exercise, finding(RIGHT), warm, limits) as function:
            assert {verdict.status for verdict in judge(exercise, function, kept, 0)} == {"passed"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a b c"),
        ("\x00\x1b[31m", "��[31m"),
        ("é한", "é한"),
        ("x" * 900, "x" * 800),
        (None, ""),
        (5, ""),
    ],
)
def test_what_a_student_says_is_shown_without_control_characters(text, shown):
    assert printable(text) == shown


def test_a_call_of_its_own_is_not_answered_from_memory(warm, limits):
    source = "n = 0\ndef f():\n    global n\n    n += 1\n    return n\n"
    with student(source, warm, limits) as function:
        assert [function(), function(), function.again(), function()] == [1, 1, 2, 1]


def test_arguments_come_back_as_the_call_left_them(warm, limits):
    source = "def f(x, settings, n):\n    x += 1\n    settings['a'].append(x[0])\n    n += 1\n    return n\n"
    x, settings = np.zeros(2), {"a": []}
    with student(source, warm, limits) as function:
        answer, (after, more, n) = function.after(x, settings, 5)
    assert (answer, after.tolist(), more, n) == (6, [1.0, 1.0], {"a": [1.0]}, 5)
    assert (x.tolist(), settings) == ([0.0, 0.0], {"a": []})


def test_of_a_used_generator_nothing_comes_back(warm, limits):
    with student("def f(rng):\n    return rng.random()\n", warm, limits) as function:
        answer, afterwards = function.after(np.random.default_rng(1))
    assert answer == np.random.default_rng(1).random()
    assert afterwards == [Opaque("a random generator")]


def test_open_parts_stay_where_they_are_when_arguments_come_back(warm, limits):
    function = Student(SPLIT, finding("def split(x, at):\n    return x, x * 2\n"), warm, limits)
    with function:
        answer, _ = function.after(np.ones(1), 0)
    assert answer[1] == Opaque("left out")


def test_memory_order_crosses_the_pipe(warm, limits):
    source = "def f(x):\n    return [x.flags.c_contiguous, x.flags.f_contiguous]\n"
    with student(source, warm, limits) as function:
        assert function(np.ones((2, 3))) == [True, False]
        assert function(np.asfortranarray(np.ones((2, 3)))) == [False, True]


def test_the_first_lines_of_what_it_printed_are_kept_whichever_worker_printed_them(warm, limits):
    call = "print('call', n, '\\x1b[31m', flush=True)"
    source = f"import os\ndef f(n):\n    {call}\n    return n if n else os._exit(1)\n"
    with student(source, warm, limits) as function:
        for n in (1, 0, 2):
            with suppress(CallError):
                function(n)
    assert function.said == ("call 1 �[31m", "call 0 �[31m", "call 2 �[31m")


def test_of_many_lines_the_first_ones_are_kept(warm, limits):
    with student("def f():\n    print('x' * 300)\n    print('y\\n' * 99)\n", warm, limits) as function:
        function()
    assert function.said == ("x" * 200, *["y"] * 9, "...")
