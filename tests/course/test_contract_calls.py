"""same_answer_twice: what a function remembers of other calls changes none of its answers."""

import numpy as np
import pytest
from support.contracts import BODY, END, HEAD, LAYER, broken, compiled
from support.students import finding

from grader.course.authoring import Array, Inputs, choose, close, exercise
from grader.course.contracts.asking import FEW
from grader.course.contracts.calls import other_questions
from grader.run import Student

MEMORY = "memory = {}\n"


def remembers_by(key):
    return (
        f"{MEMORY}{HEAD}    key = {key}\n    if key not in memory:\n    {BODY}        memory[key] = answer\n"
        "    return memory[key]\n"
    )


DEPENDS = "for the same arguments: it depends on the calls that came before."
LATER = "A later call changes an earlier answer: The answer["
KEEPS = "otherwise: the function keeps what it returned."
HELD = "for arrays that held other numbers in an earlier call, and "

BUFFER = (
    f"{MEMORY}{HEAD}{BODY}    buffer = memory.setdefault(x.shape, np.zeros(x.shape))\n"
    "    buffer[...] = answer\n    return buffer\n"
)
LAST = (
    f"last = [None, None]\n{HEAD}    key = x.shape, x[0, 0]\n    if last[0] != key:\n"
    f"    {BODY}        last[:] = key, answer\n    return last[1]\n"
)
GROWS = (
    f"most = 0.0\n{HEAD}    global most\n    most = max(most, x[-1].sum())\n{BODY}    return answer / most\n"
)

REMEMBERED = {
    "shape and first number": (remembers_by("(x.shape, x[0, 0])"), DEPENDS),
    "first and last number": (remembers_by("(x[0, 0], x[-1, -1])"), DEPENDS),
    "sum": (remembers_by("(x.shape, x.sum())"), DEPENDS),
    "largest number": (remembers_by("(x.shape, x.max())"), DEPENDS),
    "the first argument": (remembers_by("x.tobytes()"), KEEPS),
    "the second argument": (remembers_by("w.tobytes()"), KEEPS),
    "the last question": (LAST, DEPENDS),
    "one buffer for each shape": (BUFFER, LATER),
    "a state that grows": (GROWS, "The answer["),
}


@pytest.mark.parametrize("kind", REMEMBERED)
def test_what_is_remembered_of_other_calls_is_found_in_a_worker(kind, kept, warm, limits):
    source, message = REMEMBERED[kind]
    with Student(LAYER, finding(source), warm, limits) as function:
        said = broken(LAYER, function, kept)
    assert message in said.pop("same_answer_twice")
    assert not said or kind == "a state that grows"


def test_a_buffer_is_found_without_a_worker(kept):
    (said,) = broken(LAYER, compiled(BUFFER), kept).values()
    assert LATER in said


@pytest.mark.parametrize("count", [2, 6, 16, 32])
def test_a_ring_of_buffers_is_found(count, kept, warm, limits):
    source = (
        f"{MEMORY}{HEAD}{BODY}"
        f"    ring = memory.setdefault(x.shape, [np.zeros(x.shape) for _ in range({count})])\n"
        "    ring.append(ring.pop(0))\n    ring[-1][...] = answer\n    return ring[-1]\n"
    )
    assert LATER in broken(LAYER, compiled(source), kept)["same_answer_twice"]
    with Student(LAYER, finding(source), warm, limits) as function:
        assert LATER in broken(LAYER, function, kept)["same_answer_twice"]


def by_identity(x, cache, settings, memory):
    """Remembers by the array object, and keeps it, so that no other one gets its identity."""
    if id(x) not in memory:
        memory[id(x)] = x, x * cache[0] * cache[1]["scale"] + settings["shift"]
    return memory[id(x)][1]


def test_what_is_remembered_by_the_array_object_is_found(kept, warm, limits):
    memory = {}
    said = broken(LAYER, lambda *args: by_identity(*args, memory), kept)
    assert HELD in said["same_answer_twice"]
    keeps = (
        f"{MEMORY}{HEAD}    if id(x) not in memory:\n    {BODY}        memory[id(x)] = answer, x\n"
        "    return memory[id(x)][0]\n"
    )
    with Student(LAYER, finding(keeps), warm, limits) as function:
        said = broken(LAYER, function, kept)
    assert HELD in said["same_answer_twice"]


@pytest.mark.parametrize("name", ["x", "w"])
def test_what_is_kept_of_the_array_of_the_last_call_is_found(name, kept, warm, limits):
    source = (
        f"last = [None, None]\n{HEAD}    if last[0] is not {name}:\n        last[:] = {name}, {name}.copy()\n"
        f"    {name} = last[1]\n{BODY}{END}"
    )
    assert HELD in broken(LAYER, compiled(source), kept)["same_answer_twice"]
    with Student(LAYER, finding(source), warm, limits) as function:
        assert HELD in broken(LAYER, function, kept)["same_answer_twice"]


def draw_sides(draw):
    return {"rows": draw(choose(2, 3, 4, 6)), "columns": draw(choose(2, 3, 4, 6)), "by": draw(choose(1, 2))}


