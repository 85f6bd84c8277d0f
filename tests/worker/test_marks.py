"""Marks at branches: the function computes what it computed, and says which way it went."""

import ast
import builtins
import copy
import linecache
import sys
import traceback
from dataclasses import replace
from pathlib import Path
from types import GeneratorType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.students import entry
from support.zoo import ZOO

from grader.worker.idioms import Idioms
from grader.worker.loader import MODULE, load
from grader.worker.marks import MARK, MOST, Marks

IMPLEMENTATIONS = sorted((Path(__file__).parents[1] / "implementations").glob("*/*.py"))


@pytest.fixture(autouse=True, scope="module")
def _restored():
    """Leave neither the mark nor what the loader sets behind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(builtins), MARK, None)
        patch.setitem(sys.modules, MODULE, None)
        patch.setattr(linecache, "cache", dict(linecache.cache))
        patch.setattr(sys, "meta_path", list(sys.meta_path))
        patch.setitem(np.__dict__, "__getattr__", np.__dict__["__getattr__"])
        yield


def marked(source, name="f", **options):
    marks = Marks()
    return load([entry(source)], name, marks=marks, **options), marks


def outcome(function, args):
    """What a call comes to: the answer, or the error with all of the student's lines, to the column."""
    try:
        answer = function(*copy.deepcopy(args))
        return repr(list(answer) if isinstance(answer, GeneratorType) else answer)
    except Exception as error:  # noqa: BLE001 - any, to compare it
        frames = traceback.extract_tb(error.__traceback__)
        lines = [
            (frame.name, frame.lineno, frame.end_lineno, frame.colno, frame.end_colno)
            for frame in frames
            if frame.filename == "lesson.py"
        ]
        return type(error).__name__, str(error), str(error.__cause__), lines


def outcomes(function, calls):
    return [outcome(function, args) for args in calls]


def lines(source, *calls):
    """The lines of the branches that each call enters."""
    function, marks = marked(source)
    found = []
    for args in calls:
        with marks:
            outcome(function, args)
        found.append([marks.branches[number][0] for number in sorted(marks.entered)])
    return found


def number_of_marks(body):
    source = "def f(x, y):\n" + "".join(f"    {line}\n" for line in body.splitlines())
    return len(marked(source)[1].branches)


@pytest.mark.parametrize("kind", ZOO)
def test_a_marked_function_does_what_it_did(kind):
    source, calls = ZOO[kind]
    plain = outcomes(load([entry(source)], "f"), calls)
    assert outcomes(marked(source)[0], calls) == plain


@pytest.mark.parametrize("kind", ZOO)
def test_a_marked_function_does_what_it_did_where_old_idioms_are_revived_too(kind):
    source, calls = ZOO[kind]
    revived = outcomes(load([entry(source)], "f", idioms=Idioms(["lesson.py"])), calls)
    assert outcomes(marked(source, idioms=Idioms(["lesson.py"]))[0], calls) == revived


def test_the_zoo_has_branches_and_its_functions_raise():
    total = sum(len(marked(source)[1].branches) for source, _ in ZOO.values())
    ends = [end for source, calls in ZOO.values() for end in outcomes(load([entry(source)], "f"), calls)]
    assert total > 150
    assert sum(isinstance(end, tuple) for end in ends) > 20


def expressions():
    leaves = st.sampled_from(["x", "y", "0", "None", "'a'", "[]", "(z := x)", "z", "1 / x", "y[0]", "x > 1"])
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.builds("({} and {})".format, parts, parts),
            st.builds("({} or {} or {})".format, parts, parts, parts),
            st.builds("({} if {} else {})".format, parts, parts, parts),
            st.builds("[i for i in (0, 1, 2) if {} if i]".format, parts),
            st.builds("(lambda z=0: {})()".format, parts),
            st.builds("(not {})".format, parts),
        ),
        max_leaves=6,
    )


