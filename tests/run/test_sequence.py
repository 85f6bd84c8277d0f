"""A sequence of calls: four in a row, in a worker that has answered no others."""

import numpy as np
import pytest
from support.students import ANYTHING, Counting, Scripted, finding, student
from support.toy import SPLIT

from grader.errors import BadAnswer, CallError, Crashed, Raised, TimedOut
from grader.run import Student
from grader.sandbox import Limits
from grader.worker.wire import Opaque


def fault(function, number=1.0):
    with pytest.raises(CallError) as caught:
        function.sequence(arrays(number), arrays(5.0))
    return caught.value


HISTORY = "seen = []\ndef f(x):\n    seen.append(float(x.sum()))\n    return [list(seen), x]\n"


def arrays(*numbers):
    return [np.full(2, number) for number in numbers]


def test_four_calls_are_made_in_a_row(warm, limits):
    with student(HISTORY, warm, limits) as function:
        (early, later, second, third, fourth), changed = function.sequence(arrays(1.0), arrays(5.0))
    history = [2.0, 10.0, 2.0, 10.0]
    assert [seen for seen, _ in (early, second, third, fourth)] == [history[:n] for n in range(1, 5)]
    answers = (early, later, second, third, fourth)
    assert [x.tolist() for _, x in answers] == [[1, 1], [1, 1], [5, 5], [1, 1], [5, 5]]
    assert changed == []


def test_it_is_a_worker_of_its_own_that_answers(warm, limits):
    counting = Counting(warm)
    with student(HISTORY, counting, limits) as function:
        function(np.zeros(2))
        assert function.sequence(arrays(1.0), arrays(5.0))[0][0][0] == [2.0]
        assert function(np.ones(2))[0] == [0.0, 2.0]
        assert function.sequence(arrays(1.0), arrays(6.0))[0][0][0] == [2.0, 10.0, 2.0, 10.0, 2.0]
    assert counting.count == 2


def test_equal_sequences_are_answered_once(warm, limits):
    with student(HISTORY, warm, limits) as function:
        one, two = (function.sequence(arrays(1.0), arrays(5.0))[0][3][0] for _ in range(2))
    assert one == two == [2.0, 10.0, 2.0]


def test_an_answer_that_a_later_call_changes_comes_twice(warm, limits):
    source = "import numpy as np\nbuffer = np.zeros(1)\ndef f(x):\n    buffer[0] = x[0]\n    return buffer\n"
    with student(source, warm, limits) as function:
        answers, _ = function.sequence(arrays(1.0), arrays(5.0))
    assert [float(answer[0]) for answer in answers] == [1.0, 5.0, 5.0, 1.0, 5.0]


def test_the_third_call_gets_the_objects_of_the_second_and_the_fourth_those_of_the_first(warm, limits):
    source = (
        "import numpy as np\nheld = []\n"
        "def f(x, tree, pair, n, rng):\n"
        "    arrays = [x, tree['a'], tree['b'][0], pair[1]]\n"
        "    held.append(arrays + [tree, tree['b']])\n"
        "    same = [[one is two for one, two in zip(each, held[-1])] for each in held[:-1]]\n"
        "    return same, [a.tolist() for a in arrays], tree['c'], n, rng.random()\n"
    )

    def args(number):
        x, a, b, c = (np.full(1, number) for _ in range(4))
        rng = np.random.default_rng(3)
        return [x, {"a": a, "b": [b, 2], "c": number}, ("word", c), number + 1, rng]

    with student(source, warm, limits) as function:
        (first, _, second, third, fourth), _ = function.sequence(args(1), args(5))
    assert second[0] == [[False] * 6]
    assert third[0] == [[False] * 6, [True] * 6]
    assert fourth[0] == [[True] * 6, [False] * 6, [False] * 6]
    assert third[1:] == first[1:] == ([[1]] * 4, 1, 2, np.random.default_rng(3).random())
    assert fourth[1:] == second[1:] == ([[5]] * 4, 5, 6, np.random.default_rng(3).random())


@pytest.mark.parametrize(
    "line",
    [
        "tree.clear()",
        "tree['more'] = 1",
        "tree['x'] = None",
        "tree['x'].shape = (2, 1)",
        "tree['x'].setflags(write=False)",
        "tree['l'].append(1)",
        "tree['t'] = ()",
    ],
)
def test_what_a_call_does_to_its_arguments_does_not_reach_the_next(line, warm, limits):
    answer = "[tree['x'].tolist(), list(tree['l']), tree['t']]"
    source = f"def f(tree):\n    answer = {answer}\n    {line}\n    return answer\n"

    def args(number):
        return [{"x": np.full(2, number), "l": [number], "t": (number,)}]

    with student(source, warm, limits) as function:
        (first, *_, second, third, fourth), _ = function.sequence(args(1.0), args(2.0))
    assert second == fourth == [[2.0, 2.0], [2.0], (2.0,)]
    assert first == third == [[1.0, 1.0], [1.0], (1.0,)]


