import pytest

CONV = "def conv_forward(X):\n    return X + 1"
DISPATCH = """from functools import singledispatch
@singledispatch
def f(x): return 0
@f.register
def _(x: int): return 2 * x"""


def test_nothing_is_kept_that_the_function_does_not_need(find, kept, notebook):
    content = notebook(
        "import math, h5py\nimport matplotlib.pyplot as plt\n%matplotlib inline\nfrom public_tests import *",
        "plt.rcParams['a'] = 1\nUNUSED = open('x')\nEPS = 1e-8",
        "def helper(x):\n    return x + EPS",
        "def conv_forward(x):\n    return math.floor(helper(x))",
        "print(conv_forward(1))\n1 / 0",
    )
    found = find({"a.ipynb": content}, "conv_forward")
    assert kept(found) == ["import math", "EPS = 1e-08", "def helper(x):", "def conv_forward(x):"]


def test_lines_stay_true_in_every_entry(find, notebook):
    found = find({"a.py": b"# %%\nimport math, h5py\n\n# %%\ndef f(x):\n    return math.pi\n"}, "f")
    assert [(entry.label, entry.first_line) for entry in found.slice] == [("a.py", 2), ("a.py", 4)]
    assert found.where == "a.py, line 5"


@pytest.mark.parametrize(
    ("before", "body"),
    [
        ("K = 2", "return x * K"),
        ("K: int = 2", "return x * K"),
        ("K = 1\nK += 1", "return x * K"),
        ("K, L = 2, 3", "return x * K"),
        ("K = [0]\nK[0] = 2", "return x * K[0]"),
        ("K = []\nK.append(2)", "return x * K[0]"),
        ("double = lambda x: 2 * x", "return double(x)"),
        ("import operator as op", "return op.mul(x, 2)"),
        ("from operator import *", "return mul(x, 2)"),
        ("try:\n    import cupy as m\nexcept ImportError:\n    import math as m", "return x * int(m.e)"),
        ("if True:\n    def double(x): return 2 * x\nelse:\n    double = None", "return double(x)"),
        ("class Layer:\n    k = 2\n    def run(self, x): return x * self.k", "return Layer().run(x)"),
        ("class A:\n    k = 2\nclass B(A): pass", "return x * B.k"),
        ("for K in (1, 2): pass", "return x * K"),
        ("K = 1\ndef set_k():\n    global K\n    K = 2\nset_k()", "return x * K"),
        ("K = 2\ndef get(k=K): return k", "return x * get()"),
        ("ONE = 1\nK = [ONE for _ in range(2)]", "return x * sum(K)"),
        ("if (K := 2) > 1: pass", "return x * K"),
        ("def a(x): return b(x)\ndef b(x): return 2 * x", "return a(x)"),
        (DISPATCH, "return f(x)"),
        ("", "def inner(y): return 2 * y\n    return inner(x)"),
    ],
)
@pytest.mark.parametrize("one_cell", [True, False])
def test_a_function_computes_as_in_the_notebook(run, notebook, before, body, one_cell):
    function = f"def conv_forward(x):\n    {body}"
    content = notebook(f"{before}\n{function}") if one_cell else notebook(before, function)
    assert run({"a.ipynb": content}, "conv_forward", 21) == 42


def test_a_decorator_and_what_it_needs_are_kept(run, notebook):
    content = notebook("K = 1\ndef more(f):\n    return lambda x: f(x) + K", f"@more\n{CONV}")
    assert run({"a.ipynb": content}, "conv_forward", 1) == 3


def test_a_function_wrapped_after_its_definition_stays_wrapped(run, notebook):
    content = notebook(
        "def more(f):\n    return lambda x: f(x) + 1", CONV, "conv_forward = more(conv_forward)"
    )
    assert run({"a.ipynb": content}, "conv_forward", 1) == 3


def test_a_function_may_be_a_lambda(run):
    assert run({"a.py": b"conv_forward = lambda x: x + 1"}, "conv_forward", 1) == 2