def statements():
    def nested(blocks):
        inner = st.lists(blocks, min_size=1, max_size=3).map("\n".join).map(indented)
        value = expressions()
        return st.one_of(
            st.builds("if {}:\n{}".format, value, inner),
            st.builds("if {}:\n{}\nelse:\n{}".format, value, inner, inner),
            st.builds("if {}:\n{}\nelif {}:\n{}".format, value, inner, value, inner),
            st.builds("for i in range(3):\n{}\n    if {}: break\nelse:\n{}".format, inner, value, inner),
            st.builds(
                "n = 3\nwhile n and {}:\n    n -= 1\n    if {}: continue\n{}".format, value, value, inner
            ),
            st.builds("try:\n{}\nexcept TypeError:\n{}\nfinally:\n    z = 1".format, inner, inner),
            st.builds(
                "match {}:\n    case 0:\n{}\n    case _:\n        z = 2".format, value, inner.map(indented)
            ),
        )

    simple = st.one_of(
        st.builds("z = {}".format, expressions()), st.builds("return {}".format, expressions())
    )
    return st.recursive(simple, nested, max_leaves=6)


def indented(text):
    return "\n".join("    " + line for line in text.splitlines())


@given(st.lists(statements(), min_size=1, max_size=4).map("\n".join))
def test_any_function_does_what_it_did(body):
    source = f"def f(x, y):\n{indented(body)}\n    return 'end', z\n"
    calls = [(0, []), (1, "b"), (2, 0), ("", {}), (None, [None])]
    assert outcomes(marked(source)[0], calls) == outcomes(load([entry(source)], "f"), calls)


@given(st.lists(st.integers(-9, 9)), st.integers(-3, 3))
def test_numbers_of_all_kinds_come_to_the_same(numbers, limit):
    source = (
        "def f(numbers, limit):\n    best = total = 0\n    for n in numbers:\n"
        "        total += n if n > limit else -1\n"
        "        if n and total % n == 0 or n == limit:\n            best = max(best, 100 // (n - limit))\n"
        "        elif total < -9:\n            return best, total\n    return best and total / best\n"
    )
    calls = [(numbers, limit)]
    assert outcomes(marked(source)[0], calls) == outcomes(load([entry(source)], "f"), calls)


