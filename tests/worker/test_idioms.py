"""Old idioms of NumPy made to work again, in a worker that is asked to."""

import collections
import importlib
import linecache
import sys

import numpy as np
import pytest
from support.students import ANYTHING, entry, finding

from grader.errors import Raised, WireError
from grader.run import Student
from grader.run.modernised import phrased
from grader.worker.gone import METHODS, MODULES, REMOVED
from grader.worker.idioms import Idioms
from grader.worker.loader import MODULE, load

ONE = np.full((1, 1, 1), 2.5)
# NumPy before 2.4 still takes what is modernised here, so there is nothing to note.
IS_NEW = np.lib.NumpyVersion(np.__version__) >= "2.4.0"
IS_TWO = np.lib.NumpyVersion(np.__version__) >= "2.0.0"
FLOAT = (
    "lesson.py, line 2: float() of an array with one element has been an error since NumPy 2.4; use x.item()."
)
STORE = (
    "lesson.py, line {}: storing an array with one element as one number has been an error since NumPy 2.4;"
    " use x.item()."
)


def no_attribute(name):
    raise AttributeError(f"no attribute {name!r}")


@pytest.fixture
def modernised(monkeypatch):
    """Load a function with its old idioms made to work; returns it with what has been met."""
    monkeypatch.setitem(sys.modules, MODULE, None)
    monkeypatch.setattr(linecache, "cache", dict(linecache.cache))
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setitem(np.__dict__, "__getattr__", np.__dict__["__getattr__"])
    for module in MODULES:
        monkeypatch.setitem(vars(importlib.import_module(module)), "__getattr__", no_attribute)

    def build(source):
        idioms = Idioms(["lesson.py"])
        function = load([entry(f"import numpy as np, math\n{source}")], "f", idioms=idioms)
        return function, lambda: [(kind, name, where) for kind, name, _, where in idioms.met]

    return build


def answer(source, warm, limits, *args):
    """What f answers in a worker that modernises, and what is said of it."""
    with Student(ANYTHING, finding(source), warm, limits, modernise=True) as function:
        return function(*args), function.modernised()


def test_a_number_may_be_made_of_an_array_with_one_element(warm, limits):
    value, said = answer("def f(b):\n    return float(b)\n", warm, limits, ONE)
    assert value == 2.5
    assert said == ((FLOAT,) if IS_NEW else ())


def test_an_array_with_one_element_may_be_stored_as_one_number(warm, limits):
    source = "import numpy as np\ndef f(b):\n    Z = np.zeros((2, 2))\n    Z[0, 1] = b\n    return Z\n"
    value, said = answer(source, warm, limits, ONE)
    assert value.tolist() == [[0, 2.5], [0, 0]]
    assert said == ((STORE.format(4),) if IS_NEW else ())


@pytest.mark.parametrize("name", sorted(REMOVED.keys() - vars(np).keys()))
def test_names_that_are_gone_are_found_again(name, modernised):
    function, met = modernised(f"def f():\n    return np.{name}\n")
    assert function() is not None
    assert met() == [("name", f"np.{name}", "lesson.py, line 3")]


def test_names_that_are_gone_may_be_imported_by_name(modernised):
    function, met = modernised("from numpy import float_\ndef f(x):\n    return float_(x)\n")
    assert function(3) == 3.0
    assert [name for _, name, _ in met()] == (["np.float_"] if IS_TWO else [])  # NumPy 1 still has it


def test_a_name_that_never_was_is_still_an_error(modernised):
    function, met = modernised("def f():\n    return np.nonsense\n")
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        function()
    assert met() == []


def test_only_the_student_s_lines_find_old_names(modernised):
    modernised("def f(): ...\n")
    assert not hasattr(np, "asscalar")
    assert not hasattr(collections, "Iterable")


def test_numpy_may_have_any_name(modernised):
    function, met = modernised("import numpy as n\ndef f(x):\n    return n.asscalar(x)\n")
    assert function(ONE) == 2.5
    assert met() == [("name", "np.asscalar", "lesson.py, line 4")]


@pytest.mark.filterwarnings("ignore:`product` is deprecated:DeprecationWarning")
def test_names_that_are_gone_came_with_all_of_numpy(modernised):
    function, met = modernised("from numpy import *\ndef f(x):\n    return product(x) + alen(x)\n")
    assert function(np.array([2.0, 3.0])) == 8.0
    assert [name for _, name, _ in met()] == (["product", "alen"] if IS_TWO else ["alen"])


def test_a_name_without_its_np_is_a_mistake(modernised):
    function, met = modernised("def f(x):\n    return product(x)\n")
    with pytest.raises(NameError, match="'product' is not defined"):
        function(ONE)
    assert met() == []


def test_a_name_that_nothing_binds_is_still_an_error(modernised):
    function, met = modernised("from numpy import *\ndef f():\n    return nonsense\n")
    with pytest.raises(NameError, match="'nonsense' is not defined"):
        function()
    assert met() == []


