"""What a closure keeps has no name in a module: it is known by its value."""

import pytest
from support.edited import digested, is_stale

CLOSED = """
import types
def made(each):
    def draw(d): return {'n': str(each)}
    return draw
@dataclasses.dataclass
class Span:
    low: int
class Word(str): pass
class E(enum.Enum):
    LOW = 1
    HIGH = 2
def one(): return 1
def two(): return 2
class Slotted:
    __slots__ = ("n",)
    def __init__(self, n): self.n = n
class Broken:
    def __repr__(self): raise ValueError
class Walker:
    def __init__(self, n): self.n = n
    def step(self): return self.n
INPUTS = Inputs(made(VALUE), build)
"""
KEPT = [
    ("1", "2"),
    ("True", "1"),
    ("10**5000", "10**5000 + 1"),
    ("'\\ud800'", "'\\ud801'"),
    ("((1, 2), 3)", "(1, (2, 3))"),
    ("[1]", "(1,)"),
    ("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
    ("range(3)", "range(4)"),
    ("slice(3)", "slice(4)"),
    ("1 + 2j", "1 + 3j"),
    ("{1, 2}", "{1, 3}"),
    ("frozenset({E.LOW})", "frozenset({E.HIGH})"),
    ("E.LOW", "E.HIGH"),
    ("Span(1)", "Span(2)"),
    ("Word('a')", "Word('b')"),
    ("Walker(1).step", "Walker(2).step"),
    ("one", "two"),
    ("functools.partial(one)", "functools.partial(two)"),
    ("functools.lru_cache(one)", "functools.lru_cache(two)"),
    ("operator.itemgetter(1)", "operator.itemgetter(2)"),
    ("collections.deque([1])", "collections.deque([2])"),
    ("collections.defaultdict(one)", "collections.defaultdict(two)"),
    ("collections.Counter('a')", "collections.Counter('b')"),
    ("re.compile('a')", "re.compile('b')"),
    ("np.arange(3)", "np.arange(4)"),
    ("np.array([1], object)", "np.array([2], object)"),
    ("np.float32(1)", "np.float64(1)"),
    ("np.dtype('f4')", "np.dtype('f8')"),
    ("np.random.default_rng(3)", "np.random.default_rng(4)"),
    ("np.sin", "np.cos"),
    ("len", "abs"),
    ("[1].count", "[2].count"),
    ("types.SimpleNamespace(a=1)", "types.SimpleNamespace(a=2)"),
    ("types.MappingProxyType({1: 2})", "types.MappingProxyType({1: 3})"),
    ("Slotted(1)", "Slotted(2)"),
    ("np.vectorize(one)", "np.vectorize(two)"),
    ("st.integers(1, 5)", "st.integers(1, 6)"),
    ("st.integers(1, 5).map(lambda n: n)", "st.integers(1, 5).map(lambda n: -n)"),
    ("st.integers(1, 5).filter(one)", "st.integers(1, 5).filter(two)"),
    ("st.lists(st.builds(one))", "st.lists(st.builds(two))"),
    ("(st.integers(1, 5).map(lambda n: n), 1)", "(st.integers(1, 5).map(lambda n: n), 2)"),
    ("lambda: 1", "lambda: 2"),
    ("type('T', (), {'n': 1})", "type('T', (), {'n': 2})"),
]
UNSEEN = {
    "the state of a generator": "np.random.default_rng(3)",
    "an unseeded generator": "np.random.default_rng()",
    "the environment": "__import__('os')._Environ({1: __import__('time').time_ns()}, *[abs] * 4)",
    "an iterator": "iter([1, 2])",
    "a strategy of what cannot be shown": "st.just(Broken())",
    "a list in itself": "(lambda each: each.append(each) or each)([])",
    "an object with an address": "object()",
    "a set of words": "{'a', 'b', 'c', 'd', 'e', 'f', one, two, E.LOW, E.HIGH}",
    "where the course is": "__file__",
    "where the course is, as a path": "__import__('pathlib').Path(__file__).parent",
}


@pytest.mark.parametrize("values", KEPT, ids=[f"{one} {other}" for one, other in KEPT])
def test_what_a_closure_keeps_is_seen(tmp_path, values):
    assert is_stale(
        tmp_path, CLOSED.replace("VALUE", f"({values[0]})"), *(f"made(({each}))" for each in values)
    )


@pytest.mark.parametrize("value", UNSEEN.values(), ids=UNSEEN)
def test_what_differs_from_one_process_to_the_next_is_not_seen(tmp_path, value):
    text = CLOSED.replace("VALUE", f"({value})")
    assert digested(tmp_path, text) == digested(tmp_path, text)