@pytest.mark.parametrize("path", IMPLEMENTATIONS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_whole_files_can_be_marked(path):
    tree, marks = ast.parse(path.read_text("utf-8")), Marks()
    marks.rewrite(tree, path.name)
    compile(tree, path.name, "exec", dont_inherit=True)
    assert all(first > 0 and (last >= first or last == 0) for first, last, _ in marks.branches)


@pytest.mark.parametrize(
    ("source", "calls", "expected"),
    [
        ("def f(x):\n    if x:\n        return 1\n    else:\n        return 2\n", [(0,), (1,)], [[5], [3]]),
        ("def f(x):\n    if x:\n        return 1\n    return 2\n", [(0,), (1,)], [[2], [3]]),
        (
            "def f(x):\n    if x:\n        x = 1\n    elif x is None:\n        x = 2\n",
            [(0,), (None,)],
            [[4], [5]],
        ),
        ("def f(x):\n    return (1 if x else\n        2)\n", [(0,), (1,)], [[3], [2]]),
        ("def f(x):\n    return (x and\n        x[0] and\n        x[0][0])\n", [(0,), ([0],)], [[], [3]]),
        ("def f(x):\n    return (x or\n        1)\n", [(0,), (1,)], [[3], []]),
        (
            "def f(x):\n    try:\n        1 / x\n    except TypeError:\n        return 1\n",
            [(0,), ("",)],
            [[], [5]],
        ),
        ("def f(x):\n    for i in x:\n        i\n    else:\n        i = 0\n", [([],), ([1],)], [[5], [3, 5]]),
        ("def f(x):\n    while x:\n        x -= 1\n", [(0,), (2,)], [[], [3]]),
        ("def f(x):\n    return [i for i in x\n        if i]\n", [([0],), ([0, 1],)], [[], [3]]),
        (
            "def f(x):\n    match x:\n        case 3:\n            1\n        case _:\n            2\n",
            [(3,), (4,)],
            [[4], [6]],
        ),
        (
            "def f(x):\n    return g(x)\ndef g(x):\n    def h():\n        return x or\\\n1\n    return h()\n",
            [(0,), (1,)],
            [[6], []],
        ),
        ("class A:\n    def g(self, x):\n        if x: pass\nf = A().g\n", [(0,), (1,)], [[3], [3]]),
        ("g = lambda x: x and\\\n    1\ndef f(x):\n    return g(x)\n", [(0,), (1,)], [[], [2]]),
    ],
)
def test_the_branches_that_a_call_enters_are_known(source, calls, expected):
    assert lines(source, *calls) == expected


@pytest.mark.parametrize(
    "body",
    [
        "return x + y",
        "if x:\n    raise ValueError('no')",
        "if x:\n    print('no')\n    text = 'so'\n    raise ValueError(text)",
        "if x:\n    assert False, 'no'",
        "if x:\n    if y:\n        raise ValueError\n    else:\n        raise TypeError",
        "try:\n    x()\nexcept ValueError:\n    raise\nexcept TypeError:\n    raise ValueError",
        "match x:\n    case 1:\n        raise ValueError",
        "while True:\n    x()",
        "raise ValueError(x or y)",
        "assert x and y, 'no' if x else 'yes'",
        "print(x or y)",
        "logging.info('%s', x or y)",
        "return f'{x or y}'",
        "def g(z: x or y) -> x and y:\n    return z",
    ],
)
def test_what_only_raises_or_is_aside_has_no_mark(body):
    assert number_of_marks(body) == 0


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("if x:\n    return 1\nraise ValueError", 1),
        ("for i in x:\n    if i:\n        continue\n    raise ValueError", 2),
        ("if x:\n    return 1\nelse:\n    raise ValueError", 1),
        ("if x:\n    raise ValueError\nelse:\n    return 1", 1),
        ("if x:\n    raise ValueError\nelif y:\n    return 1", 2),
        ("if x:\n    return 1\nif y:\n    return 2\nraise ValueError", 3),
        ("if x:\n    y = 1\nraise ValueError", 1),
        ("if x:\n    return 1\nelif y:\n    return 2\nraise ValueError", 2),
        ("if x:\n    return 1\nelif y:\n    return 2\nelse:\n    y = 3\nraise ValueError", 3),
        ("if x:\n    y = 1\n    for i in y:\n        pass\n    raise ValueError", 3),
        ("if x and y or 1:\n    pass", 4),
    ],
)
def test_of_two_ways_the_one_that_only_raises_has_no_mark(body, expected):
    assert number_of_marks(body) == expected


@pytest.mark.parametrize(
    "source",
    [
        "x = 1 if True else 2\nif x or 3:\n    y = [i for i in range(3) if i]\ndef f():\n    return x, y\n",
        "def f(x):\n    if x is None:\n        raise ValueError('no')\n    return [i + 1 for i in x]\n",
        "class A:\n    size = 1 or 2\n    if size: b = 3\ndef f(x=1 or 2):\n    'Doc.'\n    return A\n",
    ],
)
def test_what_has_no_branch_inside_a_function_is_not_rewritten(source):
    tree = ast.parse(source)
    Marks().rewrite(tree, "lesson.py")
    assert ast.dump(tree, include_attributes=True) == ast.dump(ast.parse(source), include_attributes=True)
    assert marked(source)[0].__code__ == load([entry(source)], "f").__code__


def test_calls_are_counted_and_not_what_they_do_again_and_again():
    function, marks = marked("def f(x):\n    for i in range(x):\n        if i > 2:\n            1 / 0\n")
    for x in (0, 2, 2, 9):
        with marks:
            outcome(function, (x,))
    told = marks.told()
    assert told["branches"] == [[3, 4, "lesson.py"], [4, 4, "lesson.py"], [3, 0, "lesson.py"]]
    assert told["entered"] == [[0, 3], [1, 1], [2, 3]]