@pytest.mark.parametrize(
    "kept",
    ["[x.copy()]", "x.copy()", "{'x': x.copy()}", "(x.copy(), [1, [2]])"],
)
def test_what_the_caller_does_to_an_answer_reaches_a_function_that_keeps_it(kept, warm, limits):
    source = f"memory = {{}}\ndef f(x):\n    return memory.setdefault(float(x[0]), {kept})\n"
    with student(source, warm, limits) as function:
        (*_, second, _, fourth), _ = function.sequence(arrays(1.0), arrays(5.0))
    assert repr(second) != repr(fourth)


def test_open_parts_stay_where_they_are(warm, limits):
    with Student(SPLIT, finding("def split(x, at):\n    return x, at\n"), warm, limits) as function:
        answers, _ = function.sequence([np.ones(1), 0], [np.zeros(1), 0])
    assert {answer[1] for answer in answers} == {Opaque("left out")}


SETTINGS = "import numpy as np\nsettings = {}\nbuffer = np.zeros(2)\n"


@pytest.mark.parametrize(
    ("part", "changed"),
    [
        ("settings.update(at=at) or settings", [1]),
        ("(x, settings.update(at=at) or settings)", [1]),
        ("np.copyto(buffer, at) or buffer", [1]),
        ("(x, {'at': at})", []),
        ("x", []),
        ("np.full(2, at)", []),
    ],
)
def test_open_parts_that_the_second_call_changes_are_named(part, changed, warm, limits):
    finds = finding(f"{SETTINGS}def split(x, at):\n    return x, {part}\n")
    with Student(SPLIT, finds, warm, limits) as function:
        assert function.sequence([np.ones(1), 0], [np.zeros(1), 1])[1] == changed


def test_a_call_of_a_sequence_may_take_as_long_as_any(warm):
    clock = "time.process_time()"
    source = f"import time\ndef f(x):\n    end = {clock} + 0.3\n    while {clock} < end: pass\n"
    with student(source, warm, Limits(cpu_seconds=0.5, wall_seconds=60.0)) as function:
        assert function.sequence(arrays(1.0), arrays(5.0)) == ((None,) * 5, [])


def test_answers_of_a_sequence_may_be_as_large_as_any(warm, limits):
    numbers = limits.reply_bytes // 8
    source = f"import numpy as np\ndef f(x):\n    return np.full({numbers}, x[0]), ['word'] * 3000\n"
    with student(source, warm, limits) as function:
        answers, _ = function.sequence(arrays(1.0), arrays(5.0))
    assert [array[-1] for array, _ in answers] == [1.0, 1.0, 5.0, 1.0, 5.0]


def test_answers_that_are_larger_are_refused_in_words(warm, limits):
    source = f"import numpy as np\ndef f(x):\n    return np.zeros({limits.reply_bytes})\n"
    with student(source, warm, limits) as function:
        assert type(fault(function)) is BadAnswer
        assert "the answer is larger than" in fault(function).message


FAILS = "seen = []\ndef f(x):\n    seen.append(x)\n    if len(seen) == 2:\n        {}\n    return len(seen)\n"


def test_what_a_call_raises_is_the_answer_of_the_sequence(warm, limits):
    with student(FAILS.format("raise ValueError('twice')"), warm, limits) as function:
        assert (type(fault(function)), fault(function).message) == (Raised, "ValueError: twice")
        assert function(np.ones(2)) == 1


@pytest.mark.parametrize(
    ("line", "kind"), [("while True: pass", TimedOut), ("import os; os._exit(3)", Crashed)]
)
def test_a_sequence_that_hangs_or_dies_costs_its_own_worker(line, kind, warm):
    counting, limits = Counting(warm), Limits(cpu_seconds=0.1, wall_seconds=60.0)
    with student(FAILS.format(line), counting, limits) as function:
        assert function(np.ones(2)) == 1
        assert type(fault(function, 2.0)) is kind
        assert type(fault(function, 3.0)) is kind  # in another worker, which is the last
        with pytest.raises(kind):
            function(np.zeros(2))
    assert counting.count == 3


@pytest.mark.parametrize(
    "value", [None, 1, (1, 2, 3, 4, []), [1, 2, 3, 4, 5, []], (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, [6])]
)
def test_what_is_not_five_answers_is_a_crash(value):
    scripted = Scripted(lambda request: {"value": value if request["op"] == "sequence" else None})
    with Student(ANYTHING, finding("def f(n): ...\n"), scripted, Limits()) as function:
        assert "wrote to the grader's own pipe" in fault(function).message


def test_what_both_workers_printed_is_kept(warm, limits):
    with student("def f(x):\n    print(x[0])\n", warm, limits) as function:
        function.sequence(arrays(1.0), arrays(2.0))
        function(np.full(1, 3.0))
    assert function.said == ("3.0", "1.0", "2.0", "1.0", "2.0")
