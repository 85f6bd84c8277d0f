"""Unusual constants: which are found in a function's text, and which are not."""

import ast

import pytest

from grader.worker.constants import LONGEST, MOST, Constants, folded


def listed(*sources):
    constants = Constants()
    for source in sources:
        constants.read(ast.parse(source))
    return constants.listed


def of(body):
    """The constants of a function with this body."""
    return listed("def f(x, hp):\n" + "".join(f"    {line}\n" for line in body.splitlines()))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return x + 3", [3]),
        ("return x * -5", [-5]),
        ("return x - 5", [5]),
        ("return x + 1e-5", [1e-5]),
        ("return x % 10**6", [1_000_000]),
        ("return x < 2**31", [2**31]),
        ("return x * (1/255)", [1 / 255]),
        ("return x * (2 * 3 + 1)", [7]),
        ("return x << (1 << 4)", [16]),
        ("return x[3:-4, ..., 7]", [3, -4, 7]),
        ("return x.sum(axis=3)", [3]),
        ("x += 9", [9]),
        ("return 7 if x > 6 else 8", [7, 6, 8]),
        ("g = lambda y: y > 0.01\nreturn g(x)", [0.01]),
        ("def g(y=12):\n    return 13\nreturn g()", [12, 13]),
        ("return [i for i in x if i > 11]", [11]),
        ("match x:\n    case 5 | -6:\n        pass\n    case [7, *_]:\n        pass", [5, -6, 7]),
        ("return x == 3 or x == 3.0 or x == 3", [3, 3.0]),
        ("return {'a': 4, 'b': [5]}", [4, 5]),
        ("return x.reshape(-1, 28 * 28)", [784]),
        ("return x > 0.5 * y", [0.5]),
    ],
)
def test_numbers_are_found_in_the_order_of_the_text(body, expected):
    assert [(type(value), value) for value in of(body)] == [(type(value), value) for value in expected]


@pytest.mark.parametrize(
    "number", ["0", "1", "2", "-1", "0.0", "1.0", "2.", "-1.0", "-0.0", "1 - 1", "2 ** 1", "4 // 4"]
)
def test_what_every_function_has_is_nothing_unusual(number):
    assert of(f"return x + ({number})") == []


@pytest.mark.parametrize(
    "body",
    [
        "'Doc with 99.'",
        "'Doc.'\n99j",
        "raise ValueError('less than %d' % 98, 97)",
        "assert x > 96, 95",
        "print(94, 'x' == x)",
        "logging.info('%d', 93)",
        "logger.debug(x == 'word')",
        "warnings.warn('no', stacklevel=92)",
        "return f'{x:>9} {x + 91}'",
        "y: 'int' = x",
        "return True, False, None, ...",
        "return hp['stride'], hp.get('mode', 'same')",
        "y = 'text'\nreturn y + 'more'",
        "return b'bytes' == x",
        "return 1e999, -1e999, 2 ** 0.5j",
        "return x == '" + "a" * (LONGEST + 1) + "'",
        "half, double, short, byte = x\nreturn half + double + short + byte",
        "return int(x), float(x), bool(x)",
        "return x.dtype, np.mean(x)",
        "return np.zeros(x, order='F'), g(x, 'f'), g(x, kind=float)",
    ],
)
def test_what_is_no_constant_of_the_computation_is_not_found(body):
    assert of(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return hp['mode'] == 'max'", ["max"]),
        ("return 'max' != hp['mode']", ["max"]),
        ("return hp['mode'] in ('max', 'average')", ["max", "average"]),
        ("return x not in ['a', 5, {'b'}]", ["a", 5, "b"]),
        ("return 'key' in hp", ["key"]),
        ("match x:\n    case 'word' | 'other':\n        pass", ["word", "other"]),
        ("match x:\n    case {'key': 'value'}:\n        pass", ["value"]),
        ("def g(y='same', *, z='valid'):\n    pass", ["same", "valid"]),
        ("return x == '" + "a" * LONGEST + "'", ["a" * LONGEST]),
        ("return x == ''", [""]),
    ],
)
def test_strings_are_found_where_they_are_compared(body, expected):
    assert of(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return np.float32(x)", ["float32"]),
        ("return x.astype(np.int8)", ["int8"]),
        ("return x.astype('float32')", ["float32"]),
        ("return x.astype('f4')", ["float32"]),
        ("return x.astype('<f2')", ["float16"]),
        ("return x.astype(int)", ["int64"]),
        ("return x.astype(float, copy=False)", ["float64"]),
        ("return np.zeros(x, dtype='u1')", ["uint8"]),
        ("return np.zeros(x, dtype=bool)", ["bool"]),
        ("return np.zeros(x, 'complex64')", ["complex64"]),
        ("return np.dtype('d')", ["float64"]),
        ("return np.bool_(x)", ["bool"]),
        ("return np.float_(x), np.complex_(x)", ["float64", "complex128"]),
        ("return np.half(x) + np.double(x)", ["float16", "float64"]),
        ("return uint16(x)", ["uint16"]),
        ("return x.dtype == 'float32'", ["float32"]),
        ("return x.astype('nonsense')", []),
        ("return np.zeros(x, dtype='f3')", []),
        ("return np.zeros(x, dtype='O')", []),
        ("return np.zeros(x, dtype=x.dtype)", []),
        ("float32 = x", []),
    ],
)
def test_types_of_numbers_are_found_by_any_name(body, expected):
    assert of(body) == expected