def test_what_is_entered_while_the_slice_is_loaded_is_no_call():
    function, marks = marked("def f(x):\n    return x or 1\na = f(0)\n")
    with marks:
        function(2)
    assert marks.entered == set()
    assert marks.told()["entered"] == []


def test_a_branch_is_where_the_student_wrote_it():
    marks = Marks()
    first = entry("def g(x):\n    return x or 1\n", "a.ipynb, cell 2", first_line=10)
    second = replace(entry("1 / 0\ndef f(x):\n    return g(x) if x else 0\n", "b.py"), statements=(1,))
    load([first, second], "f", marks=marks)
    assert marks.branches == [(11, 0, "a.ipynb, cell 2"), (3, 0, "b.py"), (3, 0, "b.py")]


def test_there_are_no_more_marks_than_are_allowed():
    source = (
        "def f(x):\n"
        + "".join(f"    if x == {i}: x += 1\n" for i in range(MOST))
        + "    return x and 'end'\n"
    )
    function, marks = marked(source)
    assert len(marks.branches) == MOST
    assert function(0) == "end"


@pytest.mark.parametrize(
    "value",
    [
        " + ".join(["x"] * 500),
        "(x or " * 90 + "1" + ")" * 90,
        " or ".join(["x"] * 2000),
        "1 if x else " * 150 + "2",
    ],
    ids=["a long sum", "deep brackets", "a long or", "many cases"],
)
def test_long_expressions_stay_what_they_are(value):
    source = f"def f(x):\n    return {value}\n"
    assert outcomes(marked(source)[0], [(0,), (1,)]) == outcomes(load([entry(source)], "f"), [(0,), (1,)])


def test_a_long_chain_of_elifs_stays_what_it_is():
    source = "def f(x):\n    if x < 0: return -1\n" + "".join(
        f"    elif x == {i}: return {i}\n" for i in range(150)
    )
    assert outcomes(marked(source)[0], [(-3,), (149,), (150,)]) == ["-1", "149", "None"]


@pytest.mark.parametrize(
    "line",
    [
        "globals().clear()",
        "globals()['__builtins__'] = {}",
        "del globals()['__builtins__']",
        "[globals().pop(n) for n in list(globals())]",
    ],
)
def test_a_module_that_loses_its_names_still_has_the_mark(line):
    function, _ = marked(f"def f(x):\n    {line}\n    return x or 1\n")
    assert function(0) == 1


def test_the_mark_is_among_no_name_of_the_module():
    function, _ = marked("def f(x):\n    return [n for n in globals() if n[:1] != '_'] if x else dir()\n")
    assert function(1) == ["f"]
    assert function(0) == ["x"]


def test_private_names_of_a_class_do_not_change_the_mark():
    function, marks = marked(
        "class A:\n    def __g(self, x):\n        return x or 1\n    h = __g\ndef f(x): return A().h(x)\n"
    )
    with marks:
        assert function(0) == 1
    assert marks.entered == {0}


def test_old_idioms_are_still_met_in_marked_functions():
    idioms = Idioms(["lesson.py"])
    source = (
        "import numpy as np\ndef f(x):\n    return np.asscalar(x) if x.size == 1 and x.ndim else float(x)\n"
    )
    function, marks = marked(source, idioms=idioms)
    with marks:
        assert function(np.array([2.5])) == 2.5
    assert len(marks.entered) == 2
    assert [name for _, name, *_ in idioms.met] == ["np.asscalar"]


def test_the_student_s_own_part_may_be_replaced():
    marks = Marks()
    source = "def part(x):\n    return x or 1\ndef f(x):\n    return part(x) if x else 5\n"
    function = load([entry(source)], "f", parts={"part": lambda x: x * 2}, marks=marks)
    with marks:
        assert function(3) == 6
    assert len(marks.entered) == 1
