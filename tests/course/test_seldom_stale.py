"""Edits of a kind that few courses see: they may decide a case all the same."""

import pytest
from support.edited import is_stale

EDITS = {
    "walrus at module level": (
        ("(N := 3)\ndef draw(d): return {'n': N}"),
        "N := 3",
        "N := 4",
    ),
    "unpacked": (
        ("A, *B = 1, 2, 3\ndef draw(d): return {'n': B}"),
        "2, 3",
        "2, 4",
    ),
    "with block": (
        ("import contextlib\nwith contextlib.nullcontext(3) as N: pass\ndef draw(d): return {'n': N}"),
        "(3)",
        "(4)",
    ),
    "except branch": (
        ("try:\n    from nowhere import N\nexcept ImportError:\n    N = 3\ndef draw(d): return {'n': N}"),
        "N = 3",
        "N = 4",
    ),
    "class in class": (
        ("class A:\n    class B:\n        n = 1\ndef draw(d): return {'n': A.B.n}"),
        "n = 1",
        "n = 2",
    ),
    "singledispatch": (
        (
            "@functools.singledispatch\ndef f(x): return 0\n@f.register\n"
            "def _(x: int): return 1\ndef draw(d): return {'n': f(2)}"
        ),
        "return 1",
        "return 2",
    ),
    "register by key": (
        (
            "class R(dict):\n    def named(self, k):\n        def add(f):\n"
            "            self[k] = f\n            return f\n        return add\n"
            "KINDS = R()\n@KINDS.named('a')\ndef small(): return 1\n"
            "def draw(d): return {'n': KINDS['a']()}"
        ),
        "'a')\ndef",
        "'b')\ndef",
    ),
    "set in a module": (
        ("from . import helper\nhelper.N = 7\ndef draw(d): return {'n': helper.N}\n# file: helper.py\nN = 3"),
        "N = 7",
        "N = 8",
    ),
    "loop of draws": (
        (
            "DRAWS = []\nfor n in (1, 2):\n    def one(d, n=n): return {'n': n}\n"
            "    DRAWS.append(one)\nINPUTS = Inputs(DRAWS[0], build)"
        ),
        "(1, 2)",
        "(3, 2)",
    ),
    "register_type_strategy": (
        (
            "class Span(tuple): pass\n"
            "st.register_type_strategy(Span, st.builds(Span, st.lists(st.integers(1, 3))))\n"
            "def draw(d): return {'n': d(st.from_type(Span))}"
        ),
        "1, 3",
        "1, 4",
    ),
    "Literal": (
        (
            "from typing import Literal, get_args\nK = Literal['a', 'b']\n"
            "def draw(d): return {'n': d(st.sampled_from(get_args(K)))}"
        ),
        "'b'",
        "'c'",
    ),
    "two levels up": (
        (
            "from .deep.er import n\ndef draw(d): return {'n': n()}\n"
            "# file: deep/__init__.py\n# file: deep/er.py\nfrom ..helper import N\n"
            "def n(): return N\n# file: helper.py\nN = 3"
        ),
        "N = 3",
        "N = 4",
    ),
    "order of imports": (
        (
            "from .a import N\nfrom .b import N\ndef draw(d): return {'n': N}\n"
            "# file: a.py\nN = 3\n# file: b.py\nN = 4"
        ),
        "from .a import N\nfrom .b import N",
        "from .b import N\nfrom .a import N",
    ),
    "defaults set": (
        ("def draw(d, n=1): return {'n': n}\ndraw.__defaults__ = (5,)"),
        "(5,)",
        "(6,)",
    ),
    "composite in a factory": (
        (
            "def made(n):\n    @st.composite\n    def inner(d): return n + d(st.just(0))\n"
            "    def draw(d): return {'n': d(inner())}\n    return draw\n"
            "INPUTS = Inputs(made(1), build)"
        ),
        "made(1)",
        "made(2)",
    ),
    "method of a base, attribute of a subclass": (
        (
            "class B:\n    def draw(self, d): return {'n': self.n}\nclass S(B):\n"
            "    n = 3\nINPUTS = Inputs(S().draw, build)"
        ),
        "n = 3",
        "n = 4",
    ),
    "class method": (
        (
            "class B:\n    @classmethod\n    def draw(cls, d): return {'n': cls.n}\n"
            "class S(B):\n    n = 3\nINPUTS = Inputs(S.draw, build)"
        ),
        "n = 3",
        "n = 4",
    ),
    "static method": (
        ("class B:\n    @staticmethod\n    def draw(d): return {'n': 3}\nINPUTS = Inputs(B.draw, build)"),
        "'n': 3",
        "'n': 4",
    ),
    "f-string": (
        ("N = 3\ndef draw(d): return {'n': f'{N:>{N}}'}"),
        "N = 3",
        "N = 4",
    ),
    "hides a builtin": (
        ("def max(a, b): return a\ndef draw(d): return {'n': max(1, 2)}"),
        "return a",
        "return b",
    ),
    "a local class's init": (
        (
            "def made(k):\n    class Size:\n        def __init__(self): self.n = k\n"
            "    def draw(d): return {'n': Size().n}\n    return draw\n"
            "INPUTS = Inputs(made(1), build)"
        ),
        "made(1)",
        "made(2)",
    ),
    "match": (
        ("match 3:\n    case int(N): pass\ndef draw(d): return {'n': N}"),
        "match 3",
        "match 4",
    ),
    "dunder": (
        ("__limit__ = 3\ndef draw(d): return {'n': __limit__}"),
        "= 3",
        "= 4",
    ),
    "memo first value": (
        (
            "def made():\n    memo = {'n': 3}\n    def draw(d):\n"
            "        memo['k'] = 1\n        return {'n': memo['n']}\n    return draw\n"
            "INPUTS = Inputs(made(), build)"
        ),
        "'n': 3",
        "'n': 4",
    ),
    "attrgetter of config": (
        ("class C: pass\nC.n = 3\ndef draw(d): return {'n': operator.attrgetter('n')(C)}"),
        "C.n = 3",
        "C.n = 4",
    ),
    "recursion of two": (
        ("def a(n): return b(n - 1) if n else 1\ndef b(n): return a(n)\ndef draw(d): return {'n': a(3)}"),
        "return a(n)",
        "return a(n) + 1",
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_may_decide_a_case_is_seen(tmp_path, edit):
    assert is_stale(tmp_path, *edit)
