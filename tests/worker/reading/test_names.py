import ast
import importlib.util
import symtable
import warnings
from pathlib import Path

import pytest

from grader.worker.reading.names import Kind, names_of


def names(source):
    (statement,) = ast.parse(source).body
    return names_of(statement)


def pythons_own(source):
    """Return the global names that a statement reads, and those that it binds, by Python's symbol table."""
    top = symtable.symtable(source, "statement", "exec")
    reads = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    binds = {
        symbol.get_name() for symbol in top.get_symbols() if symbol.is_assigned() or symbol.is_imported()
    }
    tables = top.get_children()
    while tables:
        table = tables.pop()
        reads |= {
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_global() and symbol.is_referenced()
        }
        tables += table.get_children()
    return reads, binds


@pytest.mark.parametrize(
    "module", ["ast", "copy", "dataclasses", "functools", "inspect", "statistics", "typing"]
)
def test_functions_and_classes_read_what_pythons_own_symbol_table_says(module):
    text = Path(importlib.util.find_spec(module).origin).read_text(encoding="utf-8")
    statements = [
        s for s in ast.parse(text).body if isinstance(s, ast.FunctionDef | ast.ClassDef | ast.Assign)
    ]
    assert len(statements) > 10
    for statement in statements:
        found = names_of(statement)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expected = pythons_own(ast.unparse(statement))
        bound = {name for name, kind in found.binds.items() if kind is not Kind.CHANGE}
        assert ({*found.now, *found.later, *found.soft} - {"__class__"}, bound) == (
            expected[0] - {"__class__"},
            expected[1],
        )


def test_defaults_and_decorators_are_read_now_and_the_body_later():
    found = names("@trace\ndef f(x, y=START):\n    return helper(x)")
    assert (list(found.now), list(found.later)) == (["trace", "START"], ["helper"])


def test_annotations_are_apart():
    found = names("def f(x: Array) -> Image:\n    return x")
    assert (list(found.soft), found.now, found.later) == (["Array", "Image"], {}, {})


def test_a_lambda_reads_later_and_a_comprehension_now():
    assert list(names("f = lambda x: g(x)").later) == ["g"]
    assert list(names("y = [g(x) for x in xs]").now) == ["xs", "g"]


@pytest.mark.parametrize(
    ("source", "binds"),
    [
        ("a, (b, *c) = x", {"a": Kind.VALUE, "b": Kind.VALUE, "c": Kind.VALUE}),
        ("a: int = 1", {"a": Kind.VALUE}),
        ("a: int", {}),
        ("a += 1", {"a": Kind.CHANGE}),
        ("a['stride'] = 2", {"a": Kind.CHANGE}),
        ("a.flags.writeable = False", {"a": Kind.CHANGE}),
        ("import a.b, c as d", {"a": Kind.IMPORT, "d": Kind.IMPORT}),
        ("from a import b as c", {"c": Kind.IMPORT}),
        ("for a in x:\n    b = a", {"a": Kind.VALUE, "b": Kind.VALUE}),
        ("with x as a:\n    pass", {"a": Kind.VALUE}),
        ("try:\n    import a\nexcept E as b:\n    def a(): pass", {"a": Kind.DEFINITION, "b": Kind.VALUE}),
        ("[(a := x) for b in c]", {"a": Kind.VALUE}),
        ("class a:\n    b = 1\n    def c(self): d = 2", {"a": Kind.DEFINITION}),
        ("@a.register\ndef f(x): pass", {"f": Kind.DEFINITION, "a": Kind.CHANGE}),
        (
            "match x:\n    case {'k': a, **b}: pass\n    case [c, *d] as e: pass",
            dict.fromkeys("abcde", Kind.VALUE),
        ),
    ],
)
def test_a_statement_binds(source, binds):
    assert names(source).binds == binds


def test_a_global_statement_makes_the_function_bind_when_it_is_called():
    found = names("def f():\n    global a\n    a = 1")
    assert (list(found.binds), list(found.stores)) == (["f"], ["a"])


def test_a_method_does_not_see_the_names_of_its_class():
    assert list(names("class A:\n    k = 1\n    def f(self): return k").later) == ["k"]
