"""What decides no case can be edited without drawing any anew; nor do the process and the place matter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.edited import is_stale, written

import grader

EVERYTHING = """
from dataclasses import dataclass
from pathlib import Path
from .helper import *
HERE = Path(__file__).parent
RNG = np.random.default_rng(1)
SEEN = {}
NAMES = {"a", "b", "c", "d"}
class Kind(enum.Enum):
    LOW = 1
    HIGH = 2
@dataclass
class Span:
    low: int = 0
    kinds: frozenset = frozenset(Kind)
    @functools.cached_property
    def most(self): return self.low + 3
@functools.cache
def side(n): return n
def inner(n: Span) -> Kind:
    SEEN[n] = RNG.integers(3)
    return n
def made(where, span, names, strategy, rng, lost):
    memo, calls = {}, 0
    def draw(d, more: Span = span, *, last=inner) -> dict[str, int]:
        nonlocal calls
        calls += 1
        memo[calls] = last
        rng.normal()
        span.most, str(where), names, lost, HERE
        return {"n": side(inner(d(strategy))) + len(NAMES - names) + N}
    return draw
pairs = st.lists(st.integers(1, 3).map(lambda n: n + 1), min_size=1).map(max)
draw = made(HERE, Span(), {*NAMES, inner, side, Span}, pairs, np.random.default_rng(2), object())
INPUTS = Inputs(draw, build)
# file: helper.py
from .more import M as N
# file: more.py
from . import cases
M = 3
"""
DIGEST = "from edited.cases import INPUTS\nfrom grader.course.digests import digest\nprint(digest(INPUTS))"
EDITS = {
    "an argument with the name of an exercise": (
        (
            "def draw(d): return {'n': 1}\ndef build(n): return {'x': np.ones(n)}\n"
            "lines = Inputs(draw, build)\n@exercise('Once', inputs=lines)\ndef n(x: float) -> float: ..."
        ),
        "'Once'",
        "'Twice'",
    ),
    "a hint beside a lambda": (
        (
            "INPUTS = Inputs(lambda d: {'n': 1}, lambda n: {'x': np.ones(n)})\n"
            "@exercise('Once', inputs=INPUTS)\ndef once(x: np.ndarray) -> np.ndarray: ...\n"
            "@once.prop(points=1, hint='Look.', inputs=Inputs(INPUTS.draw, INPUTS.build))\n"
            "def same(f, x):\n    'It is.'\n    equal(f(x), x)"
        ),
        "'Look.'",
        "'Look there.'",
    ),
    "another name in the same import": (
        "from .helper import N\ndef draw(d): return {'n': N}\n# file: helper.py\nN = 3\nM = 4",
        "import N",
        "import M, N",
    ),
    "another name of a module": (
        "from . import helper\ndef draw(d): return {'n': helper.N}\n# file: helper.py\nN = 3\nM = 4",
        "M = 4",
        "M = 5",
    ),
    "the types that only a checker reads": (
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .helper import N as M\n"
            "def draw(d: 'M'): return {'n': 1}\n# file: helper.py\nN = 3"
        ),
        "import N as M",
        "import N as M, N",
    ),
    "a file of another name": (
        (
            "from pathlib import Path\nX = Path(__file__).parent / 'x.csv'\n"
            "def draw(d): return {'n': str(X)}\n# file: x.csv\n1\n# file: y.csv\n2\n"
        ),
        "2",
        "3",
    ),
    "the factory's other calls": (
        (
            "def made(n):\n    def draw(d): return {'n': n}\n    return draw\n"
            "INPUTS = Inputs(made(1), build)\nOTHER = Inputs(made(2), build)"
        ),
        "made(2)",
        "made(3)",
    ),
    "moved": (
        ("N = 3\ndef draw(d): return {'n': N}\ndef other(): return 1"),
        "N = 3\n",
        "\n\n# A comment.\nN = 3\n",
    ),
    "another exercise with the same draw": (
        (
            "def draw(d): return {'n': 1}\nINPUTS = Inputs(draw, build)\n"
            "@exercise('A', inputs=INPUTS)\ndef f(x: np.ndarray) -> np.ndarray: ...\n"
            "@f.prop(points=1, hint='H')\ndef p(f, x):\n    'P.'\n    equal(f(x), x)\n"
            "@f.mistake('M')\ndef m(x): return -x"
        ),
        "'M'",
        "'MM'",
    ),
    "needs": (
        (
            "def draw(d): return {'n': 1}\nINPUTS = Inputs(draw, build)\n"
            "@exercise('A', inputs=INPUTS, oracle=lambda x: x)\n"
            "def f(x: np.ndarray) -> np.ndarray: ..."
        ),
        "lambda x: x",
        "lambda x: -x",
    ),
    "an exercise in a module of constants": (
        (
            "from . import other\ndef draw(d): return {'n': other.N}\n"
            "# file: other.py\nfrom grader.course.authoring import *\nN = 3\n"
            "I = Inputs(lambda d: {}, lambda: {})\n@exercise('A', inputs=I)\n"
            "def N2(x: Array) -> Array: ..."
        ),
        "'A'",
        "'B'",
    ),
    "kept cases": (
        ("def draw(d): return {'n': 'x.json'}\n# file: cases/seed-0/x.json\n1"),
        "\n1",
        "\n2",
    ),
    "a method beside": (
        ("class A:\n    n = 1\nclass B:\n    n = 2\ndef draw(d): return {'n': A.n}"),
        "n = 2",
        "n = 3",
    ),
    "import of another thing in the same module": (
        ("import math\nimport json\ndef draw(d): return {'n': math.pi}"),
        "import json",
        "import os",
    ),
    "local import of nothing of ours": (
        (
            "def draw(d): return {'n': 1}\ndef helper():\n    from .x import N\n"
            "    return N\n# file: x.py\nN = 3"
        ),
        "N = 3",
        "N = 4",
    ),
    "strategy of another": (
        ("A = st.integers(1, 2)\nB = st.integers(3, 4)\ndef draw(d): return {'n': d(A)}"),
        "3, 4",
        "3, 5",
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_decides_no_case_is_not_seen(tmp_path, edit):
    assert not is_stale(tmp_path, *edit)


def asked(folder, seed, code):
    """The output of a Python of its own, with another hash of strings and in another folder."""
    path = os.pathsep.join([str(folder), str(Path(grader.__file__).parents[1])])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_processes_and_folders_agree(tmp_path):
    first, second = written(tmp_path, EVERYTHING), written(tmp_path / "other", EVERYTHING)
    assert len({asked(first, "1", DIGEST), asked(first, "2", DIGEST), asked(second, "3", DIGEST)}) == 1


def test_what_was_drawn_before_does_not_matter(tmp_path):
    folder = written(tmp_path, EVERYTHING)
    drawn = "from edited.cases import INPUTS\nfrom grader.course.drawing import draw\ndraw(INPUTS, 0)\n"
    assert asked(folder, "1", drawn + DIGEST) == asked(folder, "1", DIGEST)


def test_the_digests_of_a_course_need_no_hypothesis(tmp_path):
    code = (
        "import sys\nfrom grader.course.cases import stale\nfrom grader.course.load import load\n"
        "course = load('cnn')\nprint(stale(course.cases, course.suite.exercises, 0))\n"
        "print('hypothesis' in sys.modules)"
    )
    assert asked(tmp_path, "1", code) == "[]\nFalse\n"
