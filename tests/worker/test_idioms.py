"""Old idioms of NumPy made to work again, in a worker that is asked to."""

import linecache
import sys

import numpy as np
import pytest
from support.students import ANYTHING, entry, finding

from grader.errors import Raised, WireError
from grader.run import Student
from grader.run.mended import phrased
from grader.worker.idioms import REMOVED, Idioms
from grader.worker.loader import MODULE, load

ONE = np.full((1, 1, 1), 2.5)
# NumPy before 2.4 still takes what is mended here, so there is nothing to note.
IS_NEW = np.lib.NumpyVersion(np.__version__) >= "2.4.0"
IS_TWO = np.lib.NumpyVersion(np.__version__) >= "2.0.0"
FLOAT = "lesson.py, line 2: float() of an array with one element is an error since NumPy 2.4; use x.item()."
STORE = (
    "lesson.py, line {}: storing an array with one element as one number is an error since NumPy 2.4;"
    " use x.item()."
)


@pytest.fixture
def mended(monkeypatch):
    """Load a function with its old idioms made to work; returns it with what has been met."""
    monkeypatch.setitem(sys.modules, MODULE, None)
    monkeypatch.setattr(linecache, "cache", dict(linecache.cache))
    monkeypatch.setitem(np.__dict__, "__getattr__", np.__dict__["__getattr__"])

    def build(source):
        idioms = Idioms(["lesson.py"])
        function = load([entry(f"import numpy as np, math\n{source}")], "f", idioms=idioms)
        return function, lambda: [(kind, name, where) for kind, name, _, where in idioms.met]

    return build


def answer(source, warm, limits, *args):
    """What f answers in a worker that mends, and what is said of it."""
    with Student(ANYTHING, finding(source), warm, limits, mend=True) as function:
        return function(*args), function.mended()


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
def test_names_that_are_gone_are_found_again(name, mended):
    function, met = mended(f"def f():\n    return np.{name}\n")
    assert function() is not None
    assert met() == [("name", f"np.{name}", "lesson.py, line 3")]


def test_names_that_are_gone_may_be_imported_by_name(mended):
    function, met = mended("from numpy import float_\ndef f(x):\n    return float_(x)\n")
    assert function(3) == 3.0
    assert [name for _, name, _ in met()] == (["np.float_"] if IS_TWO else [])  # NumPy 1 still has it


def test_a_name_that_never_was_is_still_an_error(mended):
    function, met = mended("def f():\n    return np.nonsense\n")
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        function()
    assert met() == []


def test_only_the_student_s_lines_find_old_names(mended):
    mended("def f(): ...\n")
    assert not hasattr(np, "asscalar")


@pytest.mark.filterwarnings("ignore:Conversion of an array with ndim > 0:DeprecationWarning")
def test_functions_of_math_take_one_element_too(mended):
    function, _ = mended("def f(x):\n    return math.sqrt(x) + int(x) + abs(complex(x))\n")
    assert function(np.array([4.0])) == 10.0


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Z[0, 0] += b", [[2.5, 0], [0, 0]]),
        ("Z[0][1] = b", [[0, 2.5], [0, 0]]),
        ("Z.flat[3] = b", [[0, 0], [0, 2.5]]),
        ("Z[0, 0], Z[1, 1] = b, b", [[2.5, 0], [0, 2.5]]),
        ("Z[:, 0] += 1", [[1, 0], [1, 0]]),
        ("Z[...] = b", [[2.5, 2.5], [2.5, 2.5]]),
    ],
)
def test_stores_of_every_kind_do_what_is_written(statement, expected, mended):
    function, _ = mended(f"def f(b):\n    Z = np.zeros((2, 2))\n    {statement}\n    return Z\n")
    assert function(np.array([2.5])).tolist() == expected


def test_gradients_that_add_an_array_to_a_slice_need_no_mending(mended):
    function, met = mended(
        "def f(g):\n    db = np.zeros((1, 1, 1, 2))\n    db[:, :, :, 1] += g\n    return db\n"
    )
    assert function(2.5).tolist() == [[[[0, 2.5]]]]
    assert met() == []


def test_lists_and_dicts_are_stored_into_as_ever(mended):
    function, met = mended("def f(b):\n    d, l = {}, [0]\n    d['a'] = b\n    l[0] = b\n    return d, l\n")
    names, items = function(ONE)
    assert names["a"] is ONE
    assert items[0] is ONE
    assert met() == []


@pytest.mark.parametrize("call", ["float(b)", "math.sqrt(b)"])
def test_more_than_one_element_is_still_an_error(call, mended):
    function, met = mended(f"def f(b):\n    return {call}\n")
    with pytest.raises(TypeError):
        function(np.ones(2))
    assert met() == []


def test_more_than_one_element_cannot_be_stored_as_one_number(mended):
    function, _ = mended("def f(b):\n    Z = np.zeros(2)\n    Z[0] = b\n")
    with pytest.raises(ValueError, match="setting an array element with a sequence"):
        function(np.ones(2))


def test_a_student_s_own_float_is_called_as_it_is(mended):
    function, met = mended("float = lambda x: x * 2\ndef f(b):\n    return float(b)\n")
    assert function(ONE).item() == 5.0
    assert met() == []


def test_a_function_with_effects_is_called_once(mended):
    source = "calls = []\nclass A:\n    def int(self, b):\n        calls.append(b)\n        raise TypeError\n"
    function, _ = mended(
        source + "def f(b):\n    try:\n        A().int(b)\n    except TypeError:\n        return calls\n"
    )
    assert len(function(ONE)) == 1


def test_each_idiom_is_said_once_by_its_first_line(mended):
    function, met = mended(
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
        assert f.mended() == ()


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
