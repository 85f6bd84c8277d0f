import pytest

CONV = "def conv_forward(X):\n    return X + 1"


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
