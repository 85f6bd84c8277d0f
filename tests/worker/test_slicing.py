import json

import pytest

from grader.worker.slicing import survey

CONV = "def conv_forward(X):\n    return X + 1"
DISPATCH = """from functools import singledispatch
@singledispatch
def f(x): return 0
@f.register
def _(x: int): return 2 * x"""
PAD = "def zero_pad(X, pad):\n    return X + pad"


# -- what is kept ---------------------------------------------------------------------------------


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
    assert [(entry["label"], entry["first_line"]) for entry in found["slice"]] == [("a.py", 2), ("a.py", 4)]
    assert found["where"] == "a.py, line 5"


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
    assert (kept(found), found["notes"]) == (["from numpy import *", "def f(x):"], [])


def test_a_star_import_that_replaces_a_built_in_function_is_kept(find, kept):
    found = find({"a.py": b"from numpy import *\ndef f(x): return sum(x)"}, "f")
    assert kept(found) == ["from numpy import *", "def f(x):"]


def test_an_annotation_never_brings_a_missing_module_in(find, kept):
    text = b"import torch\nfrom typing import Any\ndef f(x: torch.Tensor) -> Any: return x"
    assert kept(find({"a.py": text}, "f")) == ["from typing import Any", "def f(x: torch.Tensor) -> Any:"]


# -- demonstrations -------------------------------------------------------------------------------


def test_a_global_that_only_a_demonstration_sets_is_reported_and_not_kept(find, kept, notebook):
    content = notebook(
        "import numpy as np", "def f(X): return A_prev.sum()", "A_prev = np.random.randn(3)\nf(A_prev)"
    )
    found = find({"lesson2.ipynb": content}, "f")
    assert kept(found) == ["def f(X):"]
    assert found["state"] == [{"name": "A_prev", "where": "lesson2.ipynb, code cell 3, line 1"}]
    (note,) = found["notes"]
    assert note == (
        "f reads the global A_prev, which is not one of its arguments"
        " (lesson2.ipynb, code cell 3 sets it for a demonstration)."
    )


def state(find, content, name="f", file="a.ipynb"):
    return [found["name"] for found in find({file: content}, name, "conv_forward")["state"]]


@pytest.mark.parametrize(
    "demonstration",
    [
        "Z = conv_forward(1)",
        "Z, cache = conv_forward(1), 2",
        "Z = model(1)",
        "Z = Net().out",
        "Y = conv_forward(1)\nZ = Y + 1",
        "Z = compute()\nprint(conv_forward(Z))",
        "Z = {'pad': 2}\nprint(conv_forward(Z))",
        "Z = 1\nZ = conv_forward(Z)",
        "import numpy as np\nZ = np.random.randn(3)",
        "import random\nZ = random.random()",
        "from numpy.random import randn\nZ = randn(3)",
        "import numpy as np\nrng = np.random.default_rng(0)\nZ = rng.normal()",
        "for i in range(3):\n    Z = conv_forward(i)",
        "Z = []\nZ.append(conv_forward(1))",
    ],
)
def test_this_is_a_demonstration(find, notebook, demonstration):
    model = "def model(x): return conv_forward(x)\nclass Net:\n    def __init__(self): self.out = model(1)"
    content = notebook(CONV, model, "def compute(): return 3", demonstration, "def f(x): return x + Z")
    assert state(find, content) == ["Z"]


@pytest.mark.parametrize(
    "constant",
    [
        "Z = 1e-8",
        "Z = 1e-8\nprint(conv_forward(1))",
        "Z = (1, 2)\nconv_forward(3)",
        "dot = max\nZ = dot\nconv_forward(3)",
        "Z = compute()",
        "import numpy as np\nnp.random.seed(1)\nZ = compute()",
        "Z = conv_forward",
        "def Z(): return conv_forward(1)\nprint(Z())",
    ],
)
def test_this_is_no_demonstration(find, notebook, constant):
    content = notebook(CONV, "def compute(): return 3", constant, "def f(x): return x + Z")
    assert state(find, content) == []


def test_in_a_plain_script_only_the_statement_itself_can_demonstrate(find):
    text = f"{CONV}\nK = int('3')\nZ = conv_forward(1)\ndef f(x): return x + K + Z"
    assert state(find, text.encode(), file="a.py") == ["Z"]


def test_a_cell_that_defines_the_functions_is_no_demonstration_cell(find, notebook):
    content = notebook(f"K = int('3')\n{CONV}\ndef f(x): return x + K\nprint(f(conv_forward(1)))")
    assert state(find, content) == []


def test_a_demonstration_that_overwrites_the_function_does_not_count(run, notebook):
    assert run({"a.ipynb": notebook(CONV, "conv_forward = conv_forward(3)")}, "conv_forward", 1) == 2


