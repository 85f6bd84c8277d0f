"""An edit makes kept cases out of date if it may decide what is drawn, and only then."""

import pytest
from support.edited import is_stale

SEEN = {
    "a strategy of the module": ("S = st.integers(1, 5)\ndef draw(d): return {'n': d(S)}", "1, 5", "1, 6"),
    "a composite": (
        (
            "@st.composite\ndef pair(d, most=3): return d(st.integers(1, most))\n"
            "def draw(d): return {'n': d(pair())}"
        ),
        "st.integers(1, most)",
        "st.integers(0, most)",
    ),
    "a composite's default": (
        (
            "@st.composite\ndef pair(d, most=3): return d(st.integers(1, most))\n"
            "def draw(d): return {'n': d(pair())}"
        ),
        "most=3",
        "most=4",
    ),
    "a strategy of a lambda": (
        "S = st.integers(1, 5).map(lambda n: 2 * n)\ndef draw(d): return {'n': d(S)}",
        "2 * n",
        "3 * n",
    ),
    "a strategy of a function": (
        "def twice(n): return 2 * n\nS = st.integers(1, 5).map(twice)\ndef draw(d): return {'n': d(S)}",
        "2 * n",
        "3 * n",
    ),
    "a range": ("R = range(1, 5)\ndef draw(d): return {'n': d(st.sampled_from(R))}", "1, 5", "1, 6"),
    "a slice": ("R = slice(1, 5)\ndef draw(d): return {'n': [1, 2, 3][R]}", "1, 5", "1, 6"),
    "a number of a submodule": (
        (
            "import edited.inner.helper\ndef draw(d): return {'n': edited.inner.helper.N}\n"
            "# file: inner/__init__.py\n# file: inner/helper.py\nN = 3"
        ),
        "N = 3",
        "N = 4",
    ),
    "a number of a submodule under another name": (
        "import edited.helper as h\ndef draw(d): return {'n': h.N}\n# file: helper.py\nN = 3",
        "N = 3",
        "N = 4",
    ),
    "an import inside": (
        "def draw(d):\n    from .helper import N\n    return {'n': N}\n# file: helper.py\nN = 3",
        "N = 3",
        "N = 4",
    ),
    "a module that is imported inside": (
        "def draw(d):\n    from edited import helper as h\n    return {'n': h.N}\n# file: helper.py\nN = 3",
        "N = 3",
        "N = 4",
    ),
    "an import of everything": (
        "from .helper import *\ndef draw(d): return {'n': N}\n# file: helper.py\nN = 3",
        "N = 3",
        "N = 4",
    ),
    "an import that is handed on": (
        (
            "from . import N\ndef draw(d): return {'n': N}\n# file: __init__.py\nfrom .helper import N\n"
            "# file: helper.py\nN = 3"
        ),
        "N = 3",
        "N = 4",
    ),
    "which of two names is imported": (
        (
            "from .helper import N as A\nfrom .helper import M as B\ndef draw(d): return {'n': A - B}\n"
            "# file: helper.py\nN = 3\nM = 4"
        ),
        "N as A\nfrom .helper import M as B",
        "M as A\nfrom .helper import N as B",
    ),
    "a module that is handed on as a whole": (
        "from . import helper\ndef draw(d): return {'n': getattr(helper, 'N')}\n# file: helper.py\nN = 3",
        "N = 3",
        "N = 4",
    ),
    "a base class's attribute": (
        "class A:\n    n = 1\nclass B(A): pass\ndef draw(d): return {'n': B().n}",
        "n = 1",
        "n = 2",
    ),
    "a base class's method elsewhere": (
        (
            "from .helper import A\nclass B(A): pass\ndef draw(d): return {'n': B().n()}\n# file: helper.py\n"
            "class A:\n    def n(self): return 1"
        ),
        "return 1",
        "return 2",
    ),
    "a metaclass": (
        "class M(type):\n    n = 1\nclass B(metaclass=M): pass\ndef draw(d): return {'n': B.n}",
        "n = 1",
        "n = 2",
    ),
    "a member of an enum": (
        "class E(enum.IntEnum):\n    LOW = 1\ndef draw(d): return {'n': E.LOW}",
        "LOW = 1",
        "LOW = 2",
    ),
    "an enum made by a call": (
        "E = enum.Enum('E', {'LOW': 1})\ndef draw(d): return {'n': E.LOW.value}",
        "'LOW': 1",
        "'LOW': 2",
    ),
    "a property and what it uses": (
        "N = 1\nclass A:\n    @property\n    def n(self): return N\ndef draw(d): return {'n': A().n}",
        "N = 1",
        "N = 2",
    ),
    "a class method's constant": (
        "N = 1\nclass A:\n    @classmethod\n    def n(cls): return N\ndef draw(d): return {'n': A.n()}",
        "N = 1",
        "N = 2",
    ),
    "a dataclass instance": (
        (
            "@dataclasses.dataclass\nclass Span:\n    low: int = 0\n    high: int = 3\nS = Span(high=5)\n"
            "def draw(d): return {'n': S.high}"
        ),
        "high=5",
        "high=6",
    ),
    "a dataclass's default": (
        "@dataclasses.dataclass\nclass Span:\n    low: int = 0\nS = Span()\ndef draw(d): return {'n': S.low}",
        "int = 0",
        "int = 1",
    ),
    "a namedtuple's value": (
        "P = collections.namedtuple('P', 'a b')\nV = P(1, 2)\ndef draw(d): return {'n': V.a}",
        "P(1, 2)",
        "P(3, 2)",
    ),
    "the fields of a namedtuple": (
        "P = collections.namedtuple('P', 'a b')\nV = P(1, 2)\ndef draw(d): return {'n': V.a}",
        "'a b'",
        "'b a'",
    ),
    "a dtype": (
        "T = np.dtype('f8')\ndef draw(d): return {}\ndef build(): return {'x': np.zeros(1, T)}",
        "'f8'",
        "'f4'",
    ),
    "a generator's seed": (
        "R = np.random.default_rng(3)\ndef draw(d): return {}\ndef build(): return {'x': R.normal(size=1)}",
        "rng(3)",
        "rng(4)",
    ),
    "a bound method": (
        "class A:\n    def n(self): return 1\nF = A().n\ndef draw(d): return {'n': F()}",
        "return 1",
        "return 2",
    ),
    "a partial": (
        "def side(d, most): return 1\nF = functools.partial(side, most=3)\ndef draw(d): return {'n': F(d)}",
        "most=3",
        "most=4",
    ),
    "a decorator": (
        (
            "def two(f):\n    @functools.wraps(f)\n    def g(d): return {'n': 2 * f(d)['n']}\n    return g\n"
            "@two\ndef draw(d): return {'n': 1}"
        ),
        "2 * f",
        "3 * f",
    ),
    "what a decorator decorates": (
        (
            "def two(f):\n    @functools.wraps(f)\n    def g(d): return {'n': 2 * f(d)['n']}\n    return g\n"
            "def _draw(d): return {'n': 1}\ndraw = two(_draw)"
        ),
        "'n': 1",
        "'n': 3",
    ),
    "a number that is changed": (
        "N = 1\nN += 1\ndef draw(d): return {'n': N}",
        "N += 1",
        "N += 2",
    ),
    "an entry that is set": (
        "N = {}\nN['a'] = 1\ndef draw(d): return {'n': N['a']}",
        "= 1",
        "= 2",
    ),
    "a list that is added to": (
        "N = []\nN.append(1)\ndef draw(d): return {'n': N[0]}",
        "append(1)",
        "append(2)",
    ),
    "a list that is added to in a loop": (
        "N = []\nfor i in range(3):\n    N.append(i)\ndef draw(d): return {'n': N[0]}",
        "range(3)",
        "range(4)",
    ),
    "a list that is shuffled": (
        "import random\nN = [1, 2]\nrandom.Random(0).shuffle(N)\ndef draw(d): return {'n': N[0]}",
        "Random(0)",
        "Random(1)",
    ),
    "an attribute of a function": (
        "def draw(d): return {'n': draw.n}\ndraw.n = 3",
        "draw.n = 3",
        "draw.n = 4",
    ),
    "a number that is set in a function": (
        "def choose():\n    global N\n    N = 3\nchoose()\ndef draw(d): return {'n': N}",
        "N = 3",
        "N = 4",
    ),
    "a branch that is not taken here": (
        "if sys.maxsize > 2**40:\n    N = 1\nelse:\n    N = 2\ndef draw(d): return {'n': N}",
        "N = 2",
        "N = 3",
    ),
    "a lambda": ("draw = lambda d: {'n': 1}", "'n': 1", "'n': 2"),
    "a cached function": (
        "@functools.lru_cache\ndef n(): return 1\ndef draw(d): return {'n': n()}",
        "return 1",
        "return 2",
    ),
    "a default that a name gives": ("N = 1\ndef draw(d, n=N): return {'n': n}", "N = 1", "N = 2"),
    "a name that a comprehension reads": (
        "def draw(d): return {'n': [each for each in NS if each > LEAST]}\nNS = [1]\nLEAST = 0",
        "LEAST = 0",
        "LEAST = 1",
    ),
    "the first list of a comprehension": (
        "ns = [1]\ndef draw(d): return {'n': [ns for ns in ns]}",
        "ns = [1]",
        "ns = [2]",
    ),
    "a name of another package": (
        "from math import floor as f\ndef draw(d): return {'n': f(1.5)}",
        "floor",
        "ceil",
    ),
}


@pytest.mark.parametrize("edit", SEEN.values(), ids=SEEN)
def test_what_may_decide_a_case_is_seen(tmp_path, edit):
    assert is_stale(tmp_path, *edit)