def build_sides(rows, columns, by):
    return {"x": np.arange(1.0, 1 + rows * columns).reshape(rows, columns), "by": by}


@exercise("The corners", points=4, inputs=Inputs(draw_sides, build_sides))
def last_row(x: Array, by: int) -> Array:
    """Return what lies by + 1 columns before the end of the last row of x (rows, columns)."""


@last_row.prop(points=3, hint="Look at the end.")
def looks_at_the_end(f, x, by):
    """It is the number there."""
    close(f(x, by), x[-1, -by:][:1])


@pytest.mark.parametrize("key", ["x.size, by", "x.shape[1], by", "x.shape"], ids=["size", "columns", "shape"])
def test_a_table_of_places_that_is_kept_for_something_else_is_found(key, kept, warm, limits):
    source = (
        f"table = [None, None]\ndef last_row(x, by):\n    if table[0] != ({key},):\n"
        f"        table[:] = ({key},), x.size - by\n    return x.ravel()[table[1] : table[1] + 1]\n"
    )
    drafted = last_row.finish()
    with Student(drafted, finding(source), warm, limits) as function:
        said = broken(drafted, function, kept)
    # The table of the last call is right for as many numbers and the same settings.
    assert ("same_answer_twice" in said) == (key != "x.size, by")


RIGHT = {
    "remembers by all arguments": remembers_by(
        "(x.shape, x.tobytes(), w.tobytes(), options['scale'], settings['shift'].tobytes())"
    ).replace("return memory[key]", "return memory[key].copy()"),
    "a table that is made once": f"{MEMORY}{HEAD}    memory.setdefault('two', 2)\n{BODY}{END}",
    "an argument is part of the answer": f"{HEAD}{BODY}    return answer if w[0, 0] > 2 else x[::-1]\n",
    "a view of an argument": f"{HEAD}    return x[::-1]\n",
}


@pytest.mark.parametrize("source", RIGHT.values(), ids=RIGHT)
def test_right_functions_may_remember_and_share_memory(source, kept, warm, limits):
    assert broken(LAYER, compiled(source), kept) == {}
    with Student(LAYER, finding(source), warm, limits) as function:
        assert broken(LAYER, function, kept) == {}


def test_a_function_that_changes_its_arguments_still_answers_alike(kept, warm, limits):
    source = f"{HEAD}{BODY}    x *= 2\n    del settings['shift']\n{END}"
    with Student(LAYER, finding(source), warm, limits) as function:
        assert list(broken(LAYER, function, kept)) == ["arguments_unchanged"]


def test_a_function_that_fails_only_after_other_calls_is_told_so(kept, warm, limits):
    source = f"{MEMORY}{HEAD}{BODY}    assert memory.setdefault(x.sum(), answer[0, 1]) == answer[0, 1]\n{END}"
    with Student(LAYER, finding(source), warm, limits) as function:
        said = broken(LAYER, function, kept)
    # In the usual worker the other question is not answered at all, so nothing is compared.
    assert said == {}


def question(*shape):
    numbers = np.random.default_rng(0).permutation(np.arange(1, 1 + np.prod(shape, dtype=int))) / 4
    return {"x": numbers.reshape(shape), "n": 3, "mode": "max"}


@pytest.mark.parametrize("shape", [(2,), (3,), (4,), (2, 3), (2, 3, 4)])
def test_another_question_has_the_same_shapes_and_sums(shape):
    (other,) = other_questions(question(*shape), FEW - 1)
    before, after = question(*shape)["x"], other["x"]
    assert not np.array_equal(before, after)
    assert (before.shape, before.sum(), before.max()) == (after.shape, after.sum(), after.max())
    assert before.size < 3 or before.flat[0] == after.flat[0]
    assert before.size < 4 or before.flat[-1] == after.flat[-1]
    assert (other["n"], other["mode"]) == (3, "max")


@pytest.mark.parametrize(
    "x", [np.ones(5), np.ones(1), np.array(2.0), np.zeros(0), np.array([True, False]), [1.0, 2.0]]
)
def test_where_nothing_can_be_moved_there_is_no_other_question(x):
    assert list(other_questions({"x": x}, None)) == []


def moved(questions, given):
    return [{name for name in given if not np.array_equal(given[name], other[name])} for other in questions]


def test_the_largest_case_moves_all_arguments_and_the_others_one_each():
    given = {name: np.arange(5.0) for name in "abc"}
    turns = [moved(other_questions(given, turn), given) for turn in range(FEW)]
    assert turns == [[{"c"}], [{"b"}], [{"a"}], [{"a", "b", "c"}]]
    assert moved(other_questions(given, None), given) == [{"a", "b", "c"}, {"c"}, {"b"}, {"a"}]


def test_of_many_arguments_each_is_left_alone_somewhere():
    given = {name: np.arange(5.0) for name in "abcdefg"}
    parts = [moved(other_questions(given, turn), given)[0] for turn in range(FEW - 1)]
    assert set.union(*parts) == set(given)
    assert sum(map(len, parts)) == len(given)


def test_of_one_argument_every_case_moves_it():
    given = {"x": np.arange(5.0), "n": 2}
    assert [len(list(other_questions(given, turn))) for turn in (*range(FEW), None)] == [1] * 5