@pytest.mark.parametrize(
    ("lines", "expected", "name", "place"),
    [
        ("def f(n):\n    return [i for i in xrange(n)]\n", [0, 1, 2], "xrange", 3),
        ("def f(n):\n    return reduce(max, (1, n))\n", 3, "reduce", 3),
        (
            "from collections import Iterable\ndef f(n):\n    return isinstance(n, Iterable)\n",
            False,
            "collections.Iterable",
            2,
        ),
        ("import time\ndef f(n):\n    return time.clock() * 0 + n\n", 3, "time.clock", 4),
    ],
)
def test_names_that_are_gone_from_python_are_found_again(lines, expected, name, place, modernised):
    function, met = modernised(lines)
    assert function(3) == expected
    assert met() == [("python", name, f"lesson.py, line {place}")]


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("x.itemset(0, 9.0) or x", [9.0, 1.0, 2.0]),
        ("x.itemset((2,), 9.0) or x", [0.0, 1.0, 9.0]),
        ("x[:1].itemset(9.0) or x", [9.0, 1.0, 2.0]),
        ("x.ptp()", 2.0),
        ("x.reshape(3, 1).ptp(axis=0)", [2.0]),
        ("np.frombuffer(x.tostring())", [0.0, 1.0, 2.0]),
        ("x.newbyteorder().newbyteorder()", [0.0, 1.0, 2.0]),
    ],
)
@pytest.mark.filterwarnings("ignore:tostring:DeprecationWarning")
def test_methods_that_arrays_had_are_found_again(call, expected, modernised):
    function, met = modernised(f"def f(x):\n    return {call}\n")
    assert np.asarray(function(np.arange(3.0))).tolist() == expected
    gone = [name for name in METHODS if name in call and not hasattr(np.ndarray, name)]
    assert met() == [("method", f"{name}()", "lesson.py, line 3") for name in gone]


def test_a_matrix_is_stored_into_by_its_place(modernised):
    function, _ = modernised("def f(x):\n    x.itemset((1, 0), 9)\n    x.itemset(1, 8)\n    return x\n")
    assert function(np.zeros((2, 2))).tolist() == [[0, 8], [9, 0]]


def test_what_has_such_a_method_itself_keeps_it(modernised):
    function, met = modernised(
        "class A:\n    def ptp(self):\n        return 7\ndef f():\n    return A().ptp() + np.ptp([1, 2])\n"
    )
    assert function() == 8
    assert met() == []


def test_what_is_no_array_has_no_such_method(modernised):
    function, _ = modernised("def f(x):\n    return x.ptp()\n")
    with pytest.raises(AttributeError, match="'list' object has no attribute 'ptp'"):
        function([1])


@pytest.mark.parametrize(
    ("call", "expected", "written", "since"),
    [
        ("np.array(list(x), dtype=float, copy=False)", [0.0, 1.0], "np.array(x, copy=False)", "2.0.0"),
        ("np.sum(i for i in x)", 1.0, "np.sum(generator)", "2.4.0"),
        ("np.reshape(x, newshape=(2, 1))", [[0.0], [1.0]], "newshape=", "2.4.0"),
    ],
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_calls_that_newer_numpy_refuses_are_made_in_today_s_words(call, expected, written, since, modernised):
    function, met = modernised(f"def f(x):\n    return {call}\n")
    assert np.asarray(function(np.arange(2.0))).tolist() == expected
    is_new = np.lib.NumpyVersion(np.__version__) >= since
    assert met() == ([("refused", written, "lesson.py, line 3")] if is_new else [])


def test_an_array_that_needs_no_copy_is_not_copied(modernised):
    function, met = modernised("def f(x):\n    return np.array(x, copy=False)\n")
    x = np.ones(2)
    assert function(x) is x
    assert met() == []


@pytest.mark.filterwarnings("ignore:Conversion of an array with ndim > 0:DeprecationWarning")
@pytest.mark.parametrize("values", ["x", "(x,)", "{'a': x}"])
def test_one_element_may_be_written_as_a_number(values, modernised):
    spec = "%(a).1f" if "a" in values else "%.1f"
    function, met = modernised(f"def f(x):\n    return '{spec}' % {values}\n")
    assert function(ONE) == "2.5"
    assert met() == ([("call", '"..." %', "lesson.py, line 3")] if IS_NEW else [])


@pytest.mark.parametrize("values", ["x", "(1, 2)", "np.ones(2)"])
def test_what_never_could_be_written_still_cannot(values, modernised):
    function, met = modernised(f"def f(x):\n    return '%.1f' % {values}\n")
    with pytest.raises(TypeError):
        function("a")
    assert met() == []


@pytest.mark.filterwarnings("ignore:Conversion of an array with ndim > 0:DeprecationWarning")
def test_functions_of_math_take_one_element_too(modernised):
    function, _ = modernised(
        "def f(x):\n    return math.sqrt(x) + int(x) + abs(complex(x)) + math.pow(2, x)\n"
    )
    assert function(np.array([4.0])) == 26.0


@pytest.mark.parametrize("call", ["range(x)", "round(x)", "[1, 2][x]", "np.eye(x)", "f'{x:.1f}'"])
def test_what_numpy_1_refused_too_is_a_mistake(call, modernised):
    function, met = modernised(f"def f(x):\n    return {call}\n")
    with pytest.raises(TypeError):
        function(np.array([1]))
    assert met() == []


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Z[0, 0] += b", [[2.5, 0], [0, 0]]),
        ("Z[0][1] = b", [[0, 2.5], [0, 0]]),
        ("Z[0, 0] -= b", [[-2.5, 0], [0, 0]]),
        ("Z[0] += b", [[2.5, 2.5], [0, 0]]),
        ("Z[0, 1] = Z[1, 0] = b", [[0, 2.5], [2.5, 0]]),
        ("Z.flat[3] = b", [[0, 0], [0, 2.5]]),
        ("Z[0, 0], Z[1, 1] = b, b", [[2.5, 0], [0, 2.5]]),
        ("Z[:, 0] += 1", [[1, 0], [1, 0]]),
        ("Z[...] = b", [[2.5, 2.5], [2.5, 2.5]]),
    ],
)
def test_stores_of_every_kind_do_what_is_written(statement, expected, modernised):
    function, _ = modernised(f"def f(b):\n    Z = np.zeros((2, 2))\n    {statement}\n    return Z\n")
    assert function(np.array([2.5])).tolist() == expected