def test_cells_run_out_of_order_are_put_in_order(run, notebook):
    content = notebook(
        "ROOT = math.sqrt(limit(3))", f"{CONV[:-1]}ROOT", "def limit(x): return x + 1", "import math"
    )
    assert run({"a.ipynb": content}, "conv_forward", 1) == 3


def test_an_import_that_a_later_definition_replaces_is_not_kept(run, notebook):
    content = notebook(
        "from solutions import helper", "def helper(x): return x", "def f(x): return helper(x)"
    )
    assert run({"a.ipynb": content}, "f", 1) == 1


def test_the_main_block_is_never_kept(find, kept):
    text = f"K = 1\n{CONV[:-1]}K\nif __name__ == '__main__':\n    K = 2\n"
    assert kept(find({"a.py": text.encode()}, "conv_forward")) == ["K = 1", "def conv_forward(X):"]


def test_a_star_import_of_a_missing_module_is_not_kept_for_a_name_that_numpy_has(find, kept):
    text = b"from public_tests import *\nfrom numpy import *\ndef f(x): return zeros(x)"
    found = find({"a.py": text}, "f")
    assert (kept(found), found.notes) == (["from numpy import *", "def f(x):"], ())


def test_a_star_import_that_replaces_a_built_in_function_is_kept(find, kept):
    found = find({"a.py": b"from numpy import *\ndef f(x): return sum(x)"}, "f")
    assert kept(found) == ["from numpy import *", "def f(x):"]


def test_what_only_an_annotation_needs_may_fail(find, run, kept):
    files = {
        "a.py": b"from typing import Tuple\nPair = Tuple[int, Missing]\ndef f(x: Pair) -> Pair: return x"
    }
    assert run(files, "f", 1) == 1
    found = find(files, "f")
    assert found.notes == ()
    assert kept(found)[:2] == ["from typing import Tuple", "Pair = Tuple[int, Missing]"]


def test_an_annotation_never_brings_a_missing_module_in(find, kept):
    text = b"import torch\nfrom typing import Any\ndef f(x: torch.Tensor) -> Any: return x"
    assert kept(find({"a.py": text}, "f")) == ["from typing import Any", "def f(x: torch.Tensor) -> Any:"]


@pytest.mark.parametrize(
    "definition",
    [
        "f: object = lambda x: x + 1",
        "f = g = lambda x: x + 1",
        "f, K = (lambda x: x + 1), 3",
        "(f := lambda x: x + 1)",
        "def make(n):\n    def add(x): return x + n\n    return add\nf = make(1)",
        "from functools import partial\ndef add(n, x): return x + n\nf = partial(add, 1)",
        "class Add:\n    def __call__(self, x): return x + 1\nf = Add()",
        "class Add:\n    @staticmethod\n    def f(x): return x + 1\nf = Add.f",
        "if True:\n    def f(x): return x + 1",
        "try:\n    from fast import f\nexcept ImportError:\n    def f(x): return x + 1",
    ],
)
def test_a_function_may_come_about_in_any_way(run, definition):
    assert run({"a.py": definition.encode()}, "f", 2) == 3


@pytest.mark.parametrize(
    "more",
    [
        "class Layer(Layer):\n    def b(self): return self.a() + 1",
        "Layer.b = lambda self: self.a() + 1",
        "def b(self): return self.a() + 1\nsetattr(Layer, 'b', b)",
    ],
)
def test_a_class_may_be_written_in_several_cells(run, notebook, more):
    content = notebook("class Layer:\n    def a(self): return 1", more, "def f(): return Layer().b()")
    assert run({"a.ipynb": content}, "f") == 2


def test_a_function_that_a_later_one_of_the_same_name_builds_on_is_kept(run, notebook):
    assert run({"a.ipynb": notebook("def f(x): return x", "def f(x, old=f): return old(x) + 1")}, "f", 1) == 2