def test_a_demonstration_in_a_helper_is_told_with_the_helpers_name(find, notebook):
    content = notebook("def g(): return Z", "def f(x): return g()", "Z = f(1)")
    (note,) = find({"a.ipynb": content}, "f")["notes"]
    assert note.startswith("g, which f needs, reads the global Z, which is not one of its arguments")


# -- what is missing, broken, repeated ------------------------------------------------------------


def test_a_broken_cell_costs_only_what_it_defines(notebook):
    content = notebook(CONV, "def zero_pad(X):\n    return (X\n", "print 'done'")
    found = survey([("a.ipynb", content)], ["conv_forward", "zero_pad"])
    assert [found["functions"][name]["status"] for name in ("conv_forward", "zero_pad")] == [
        "found",
        "broken",
    ]
    assert [trouble["where"] for trouble in found["troubles"]] == [
        "a.ipynb, code cell 2, line 2",
        "a.ipynb, code cell 3, line 1",
    ]
    assert found["functions"]["zero_pad"]["message"] == (
        "zero_pad is not defined: a.ipynb, code cell 2, line 2 does not parse ('(' was never closed)."
    )


def test_a_broken_function_in_a_plain_script_costs_only_itself(find, run):
    files = {"a.py": f"import math\n{PAD}\ndef bad(:\n    pass\n{CONV}\n".encode()}
    assert run(files, "conv_forward", 1) == 2
    assert find(files, "bad")["where"] == "a.py, line 4"


def test_a_broken_function_counts_before_an_untouched_stub(find, notebook):
    content = notebook("def f(x):\n    raise NotImplementedError", "def f(x:\n    return 1")
    assert find({"a.ipynb": content}, "f")["status"] == "broken"


def test_a_broken_second_try_is_noted_and_the_first_counts(find, notebook):
    found = find({"a.ipynb": notebook(CONV, "def conv_forward(X:\n    return 1")}, "conv_forward")
    (note,) = found["notes"]
    assert (found["status"], note) == (
        "found",
        "a.ipynb, code cell 2, line 1, defines conv_forward too"
        " but does not parse ('(' was never closed); it does not count.",
    )


def test_what_parses_but_cannot_be_compiled_is_broken(find):
    found = find({"a.py": b"x = 1\ndef f():\n    break\n"}, "f")
    assert (found["status"], found["message"]) == (
        "broken",
        "f is not defined: a.py, line 3 cannot be compiled ('break' outside loop).",
    )


def test_a_merge_conflict_in_a_cell_is_named(find, notebook):
    content = notebook("def f():\n<<<<<<< HEAD\n    return 1\n=======\n    return 2\n>>>>>>> theirs")
    assert (
        "code cell 1, line 2 does not parse (an unresolved merge conflict"
        in find({"a.ipynb": content}, "f")["message"]
    )


def test_a_merge_conflict_in_a_script_is_told_once(find):
    text = b"def f():\n<<<<<<< HEAD\n    return 1\n=======\n    return 2\n>>>>>>> theirs\ndef g(): return 3"
    found = survey([("a.py", text)], ["f", "g"])
    assert [trouble["where"] for trouble in found["troubles"]] == ["a.py, line 2"]
    assert [found["functions"][name]["status"] for name in ("f", "g")] == ["broken", "found"]


@pytest.mark.parametrize("near", ["conv_foward", "convForward", "ConvForward", "conv_forwards"])
def test_a_near_miss_is_suggested(find, notebook, near):
    content = notebook("x = 1", f"def {near}(X): return X")
    found = find({"a.ipynb": content}, "conv_forward", "conv_backward")
    assert (found["status"], found["message"]) == (
        "missing",
        f"conv_forward is not defined; did you mean {near} in a.ipynb, code cell 2?",
    )


@pytest.mark.parametrize("other", ["conv_backward", "pool_forward", "relu"])
def test_another_function_is_no_near_miss(find, other):
    content = f"def {other}(X): return X".encode()
    assert find({"a.py": content}, "conv_forward", "conv_backward")["message"] == (
        "conv_forward is not defined in any file."
    )


def test_a_function_inside_a_class_is_told_to_move_out(find):
    content = b"class Layer:\n    def conv_forward(self): pass"
    assert find({"a.py": content}, "conv_forward")["message"] == (
        "conv_forward is defined inside class Layer (a.py, line 1); move it to the left margin."
    )


def test_a_function_that_is_only_imported_is_missing(find):
    assert find({"a.py": b"from scipy.signal import convolve2d"}, "convolve2d")["message"] == (
        "convolve2d is not defined; it is imported from scipy.signal."
    )


def test_of_several_definitions_the_last_counts_with_a_note(find, run, notebook):
    files = {"a.ipynb": notebook("def f(): return 1", "def f(): return 2")}
    assert run(files, "f") == 2
    assert find(files, "f")["notes"] == [
        "f is defined 2 times in a.ipynb; the last one counts (a.ipynb, code cell 2, line 1)."
    ]


