"""What a worker says of marked functions: which branches its calls enter, and their constants."""

import numpy as np
import pytest
from support.students import entry

from grader.worker import wire
from grader.worker.reading.phrases import phrase, sent

SOURCE = """
import numpy as np
def f(x):
    if x > 9:
        raise ValueError
    if x == 7:
        return np.float32(1 / (x - 7))
    while x < 0:
        x += 1
    return x
"""
NOTHING = {"constants": [], "branches": [], "entered": []}


@pytest.fixture
def loaded(warm, limits):
    """Load a function in a worker of its own, and return what sends it requests."""
    with warm.worker(limits) as worker:

        def start(source=SOURCE, **options):
            load = {"slice": sent([entry(source)]), "function": "f", "max_body": 2**20}
            assert send("load", **load, **options) == {"value": None}
            return send

        def send(op, *args, **options):
            call = {"args": list(args), "kwargs": {}, "omit": []} if op == "call" else {}
            return worker.exchange(wire.encode({"op": op, **call, **options}))

        yield start


def test_a_worker_counts_the_calls_that_enter_each_branch(loaded):
    send = loaded(marks=True)
    for x in (-2, -1, 3, 7, 10):
        send("call", x)
    told = send("marks")["value"]
    assert told["constants"] == [9, 7, "float32"]
    assert told["branches"] == [[7, 7, "lesson.py"], [6, 0, "lesson.py"], [9, 9, "lesson.py"]]
    assert told["entered"] == [[0, 1], [1, 3], [2, 2]]


def test_a_reply_says_what_the_call_entered(loaded):
    send = loaded(marks=True)
    assert [send("call", x).get("entered") for x in (-2, 3, 7)] == [[1, 2], [1], None]  # 7 is an error


def test_answers_and_errors_are_those_of_the_plain_function(loaded):
    calls = (-2, 3, 7, 10, "a")
    plain = [loaded()("call", x) for x in calls]
    marked = [loaded(marks=True)("call", x) for x in calls]
    assert [{key: reply[key] for key in reply if key != "entered"} for reply in marked] == plain
    assert [reply.get("error", {}).get("type") for reply in marked][2:] == [
        "ZeroDivisionError",
        "ValueError",
        "TypeError",
    ]


def test_arguments_are_echoed_and_parts_left_out_as_ever(loaded):
    send = loaded("def f(x):\n    x[0] = x[0] or 5\n    return x, 'left out'\n", marks=True)
    reply = send("call", np.zeros(2), omit=[1], echo=True)
    answer, afterwards = reply["value"]
    assert answer[0].tolist() == afterwards[0].tolist() == [5, 0]
    assert reply["entered"] == [0]


def test_a_call_that_ends_the_program_is_counted(loaded):
    send = loaded("def f(x):\n    if x: raise SystemExit(3)\n    return [x or exit(4)]\n", marks=True)
    assert send("call", 0)["error"]["type"] == "SystemExit"
    assert send("marks")["value"]["entered"] == [[0, 1]]


def test_a_worker_that_is_not_asked_to_marks_nothing(loaded):
    send = loaded()
    assert send("call", 3) == {"value": 3}
    assert send("marks") == {"value": NOTHING}


def test_old_idioms_are_revived_in_marked_functions(loaded):
    source = "import numpy as np\ndef f(x):\n    return np.asscalar(x) if x.ndim else np.float(x)\n"
    send = loaded(source, marks=True, modernise=True)
    assert send("call", np.full((1, 1), 2.5)) == {"value": 2.5, "entered": [0]}
    assert [idiom[1] for idiom in send("modernised")["value"]] == ["np.asscalar"]
    assert send("marks")["value"]["constants"] == ["float64"]


def test_a_function_that_cannot_be_loaded_has_told_what_it_has(warm, limits):
    load = {"op": "load", "slice": sent([entry("def f(x):\n    return x or 5\n1 / 0\n")]), "function": "f"}
    with warm.worker(limits) as worker:
        reply = worker.exchange(wire.encode(load | {"max_body": 2**20, "marks": True}))
        assert reply["error"]["type"] == "ZeroDivisionError"
        assert worker.exchange(wire.encode({"op": "marks"}))["value"]["constants"] == [5]


def test_a_label_that_can_be_translated_still_can_be(warm, limits):
    label = phrase("{file}, code cell {number}", file="a.ipynb", number=2)
    load = {"op": "load", "slice": sent([entry("def f(x):\n    return x or 5\n", label)]), "function": "f"}
    with warm.worker(limits) as worker:
        worker.exchange(wire.encode(load | {"max_body": 2**20, "marks": True}))
        told = worker.exchange(wire.encode({"op": "marks"}))["value"]
    place = {"template": "{file}, code cell {number}", "values": {"file": "a.ipynb", "number": "2"}}
    assert told["branches"] == [[2, 0, place]]