def test_gradients_that_add_an_array_to_a_slice_need_no_mending(modernised):
    function, met = modernised(
        "def f(g):\n    db = np.zeros((1, 1, 1, 2))\n    db[:, :, :, 1] += g\n    return db\n"
    )
    assert function(2.5).tolist() == [[[[0, 2.5]]]]
    assert met() == []


def test_lists_and_dicts_are_stored_into_as_ever(modernised):
    function, met = modernised(
        "def f(b):\n    d, l = {}, [0]\n    d['a'] = b\n    l[0] = b\n    return d, l\n"
    )
    names, items = function(ONE)
    assert names["a"] is ONE
    assert items[0] is ONE
    assert met() == []


@pytest.mark.parametrize("call", ["float(b)", "math.sqrt(b)"])
def test_more_than_one_element_is_still_an_error(call, modernised):
    function, met = modernised(f"def f(b):\n    return {call}\n")
    with pytest.raises(TypeError):
        function(np.ones(2))
    assert met() == []


def test_more_than_one_element_cannot_be_stored_as_one_number(modernised):
    function, _ = modernised("def f(b):\n    Z = np.zeros(2)\n    Z[0] = b\n")
    with pytest.raises(ValueError, match="setting an array element with a sequence"):
        function(np.ones(2))


def test_a_student_s_own_float_is_called_as_it_is(modernised):
    function, met = modernised("float = lambda x: x * 2\ndef f(b):\n    return float(b)\n")
    assert function(ONE).item() == 5.0
    assert met() == []


def test_a_function_with_effects_is_called_once(modernised):
    source = "calls = []\nclass A:\n    def int(self, b):\n        calls.append(b)\n        raise TypeError\n"
    function, _ = modernised(
        source + "def f(b):\n    try:\n        A().int(b)\n    except TypeError:\n        return calls\n"
    )
    assert len(function(ONE)) == 1


def test_each_idiom_is_said_once_by_its_first_line(modernised):
    function, met = modernised(
        "def f():\n    a = np.asscalar(np.ones(1))\n    return a + np.asscalar(np.ones(1))\n"
    )
    function()
    assert met() == [("name", "np.asscalar", "lesson.py, line 3")]


def test_an_error_is_still_placed_in_its_line(warm, limits):
    source = "import numpy as np\ndef f(b):\n    Z = np.zeros(2)\n\n    Z[5] = float(b)\n    return Z\n"
    with pytest.raises(Raised) as caught:
        answer(source, warm, limits, ONE)
    assert caught.value.where == "lesson.py, line 5: Z[5] = float(b)"


def test_a_worker_that_is_not_asked_to_mends_nothing(warm, limits):
    with Student(
        ANYTHING, finding("import numpy as np\ndef f():\n    return np.float(1)\n"), warm, limits
    ) as f:
        with pytest.raises(Raised, match="no attribute 'float'"):
            f()
        assert f.modernised() == ()


@pytest.mark.parametrize(
    "said",
    [
        *(None, 5, {}, [5], [[]], [["call", "f()", "x"]], [["else", "", "", ""]], [[["call"], "", "", ""]]),
        *([["call", "", "", 5]], [["store", "", "", ""]] * 100),
    ],
    ids=str,
)
def test_what_a_worker_says_it_met_is_believed_in_nothing(said):
    with pytest.raises(WireError):
        phrased(said)


def test_a_worker_s_words_are_only_text():
    (said,) = phrased([["name", "np.\x1b[2J" + "x" * 100, "{where}", "a.py"]])
    assert said == f"a.py: newer NumPy has no np.�[2J{'x' * 33}; use {{where}}."
