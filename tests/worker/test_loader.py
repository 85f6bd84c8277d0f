"""The one place that executes a student's text."""

import linecache
import sys
import traceback
from dataclasses import replace

import pytest
from support.students import entry

from grader.worker.loader import MODULE, load, where


@pytest.fixture(autouse=True)
def _restored(monkeypatch):
    """Leave neither the module nor the quoted lines behind."""
    monkeypatch.setitem(sys.modules, MODULE, None)
    monkeypatch.setattr(linecache, "cache", dict(linecache.cache))


def raised(call, *args):
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any, to look at where it came from
        call(*args)
    return caught.value


def test_the_function_of_the_slice_is_returned():
    assert load([entry("def f(x):\n    return x + 1\n")], "f")(1) == 2


def test_several_entries_share_one_module():
    assert load([entry("a = 3\n", "one.py"), entry("def f():\n    return a\n", "two.py")], "f")() == 3


def test_only_the_named_statements_run():
    part = replace(entry("a = 1\n1 / 0\ndef f():\n    return a\n"), statements=(0, 2))
    assert load([part], "f")() == 1


def test_the_same_entry_may_be_visited_twice_in_another_order():
    source = "a = 1\na = a + 1\ndef f():\n    return a\n"
    parts = [replace(entry(source), statements=(index,)) for index in (0, 2, 1)]
    assert load(parts, "f")() == 2


@pytest.mark.parametrize("fails", ["1 / 0", "import nothing_like_it", "return 3", "x = await y"])
def test_what_is_optional_may_fail_and_what_comes_after_it_still_runs(fails):
    optional = replace(entry(f"a = 1\n{fails}\nb = 2", "demo.py"), optional=True)
    assert load([optional, entry("def f():\n    return a + b\n")], "f")() == 3


def test_what_is_not_optional_may_not_fail():
    assert isinstance(raised(load, [entry("1 / 0\ndef f(): pass")], "f"), ZeroDivisionError)


def test_a_new_load_knows_nothing_of_the_last_one():
    load([entry("a = 1\ndef f():\n    return a\n")], "f")
    assert isinstance(raised(load([entry("def f():\n    return a\n")], "f")), NameError)


def test_dataclasses_can_be_defined():
    source = (
        "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\ndef f():\n    return P(2).x\n"
    )
    assert load([entry(source)], "f")() == 2


def test_annotations_stay_text_so_that_imports_only_they_need_may_be_missing():
    function = load([entry("def f(x: torch.Tensor) -> numpy.ndarray: return x")], "f")
    assert function.__annotations__ == {"x": "torch.Tensor", "return": "numpy.ndarray"}


def test_a_name_that_is_no_function_is_refused_in_words():
    assert str(raised(load, [entry("f = 3\n")], "f")) == "f is of type int, not a function"


def test_what_the_statements_raise_comes_through():
    assert isinstance(raised(load, [entry("1 / 0\ndef f(): ...\n")], "f"), ZeroDivisionError)


def test_an_error_is_placed_in_the_students_file_with_the_line_itself():
    function = load([entry("def f():\n    y = 0\n    return 1 / y\n", "a.py")], "f")
    assert where(raised(function), frozenset({"a.py"})) == "a.py, line 3: return 1 / y"


def test_lines_are_counted_from_where_the_cell_begins():
    function = load([entry("def f():\n    return 1 / 0\n", "a.ipynb, cell 2", first_line=10)], "f")
    assert where(raised(function), frozenset({"a.ipynb, cell 2"})) == "a.ipynb, cell 2, line 11: return 1 / 0"


def test_an_error_inside_a_library_is_placed_at_the_students_call():
    function = load([entry("import json\ndef f():\n    return json.loads('{')\n", "a.py")], "f")
    assert where(raised(function), frozenset({"a.py"})) == "a.py, line 3: return json.loads('{')"


def test_the_innermost_of_the_students_lines_is_named():
    source = "def g():\n    return 1 / 0\ndef f():\n    return g()\n"
    assert where(raised(load([entry(source, "a.py")], "f")), frozenset({"a.py"})).startswith("a.py, line 2")


def test_an_error_elsewhere_has_no_place():
    assert where(ValueError("never raised"), frozenset({"a.py"})) == ""


def test_a_long_line_is_cut():
    function = load([entry("def f():\n    return 1 / 0" + " + 1" * 100 + "\n", "a.py")], "f")
    assert len(where(raised(function), frozenset({"a.py"}))) < 150


def test_a_traceback_quotes_the_students_line():
    error = raised(load([entry("def f():\n    return 1 / 0\n", "a.py")], "f"))
    assert "return 1 / 0" in "".join(traceback.format_exception(error))


MISSING = "import nothing_like_it as nl\nfrom nothing_like_it import jit\n"


@pytest.mark.parametrize("body", ["return 1", "return 1 if True else nl.f()", "return 1 if True else jit(f)"])
def test_a_module_that_is_not_there_is_not_missed_where_it_is_not_used(body):
    assert load([entry(f"{MISSING}def f():\n    {body}")], "f")() == 1


@pytest.mark.parametrize("body", ["return nl.f()", "return jit(f)", "nl.x.y = 1"])
def test_to_use_a_module_that_is_not_there_is_the_error_that_importing_it_is(body):
    error = raised(load([entry(f"{MISSING}def f():\n    {body}")], "f"))
    assert isinstance(error, ModuleNotFoundError)
    assert error.name == "nothing_like_it"
    assert where(error, frozenset({"lesson.py"})) == f"lesson.py, line 4: {body}"


@pytest.mark.parametrize(
    "text", ["@jit\ndef f(): pass", "class f(nl.Module): pass", "from nothing_like_it import *"]
)
def test_what_cannot_be_defined_without_a_module_still_cannot(text):
    assert isinstance(raised(load, [entry(f"{MISSING}{text}")], "f"), ModuleNotFoundError)