def test_a_name_that_nothing_defines_is_noted(find):
    found = find({"a.py": b"def f(x): return heplr(x) + __name__"}, "f")
    assert found["notes"] == ["f uses the name heplr, which nothing in the submission defines."]


# -- several files --------------------------------------------------------------------------------


def test_a_finished_function_counts_before_a_stub_in_a_later_file(find, run):
    stub = b'def f(x):\n    """Add."""\n    raise NotImplementedError("your code here")'
    files = {"a.py": b"def f(x): return x", "b.py": stub}
    assert run(files, "f", 1) == 1
    assert find(files, "f")["notes"] == []


def test_of_two_finished_functions_the_last_files_counts_with_a_note(find, run):
    files = {"a.py": b"def f(x): return 1", "b.py": b"def f(x): return 2"}
    assert run(files, "f", 0) == 2
    assert find(files, "f")["notes"] == [
        "f is defined differently in a.py and b.py; the last one counts (b.py, line 1)."
    ]


@pytest.mark.parametrize(
    ("head", "call"),
    [
        ("%run ./lesson2.ipynb", "conv_forward(X)"),
        ("from lesson2 import conv_forward", "conv_forward(X)"),
        ("from lesson2 import conv_forward as cf", "cf(X)"),
        ("from .lesson2 import conv_forward as cf", "cf(X)"),
        ("from lesson2 import *", "conv_forward(X)"),
        ("import lesson2", "lesson2.conv_forward(X)"),
        ("import math, lesson2 as l2", "l2.conv_forward(X)"),
        ("from . import lesson2 as l2", "l2.conv_forward(X)"),
    ],
)
def test_a_function_of_another_file_is_found(run, notebook, head, call):
    lenet = notebook(head, f"def lenet_forward(X):\n    return {call}")
    files = {"lenet.ipynb": lenet, "lesson2.ipynb": notebook("K = 1", f"{CONV[:-1]}K")}
    assert run(files, "lenet_forward", 1, others=("conv_forward",)) == 2


def test_helpers_of_one_name_in_two_files_are_kept_apart(find, run):
    files = {
        "lesson2.py": b"def _rows(x): return 10 * x\ndef conv_forward(x): return _rows(x)",
        "lesson5.py": b"def _rows(x): return x + 1\ndef lenet_forward(x): return conv_forward(_rows(x))",
    }
    assert run(files, "lenet_forward", 1) == 20
    assert find(files, "lenet_forward")["notes"] == []


def test_helpers_of_one_name_that_cannot_be_kept_apart_are_noted(find, run):
    files = {
        "lesson2.py": b"def _rows(x): return 10 * x\ndef conv_forward(x, _rows=_rows): return _rows(x)",
        "lesson5.py": b"def _rows(x): return x + 1\ndef lenet_forward(x): return conv_forward(_rows(x))",
    }
    assert find(files, "lenet_forward")["notes"] == [
        "lenet_forward needs two different _rows from two files; the one of lesson5.py counts."
    ]


def test_a_stub_gives_way_to_the_finished_function_of_another_file(run):
    files = {
        "lesson2.py": CONV.encode(),
        "lesson5.py": b"def conv_forward(X): pass\ndef lenet_forward(X): return conv_forward(X)",
    }
    assert run(files, "lenet_forward", 1) == 2


def test_a_built_in_function_is_not_taken_from_another_file(run):
    files = {"a.py": b"def sum(x): return 0", "b.py": b"def f(x): return sum(x)"}
    assert run(files, "f", [1, 2]) == 3


# -- robustness -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hostile",
    [
        "0" + "+0" * 50_000,
        "x = " + "-" * 50_000 + "1",
        "(" * 1000,
        "\x00",
        "a" + ".b" * 50_000,
        "def (" * 500,
    ],
)
def test_hostile_text_costs_only_its_own_cell(notebook, hostile):
    found = survey([("a.ipynb", notebook(CONV, hostile))], ["conv_forward"])
    assert found["functions"]["conv_forward"]["status"] == "found"
    (trouble,) = found["troubles"]
    assert trouble["where"].removesuffix(", line 1") == "a.ipynb, code cell 2"


def test_a_long_chain_of_needs_is_followed(run):
    lines = ["x0 = 1", *(f"x{n} = x{n - 1}" for n in range(1, 300)), "def f(): return x299"]
    assert run({"a.py": "\n".join(lines).encode()}, "f") == 1


def test_the_survey_is_plain_data_and_the_same_each_time(notebook):
    files = [
        (
            "a.ipynb",
            notebook("import numpy as np", CONV, PAD, "x = = 1", "A = zero_pad(np.random.randn(3), 1)"),
        )
    ]
    first, second = (json.dumps(survey(files, ["conv_forward", "zero_pad", "relu"])) for _ in range(2))
    assert first == second
