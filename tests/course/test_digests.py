"""Shipped cases are used while what draws them stays the same, whatever else is edited."""

import importlib
import sys
from dataclasses import replace

import pytest
from support.toy import VECTORS

from grader.course.digests import digest

CASES = """
from functools import cache, partial
from types import SimpleNamespace
import numpy as np
from grader.course.authoring import Inputs, equal, exercise
from grader.course.authoring import strategies as st
from signals import shared

LONGEST = 6
WEIGHTS = {"a": (1, 2.5), "b": [None, "x"], "c": np.arange(3)}

class Span:
    least = 1
    def most(self):
        return LONGEST

def _side(draw, span=(1, 4)):
    return draw(st.integers(*span))

def _made(size):
    def draw_made(draw):
        return {"n": _side(draw), "size": size}
    return draw_made

@cache
def _cached():
    return 1

def draw(draw):
    n = [_side(draw) for _ in range(shared.count())]
    return {"n": n, "w": WEIGHTS["a"], "s": Span().most() + _cached()}

def build(n, w, s):
    return {"x": np.array(n)}

made = _made(3)
lists = Inputs(draw, build)
closures = Inputs(made, build)
lambdas = Inputs(
    lambda draw: {"n": [_side(draw)], "w": 0, "s": 0},
    build,
)
partials = Inputs(draw, build)

@exercise("Same", inputs=lists)
def same(x: np.ndarray) -> np.ndarray: ...

@same.prop(points=1, hint="A hint.")
def check(f, x):
    \"\"\"A promise.\"\"\"
    equal(f(x), x)
"""
SHARED = """
def count():
    return 2

def unused():
    return 1
"""


@pytest.fixture
def digests(tmp_path, monkeypatch):
    """Write the course with some text replaced, and return the digests of its inputs."""
    monkeypatch.syspath_prepend(tmp_path)
    versions = iter(range(100))

    def of(old="", new="", shared=SHARED):
        assert old in CASES + SHARED
        home = tmp_path / str(next(versions)) / "signals"
        home.mkdir(parents=True)
        (home / "__init__.py").touch()
        (home / "cases.py").write_text(CASES.replace(old, new) if old else CASES, "utf-8")
        (home / "shared.py").write_text(shared.replace(old, new) if old else shared, "utf-8")
        monkeypatch.syspath_prepend(home.parent)
        for name in [name for name in sys.modules if name.partition(".")[0] == "signals"]:
            del sys.modules[name]
        module = importlib.import_module("signals.cases")
        return {name: digest(getattr(module, name)) for name in ("lists", "closures", "lambdas")}

    yield of
    for name in [name for name in sys.modules if name.partition(".")[0] == "signals"]:
        del sys.modules[name]


def changed(digests, *edit):
    before, after = digests(), digests(*edit)
    return {name for name in before if before[name] != after[name]}


def test_the_same_files_have_the_same_digests(digests):
    assert digests() == digests()


@pytest.mark.parametrize(
    "edit",
    [
        ("A hint.", "Another hint."),
        ("A promise.", "Another promise."),
        ("equal(f(x), x)", "equal(f(x), x + 0)"),
        ("points=1", "points=2"),
        ("made = _made(3)", "# a comment\n\n\nmade = _made(3)"),
        ("def unused():\n    return 1", "def unused():\n    return 2"),
        ("partials = Inputs(draw, build)", "partials = Inputs(made, build)"),
    ],
    ids=["hint", "promise", "check", "points", "lines", "another function", "another Inputs"],
)
def test_what_draws_nothing_makes_no_case_stale(digests, edit):
    assert changed(digests, *edit) == set()


@pytest.mark.parametrize(
    ("edit", "stale"),
    [
        (("range(shared.count())", "range(1 + shared.count())"), {"lists"}),
        (('return {"x": np.array(n)}', 'return {"x": np.array(n) / 4}'), {"lists", "closures", "lambdas"}),
        (("st.integers(*span)", "st.integers(0, span[1])"), {"lists", "closures", "lambdas"}),
        (("span=(1, 4)", "span=(1, 5)"), {"lists", "closures", "lambdas"}),
        (("LONGEST = 6", "LONGEST = 7"), {"lists"}),
        (("(1, 2.5)", "(1, 2.25)"), {"lists"}),
        (("np.arange(3)", "np.arange(4)"), {"lists"}),
        (("least = 1", "least = 2"), {"lists"}),
        (("return LONGEST", "return LONGEST + 1"), {"lists"}),
        (("def _cached():\n    return 1", "def _cached():\n    return 2"), {"lists"}),
        (("_made(3)", "_made(4)"), {"closures"}),
        (('"size": size', '"size": size + 1'), {"closures"}),
        (('[_side(draw)], "w": 0', '[_side(draw)], "w": 1'), {"lambdas"}),
        (("def count():\n    return 2", "def count():\n    return 3"), {"lists"}),
    ],
    ids=[
        *("draw", "build", "helper", "default", "constant", "nested", "array", "class", "method", "cached"),
        *("closure", "inner", "lambda", "module"),
    ],
)
def test_what_draws_makes_the_cases_that_it_draws_stale(digests, edit, stale):
    assert changed(digests, *edit) == stale


def test_another_pin_is_another_digest():
    assert digest(replace(VECTORS, pinned=())) != digest(VECTORS)


def test_another_number_of_cases_is_another_digest():
    assert digest(replace(VECTORS, count=26)) != digest(VECTORS)


def test_a_function_without_a_file_has_a_digest_all_the_same():
    space = {"__name__": "__main__"}
    exec("def draw(draw): return {}", space)  # noqa: S102 - as an author types it into a notebook
    assert len(digest(replace(VECTORS, draw=space["draw"]))) == 64
