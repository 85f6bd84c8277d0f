"""Parts that the parent answers: only those, only by their oracle, and nothing that is asked can hurt it."""

import dataclasses
from contextlib import suppress

import numpy as np
import pytest
from support.students import ANYTHING, finding
from support.toy import DOUBLE

from grader.errors import Crashed, Raised, TimedOut
from grader.run import Student
from grader.run.parts import MAX_NUMBERS, Parts
from grader.worker import wire

ASKS = "def f(*args, **kwargs):\n    return double(*args, **kwargs)\n"
RAW = """\
import sys
def f(question, times=1):
    frame = sys._getframe()
    while "server" not in frame.f_locals:
        frame = frame.f_back
    for _ in range(times):
        value = frame.f_locals["server"].parent._ask(question)
    return value
"""


def student(source, warm, limits, parts=(DOUBLE,)):
    return Student(ANYTHING, finding(source), warm, limits, parts=parts)


def answer(question, parts=(DOUBLE,)):
    frame = Parts(parts, 2**20)(question)
    return wire.decode(frame.tree, frame.body)


@pytest.mark.parametrize(
    "own", ["", "def double(x):\n    return x\n", "double = 3\n", "import nothing\ndouble = nothing.double\n"]
)
def test_the_part_is_the_course_s_whatever_the_student_s_own_is(own, warm, limits):
    with student(own + ASKS, warm, limits) as f:
        assert f(np.array([2.0])).tolist() == [4.0]
        assert f(x=np.array([3.0])).tolist() == [6.0]
        assert f.asked == {"double"}


def test_a_part_may_be_asked_while_the_file_is_loaded(warm, limits):
    with student("four = double(2)\ndef f():\n    return four\n", warm, limits) as f:
        assert f() == 4


def test_what_only_the_wrong_part_needed_may_fail(warm, limits):
    with student("import torch\ndef double(x):\n    return torch.tensor(x) * 2\n" + ASKS, warm, limits) as f:
        assert f(2) == 4


def test_without_parts_the_student_s_own_function_counts(warm, limits):
    with student("def double(x):\n    return 5\n" + ASKS, warm, limits, parts=()) as f:
        assert f(2) == 5


def test_what_the_oracle_refuses_is_raised_in_the_student_s_code(warm, limits):
    body = "try:\n        return double()\n    except ValueError as error:\n        return str(error)"
    with student(f"def f():\n    {body}\n", warm, limits) as f:
        assert f() == "the course's double cannot answer: TypeError: missing a required argument: 'x'"


@pytest.mark.parametrize(
    "question",
    [
        {"ask": "total", "args": [1], "kwargs": {}},
        {"ask": ["double"], "args": [1], "kwargs": {}},
        {"ask": "double"},
        {"ask": "double", "args": {}, "kwargs": []},
        {"ask": "double", "args": [1], "kwargs": {"y": 2}},
        {"ask": "double", "args": [1], "kwargs": {1: 2}},
        {"ask": "double", "args": [wire.Opaque("a function")], "kwargs": {}},
        {"ask": "double", "args": [np.ones(2, complex)], "kwargs": {}},
        {"ask": "double", "args": [float("nan")], "kwargs": {}},
        {"ask": "double", "args": [[1] * 2000], "kwargs": {}},
        {"ask": "double", "args": [np.ones(MAX_NUMBERS + 1, "i1")], "kwargs": {}},
    ],
    ids=str,
)
def test_a_question_that_is_none_gets_an_error(question):
    assert answer(question).keys() == {"error"}


def test_an_answer_that_is_too_large_is_an_error():
    assert "larger than" in answer({"ask": "double", "args": [np.ones(2**18)], "kwargs": {}})["error"]


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), MemoryError(), RecursionError()])
def test_an_oracle_that_fails_is_an_error_for_the_student_only(error):
    def fails(x):
        raise error

    part = dataclasses.replace(DOUBLE, oracle=fails)
    assert type(error).__name__ in answer({"ask": "double", "args": [1], "kwargs": {}}, [part])["error"]


def test_other_names_are_not_answered_even_if_the_worker_is_made_to_ask(warm, limits):
    with student(RAW, warm, limits) as f, pytest.raises(Raised, match="there is no such function here"):
        f({"ask": "f", "args": [], "kwargs": {}})


def test_asking_without_end_ends_the_call(warm, limits):
    few = dataclasses.replace(limits, asks=50)
    with student(RAW, warm, few) as f, pytest.raises(TimedOut, match="more than 50 times"):
        f({"ask": "double", "args": [1], "kwargs": {}}, 10**9)


THREADS = """\
import sys
def f(x):
    threading = sys.modules["threading"]
    for _ in range(4):
        threading.Thread(target=lambda: [double(1) for _ in range(50)], daemon=True).start()
    return double(x)
"""


def test_a_question_from_a_thread_hurts_only_the_one_who_asks(warm, limits):
    brief = dataclasses.replace(limits, wall_seconds=1.0)
    with suppress(Raised, Crashed, TimedOut), student(THREADS, warm, brief) as f:
        assert isinstance(f(2), int)
