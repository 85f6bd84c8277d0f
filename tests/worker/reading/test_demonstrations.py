import pytest

from grader.worker.loader import load

CONV = "def conv_forward(X):\n    return X + 1"


def test_a_global_that_only_a_demonstration_sets_is_reported_and_not_kept(find, kept, notebook):
    content = notebook(
        "import numpy as np", "def f(X): return A_prev.sum()", "A_prev = np.random.randn(3)\nf(A_prev)"
    )
    found = find({"lesson2.ipynb": content}, "f")
    assert kept(found) == ["def f(X):"]
    (note,) = found.notes
    assert note == (
        "f reads the global A_prev, which is not one of its arguments"
        " (lesson2.ipynb, code cell 3 sets it for an example)."
    )


def state(find, content, name="f", file="a.ipynb"):
    """The globals that only a demonstration sets, as the notes name them."""
    found = find({file: content}, name, "conv_forward")
    named = [note.values["other"] for note in found.notes if "reads the global" in note]
    assert bool(named) == bool(found.with_state)
    return named


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
    (note,) = find({"a.ipynb": content}, "f").notes
    assert note.startswith("g, which f needs, reads the global Z, which is not one of its arguments")


# -- what a function needs of the notebook's state, executed as it stands --------------------------


@pytest.fixture
def with_state(find):
    """Call f of a notebook with the state that it reads; the first call is the function without."""

    def call(content, *args):
        found = find({"a.ipynb": content}, "f", "conv_forward")
        return load(found.with_state, "f")(*args)

    return call


def test_a_function_that_reads_no_state_has_one_slice(find, notebook):
    assert find({"a.ipynb": notebook("K = 1", "def f(x): return x + K")}, "f").with_state == ()


@pytest.mark.parametrize(
    ("before", "after", "answer"),
    [
        ("", "Z = conv_forward(3)", 5),
        ("", "Y = conv_forward(3)\nZ = Y + 1", 6),
        ("", "Z = conv_forward(3)\nZ = conv_forward(5)", 7),
        ("", "Z = conv_forward(3)\nZ += 10", 15),
        ("", "Z, cache = conv_forward(3), 1", 5),
        ("import random", "Z = random.randint(1, 1)", 2),
        ("", "1 / 0\nZ = conv_forward(3)", 5),
        ("", "print(conv_forward(1))\nZ = conv_forward(3)\nimport matplotlib.pyplot as plt\nplt.plot(Z)", 5),
    ],
)
def test_the_state_is_what_the_notebook_leaves_at_its_end(with_state, notebook, before, after, answer):
    assert with_state(notebook(before, CONV, "def f(x): return x + Z", after), 1) == answer


def test_a_default_that_a_demonstration_computes_is_state(with_state, notebook):
    assert with_state(notebook(CONV, "Z = conv_forward(3)", "def f(x, z=Z): return x + z"), 1) == 5


def test_a_demonstration_that_fails_leaves_the_function_as_it_is_without(with_state, notebook):
    content = notebook(CONV, "import h5py", "Z = conv_forward(h5py.File('x'))", "def f(x): return x or Z")
    assert with_state(content, 1) == 1
    with pytest.raises(NameError):
        with_state(content, 0)


def test_a_demonstration_never_takes_the_place_of_a_definition(with_state, notebook):
    content = notebook(
        CONV, "def f(x): return conv_forward(x) + Z", "Z = conv_forward(1)", "conv_forward = Z"
    )
    assert with_state(content, 1) == 4


def test_the_state_of_another_file_is_found(find):
    files = {"a.py": f"{CONV}\nZ = conv_forward(1)".encode(), "b.py": b"def f(x): return x + Z"}
    assert load(find(files, "f", "conv_forward").with_state, "f")(1) == 3
