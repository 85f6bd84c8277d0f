"""Functions of all kinds, as students write them and as nobody would; a rewritten one does what it did."""

ZOO = {
    "early returns": (
        """
def f(x):
    if x < 0:
        return 'below'
    if x == 0:
        return 'zero'
    return 'above'
""",
        [(-1,), (0,), (1,), ("a",)],
    ),
    "an elif": (
        """
def f(x):
    if x < 0:
        y = 1
    elif x == 0:
        y = 2
    elif x == 1:
        pass
    else:
        y = 3
    return y
""",
        [(-1,), (0,), (1,), (2,)],
    ),
    "recursion": (
        """
def f(n):
    return 1 if n < 2 else n * f(n - 1)
""",
        [(0,), (1,), (20,), (None,)],
    ),
    "recursion of two": (
        """
def even(n):
    return n == 0 or odd(n - 1)
def odd(n):
    return n != 0 and even(n - 1)
f = even
""",
        [(0,), (7,), (300,), ("x",)],
    ),
    "a generator": (
        """
def f(n):
    for i in range(n):
        if i % 2:
            got = yield i
        else:
            yield -i or None
    else:
        yield 'end'
    return n
""",
        [(0,), (5,)],
    ),
    "a generator with a yield in an expression": (
        """
def f(x):
    y = (x and (yield 1)) or (yield 2)
    z = (yield 3) if x else (yield 4)
    yield y, z
""",
        [(0,), (1,)],
    ),
    "a generator of generators": (
        """
def g(n):
    if n:
        yield n
        yield from g(n - 1)
def f(n):
    return list(g(n))
""",
        [(0,), (4,)],
    ),
    "a generator because of what never runs": (
        """
def f():
    if 0:
        yield
""",
        [()],
    ),
    "exceptions": (
        """
def f(x):
    said = []
    try:
        said.append(1 / x)
    except ZeroDivisionError as error:
        said.append(str(error))
    except TypeError:
        raise
    else:
        said.append('else')
    finally:
        said.append('finally')
        if len(said) > 9:
            return None
    return said
""",
        [(0,), (2,), ("a",)],
    ),
    "an exception from an exception": (
        """
def f(x):
    try:
        return x[0]
    except IndexError as error:
        y = 1
        raise ValueError('empty') from error
    except TypeError:
        return x.y or\\
            x
""",
        [([],), ([1],), (3,)],
    ),
    "groups of exceptions": (
        """
def f(x):
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as error:
        y = error.exceptions
    except* KeyError:
        return_ = x
    return [str(e) for e in y if e], return_
""",
        [(1,)],
    ),
    "a finally that returns": (
        """
def f(x):
    try:
        if x:
            raise KeyError(x)
    finally:
        if x == 1:
            return 'swallowed'
""",
        [(0,), (1,), (2,)],
    ),
    "while and else": (
        """
def f(n):
    while n > 0:
        n -= 2
        if n == 5:
            break
        if n == 4:
            continue
    else:
        return 'else', n
    return 'break', n
""",
        [(0,), (9,), (8,)],
    ),
    "a loop without end": (
        """
def f(n):
    while True:
        n += 1
        if n > 3 and n % 2: break
    return n
""",
        [(0,), (9,)],
    ),
    "for and else": (
        """
def f(items):
    for i, x in enumerate(items):
        if not x:
            break
    else:
        i = None
    return i
""",
        [([],), ([1, 0],), ([1, 1],), (3,)],
    ),
    "a walrus": (
        """
def f(x):
    if (y := x % 3) and (z := y - 1):
        return y, z
    return [w for v in (x, y) if (w := v)], w
""",
        [(0,), (1,), (2,)],
    ),
    "comprehensions": (
        """
def f(n):
    return ([[j for j in range(i) if j % 2 if j > 1] for i in range(n) if i or n > 3],
        {i: -i if i else None for i in range(n)}, {i for i in range(n) if i and i % 3},
        any(i > 2 or i == 1 for i in range(n) if i))
""",
        [(0,), (6,), ("a",)],
    ),
    "lambdas": (
        """
relu = lambda x: x if x > 0 else 0
f = lambda x, g=lambda y: y and y + 1: (relu(x), g(x) or g)[0]
""",
        [(2,), (-2,), ("a",)],
    ),
    "values of and and or": (
        """
def f(a, b, c):
    return (a and b and c, a or b or c, a and b or c, not (a or b) and c, a or (b and c))
""",
        [(0, "", []), (1, "", [2]), ([], {}, None), ("x", (), 0.0), (1, 2, 3)],
    ),
    "comparisons in a chain": (
        """
def f(x, y):
    return (0 < x < y or 'no') if x != y else (x is y and x == y)
""",
        [(1, 2), (2, 1), (1, 1), ("a", 1)],
    ),
    "short circuits": (
        """
def f(x):
    calls = []
    def say(v):
        calls.append(v)
        return v
    say(0) and say(1)
    say(2) or say(3)
    say(x) and say(x) or say(4)
    say(5) if x else say(6)
    return calls
""",
        [(0,), (1,)],
    ),
    "truth that raises": (
        """
class No:
    def __bool__(self):
        raise ValueError('ambiguous')
def f(x):
    no = No()
    if x == 0:
        return bool(1 and
            no)
    if x == 1:
        return [1 for i in range(3)
            if no]
    return 1 and no and\\
        2
""",
        [(0,), (1,), (2,)],
    ),
    "truth that counts": (
        """
class Bit:
    asked = 0
    def __bool__(self):
        Bit.asked += 1
        return Bit.asked % 2 == 0
def f():
    Bit.asked = 0
    b = Bit()
    [0 for i in range(3) if b]
    b and b or b
    if b or b and b: pass
    while not b: pass
    return Bit.asked
""",
        [()],
    ),
    "decorators": (
        """
import functools
def twice(g):
    @functools.wraps(g)
    def h(*args):
        return g(g(*args)) if args else g
    return h
@twice
@functools.lru_cache(maxsize=8)
def f(x):
    'Doc.'
    if x > 5:
        return x - 5
    return x + 1
""",
        [(1,), (5,), (6,), ("a",)],
    ),
    "docstrings": (
        """
def f(x):
    'Doc of f.'
    class A:
        'Doc of A.'
        def g(self):
            'Doc of g.'
            if x: 'no docstring'
    def h():
        if x: return 1
    return f.__doc__, A.__doc__, A.g.__doc__, h.__doc__
""",
        [(0,), (1,)],
    ),
    "match": (
        """
def f(x):
    match x:
        case 0 | 1:
            return 'small'
        case [a, *rest] if a and rest:
            return a, rest
        case {'k': v, **more}:
            return v, more
        case str() as s:
            return s or 'empty'
        case -5 | 2.5:
            return 'odd'
        case None:
            raise ValueError(x)
        case _:
            pass
    return 'other'
""",
        [(0,), ([1, 2],), ([0, 2],), ({"k": 1, "l": 2},), ("",), (-5,), (None,), (7,)],
    ),
    "closures": (
        """
def f(n):
    total = 0
    def add(x):
        nonlocal total
        if x > 2:
            total += x
        else:
            total -= 1
        return total
    return [add(i) for i in range(n)], total
""",
        [(0,), (5,), (None,)],
    ),
    "a global in a branch": (
        """
count = 0
def f(x):
    if x:
        global count
        count += x
    return count
""",
        [(0,), (2,), (0,)],
    ),
    "del": (
        """
def f(x):
    y = [1, 2, 3]
    if x:
        del y[0]
    elif x is None:
        del y
    return y
""",
        [(0,), (1,), (None,)],
    ),
    "defaults": (
        """
def f(x, y=[] or [1], *, z=3 if True else 4, **more):
    y = y + [x] if x else y
    return y, z, more or None
""",
        [(0,), (1,), (1, [2])],
    ),
    "methods": (
        """
class Layer:
    size = 3 if True else 4
    def __init__(self, n):
        self.__n = n or self.size
    @property
    def n(self):
        return self.__n if self.__n > 1 else -1
    @classmethod
    def of(cls, n):
        if n is None:
            return cls(0)
        return cls(n)
    def __call__(self, x):
        return super().__eq__(x) or self.n
def f(n):
    return Layer.of(n).n, bool(Layer(1)(n))
""",
        [(None,), (1,), (5,), ("a",)],
    ),
    "a class in a function": (
        """
import enum
def f(x):
    class Kind(enum.Enum):
        A = 1
        if x:
            B = 2
        else:
            C = x or 3
    return [k.name for k in Kind], Kind(3)
""",
        [(0,), (1,)],
    ),
    "names as they are seen from inside": (
        """
def f(x):
    y = 1 if x else 2
    if y:
        pass
    return sorted(locals()), f.__code__.co_varnames,\\
        f.__code__.co_firstlineno
""",
        [(0,), (1,)],
    ),
    "contexts": (
        """
import contextlib
def f(x):
    with contextlib.suppress(KeyError) as nothing:
        if x:
            raise KeyError
        return nothing or 'through'
    return 'suppressed'
""",
        [(0,), (1,)],
    ),
    "text": (
        """
def f(x):
    return f"{'yes' if x else 'no'} {x and 1!r:>{4 if x else 2}}", '%s' % (x or 'none')
""",
        [(0,), (1,)],
    ),
    "an error over several lines": (
        """
def f(x):
    y = (x
         and x[0]
         or x['a'])
    z = [
        i
        for i in y
        if i
        if 1 / i > 1
    ]
    return (z
            if z else
            y.none)
""",
        [("",), ([[]],), ([[0.5]],), ([[4]],), ([["a"]],)],
    ),
    "annotations": (
        """
def f(x: 1 if 2 else 3 = 0, *y: a or b) -> c and d:
    z: e or g = 1
    return f.__annotations__
""",
        [()],
    ),
    "arrays": (
        """
import numpy as np
def f(x):
    out = np.zeros((2, 2))
    for i in range(2):
        for j in range(2):
            if x[i, j] > 0 and i != j:
                out[i, j] = x[i, j]
            else:
                out[i, j] += 1
    return out.tolist() if out.any() else None
""",
        [("bad",)],
    ),
    "assertions": (
        """
def f(x):
    assert x or x is None, 'no' if x else 'yes'
    assert not x or x > 1
    return x
""",
        [(0,), (1,), (2,), (None,)],
    ),
    "a name that is not bound": (
        """
def f(x):
    if x:
        y = 1
    return y if x < 2 else nothing
""",
        [(0,), (1,), (2,)],
    ),
}
"""By name: the source of a function f, and the arguments of calls, one after the other."""
