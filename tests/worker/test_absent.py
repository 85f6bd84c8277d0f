"""Modules that compute nothing are left out, in a worker that is asked to."""

import numpy as np
import pytest
from support.students import ANYTHING, finding

from grader.errors import CallError, Forbidden
from grader.run import Student
from grader.worker.absent import PACKAGES
from grader.worker.preload import ALLOWED


def answer(source, warm, limits, *args, modernise=True):
    """What f answers, and what is said of it."""
    with Student(ANYTHING, finding(source), warm, limits, modernise=modernise) as function:
        return function(*args), function.modernised()


def said(package, line):
    return (
        f"lesson.py, line {line}: {package} is not available here; it computes nothing, so it was skipped.",
    )


@pytest.mark.parametrize(
    ("imports", "loop"),
    [
        ("from tqdm import tqdm", "tqdm(range(n), desc='images')"),
        ("from tqdm import tqdm_notebook as bar", "bar(range(n))"),
        ("from tqdm.notebook import trange", "trange(n)"),
        ("from tqdm.auto import tqdm", "tqdm([*range(n)])"),
        ("import tqdm", "tqdm.notebook.tqdm(range(0, n))"),
    ],
)
def test_a_progress_bar_is_what_it_counts(imports, loop, warm, limits):
    source = f"{imports}\ndef f(n):\n    return [i * 2 for i in {loop}]\n"
    assert answer(source, warm, limits, 3) == ([0, 2, 4], said("tqdm", 3))


def test_a_bar_may_be_moved_by_hand(warm, limits):
    source = (
        "from tqdm import tqdm\ndef f(n):\n    with tqdm(total=n) as bar:\n"
        "        bar.update(1)\n        bar.set_postfix({'loss': 1})\n    return n\n"
    )
    assert answer(source, warm, limits, 3) == (3, said("tqdm", 3))


@pytest.mark.parametrize(
    ("imports", "decorator"),
    [
        ("from numba import jit", "@jit"),
        ("from numba import njit", "@njit(parallel=True)"),
        ("import numba as nb", "@nb.jit(nb.float64[:, :](nb.float64), nopython=True)"),
    ],
)
def test_a_function_that_is_to_be_compiled_runs_as_it_is(imports, decorator, warm, limits):
    source = f"{imports}\nfrom numba import prange\n{decorator}\ndef f(n):\n    return sum(prange(n))\n"
    assert answer(source, warm, limits, 4) == (6, said("numba", 3))


def test_a_function_that_draws_too_computes_what_it_computes(warm, limits):
    source = (
        "import matplotlib.pyplot as plt\ndef f(x):\n"
        "    fig, axes = plt.subplots(1, 2)\n    axes[0].set_title('x')\n    axes[1].imshow(x)\n"
        "    for axis in axes.flat: axis.axis('off')\n    plt.rcParams['a'] = fig.dpi = 3\n"
        "    from IPython.display import clear_output\n    plt.show()\n    return x + 1\n"
    )
    value, notes = answer(source, warm, limits, np.ones(2))
    assert value.tolist() == [2, 2]
    assert notes == said("matplotlib", 4)


@pytest.mark.parametrize(
    "source", ["len(plt.imread('a.png'))", "np.array(plt.imread('a.png')) + 1", "plt.pi * 2"]
)
def test_what_is_left_out_computes_nothing(source, warm, limits):
    with pytest.raises(CallError):
        answer(
            f"import numpy as np\nimport matplotlib.pyplot as plt\ndef f():\n    return {source}\n",
            warm,
            limits,
        )


@pytest.mark.parametrize(("module", "modernise"), [("tqdm", False), ("scipy", True), ("tqdmx.auto", True)])
def test_other_modules_and_other_tries_miss_what_is_not_there(module, modernise, warm, limits):
    with pytest.raises(Forbidden, match=f"It imports {module.split('.')[0]}\\. "):
        answer(f"import {module} as m\ndef f():\n    return m.tqdm([])\n", warm, limits, modernise=modernise)


def test_nothing_that_is_at_hand_is_left_out():
    assert not PACKAGES & set(ALLOWED.split())