def test_the_module_s_names_count_if_a_function_reads_them():
    source = "EPS = 1e-5\nSIZE: int = 77\nMODES = ('max', 'average', 6)\nTYPE = np.float32\n"
    source += "A = B = 8\nC, D = 9, -9\n"
    assert listed(source + "def f(x):\n    return EPS, B, D\n") == [1e-5, 8, 9, -9]
    assert listed(source + "def f(x):\n    return MODES, TYPE\n") == ["max", "average", 6, "float32"]
    assert listed(source + "def f(x):\n    return x\n") == []
    assert listed("def f(x):\n    return x > LIMIT\n", "LIMIT = 10 ** 3\n") == [1000]


def test_what_a_class_binds_counts_if_a_function_reads_it():
    source = "class A:\n    eps = 1e-8\n    other = 55\n    def f(self):\n        return self.eps\n"
    assert listed(source) == [1e-8]


@pytest.mark.parametrize(
    "statement",
    [
        "X = np.zeros((3, 4))",
        "for i in range(7): pass",
        "print(7)",
        "X = [i for i in range(9)]",
        "X[5]",
        "import np",
    ],
)
def test_the_module_s_other_statements_do_not_count(statement):
    assert listed(f"{statement}\ndef f():\n    return X\n") == []


def test_defaults_and_helpers_count_and_decorators_do_not():
    source = (
        "@lru_cache(maxsize=64)\ndef g(x, k=3, *, mode='same'):\n    return 4\ndef f(x):\n    return g(x)\n"
    )
    assert listed(source) == [3, "same", 4]
    assert listed("relu = lambda x: max(0.01 * x, x)\n") == [0.01]


def test_there_are_no_more_than_are_allowed():
    assert of(f"return {list(range(3, 100))}") == list(range(3, 3 + MOST))


@pytest.mark.parametrize(
    "text",
    [
        "9 ** 9 ** 9 ** 9",
        "1 << 10 ** 9",
        "2 ** 64",
        "1 / 0",
        "1 % 0",
        "1 << -1",
        "10.0 ** 999",
        "(-8) ** 0.5",
        "-(1e308 * 10)",
    ],
)
def test_arithmetic_out_of_bounds_is_not_worked_out(text):
    assert folded(ast.parse(text, mode="eval").body) is None


def test_deep_arithmetic_is_not_worked_out_but_read():
    assert of("return " + " + ".join(["x"] * 2000) + " + 5") == [5]
    assert of("return " + "+".join(["3"] * 2000))[-1] == 3
