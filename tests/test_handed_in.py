"""What people really hand in gets the points of what its functions compute: shapes made for this purpose."""

import json

import pytest
from support.toy import TOY

from grader.discover.submission import SourceFile, Submission
from grader.pipeline import Grader

IMPORTS = "import numpy as np"
DOUBLE = "def double(x):\n    return x + x"
TOTAL = "def total(x):\n    return float(double(x).sum() / 2)"
SPLIT = "def split(x, at):\n    return x[:at], x[at:]"
WHOLE = [IMPORTS, DOUBLE, TOTAL, SPLIT]


@pytest.fixture
def graded(warm, limits, kept):
    """Grade files, given by name; return the exercises by name."""

    def grade(files):
        sources = tuple(SourceFile(name, content) for name, content in files.items())
        grade = Grader(TOY, kept, 0, warm, limits).grade(Submission("alice", sources))
        return {each.exercise.name: each for each in grade.exercises}

    return grade


def points(exercises):
    return [exercise.earned for exercise in exercises.values()]


def v4(*cells, **more):
    found = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": cell} for cell in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": found} | more).encode()


def v3(*cells, nbformat=3):
    found = [{"cell_type": "code", "language": "python", "input": cell.splitlines(True)} for cell in cells]
    return json.dumps({"nbformat": nbformat, "metadata": {}, "worksheets": [{"cells": found}]}).encode()


def script(*cells):
    return "\n\n\n".join(cells).encode()


def percent(*cells):
    return "".join(f"# %%\n{cell}\n" for cell in cells).encode()


MAGICS = [
    "%matplotlib inline\n%load_ext autoreload",
    "!pip install numpy",
    "files = !ls",
    "np.pad?",
    "?np",
    "%%bash\nls 'x",
    "%%html\n<b>x",
    "get_ipython().system('ls')",
    "cd drive/MyDrive",
]
MODULES = ["from public_tests import *", "import h5py, tensorflow as tf\nfrom dnn_utils import sigmoid"]
CRASHES = [
    "1 / 0",
    "raise SystemExit",
    "plt.plot(undefined)",
    "print double(np.ones(3))",
    "x = = 1",
    "assert False",
]
BOM = b"\xef\xbb\xbf"

SHAPES = {
    "a script": {"a.py": script(*WHOLE)},
    "a notebook": {"a.ipynb": v4(*WHOLE)},
    "a notebook of format 3": {"a.ipynb": v3(*WHOLE)},
    "a notebook of format 2": {"a.ipynb": v3(*WHOLE, nbformat=2)},
    "a script with cells": {"a.py": percent(*WHOLE)},
    "a file to each function": {
        f"my file ({n}).py": script(IMPORTS, cell) for n, cell in enumerate(WHOLE[1:])
    },
    "a notebook under the name of a script": {"a.py": v4(*WHOLE)},
    "a script under the name of a notebook": {"a.ipynb": script(*WHOLE)},
    "no metadata": {"a.ipynb": v4(*WHOLE, metadata=None, nbformat=None)},
    "something after its end": {"a.ipynb": v4(*WHOLE) + b"}"},
    "a byte order mark": {"a.ipynb": BOM + v4(*WHOLE)},
    "a byte order mark in a script": {"a.py": BOM + script(*WHOLE)},
    "UTF-16": {"a.ipynb": v4(*WHOLE).decode().encode("utf-16")},
    "CRLF": {"a.py": script(*WHOLE).replace(b"\n", b"\r\n")},
    "CR": {"a.py": script(*WHOLE).replace(b"\n", b"\r")},
    "CRLF in a notebook": {"a.ipynb": v4(*(cell.replace("\n", "\r\n") for cell in WHOLE))},
    "Latin-1": {"a.py": "# é\n".encode("latin-1") + script(*WHOLE)},
    "Korean of Windows": {"a.py": "# 필터\n".encode("cp949") + script(*WHOLE)},
    "non-breaking spaces": {"a.ipynb": v4(*(cell.replace("    ", "\u00a0 \u00a0 ") for cell in WHOLE))},
    "tabs beside spaces": {"a.ipynb": v4(IMPORTS, DOUBLE.replace("    ", "    if 1:\n\t"), TOTAL, SPLIT)},
    "print statements": {
        "a.ipynb": v4(IMPORTS, DOUBLE.replace("    ", "    print 'x', x\n    "), TOTAL, SPLIT)
    },
    "magics of every kind": {"a.ipynb": v4(*MAGICS, "\n".join(["%%time", *WHOLE]))},
    "magics in the cells": {"a.ipynb": v4(*(f"{m}\n{cell}" for m, cell in zip(MAGICS, WHOLE, strict=False)))},
    "modules that nobody uses": {"a.ipynb": v4(*MODULES, "\n".join([*MODULES, *WHOLE]))},
    "cells that crash": {"a.ipynb": v4(*CRASHES, *WHOLE, *CRASHES)},
    "lines that do not parse beside functions": {"a.ipynb": v4(*(f"{cell}\n\nx = = 1" for cell in WHOLE))},
    "a conflict elsewhere": {"a.py": b"<<<<<<< a\nK = 1\n=======\nK = 2\n>>>>>>> b\n" + script(*WHOLE)},
    "an earlier definition": {"a.ipynb": v4(IMPORTS, "def double(x):\n    return x", *WHOLE)},
    "a stub further down": {"a.ipynb": v4(*WHOLE, "def double(x):\n    raise NotImplementedError")},
    "plots and progress bars in the functions": {
        "a.ipynb": v4(
            "import numpy as np, matplotlib.pyplot as plt\nfrom tqdm import tqdm",
            DOUBLE.replace("    ", "    plt.imshow(x)\n    plt.show()\n    "),
            TOTAL.replace("    ", "    for _ in tqdm(range(2)): pass\n    "),
            SPLIT,
        )
    },
    "exceptions of Python 2": {
        "a.ipynb": v4(
            IMPORTS,
            DOUBLE.replace(
                "return", "try: x = x + 0\n    except TypeError, e: raise ValueError, e\n    return"
            ),
            TOTAL,
            SPLIT,
        )
    },
    "a conflict of counters": {
        "a.ipynb": b'{"cells": [{"cell_type": "code",\n<<<<<<< a\n"execution_count": 3,\n=======\n'
        b'"execution_count": 4,\n>>>>>>> b\n"source": "pass"}, ' + v4(*WHOLE).split(b'"cells": [')[1]
    },
    "a stub in a later file": {"a.py": script(*WHOLE), "b.py": b"def double(x):\n    pass"},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_functions_get_the_same_points_in_whatever_shape(graded, shape):
    assert points(graded(SHAPES[shape])) == points(graded({"a.py": script(*WHOLE)})) == [6, 2, 2]


BY_STATE = DOUBLE.replace("x + x", "x * factor")


@pytest.mark.parametrize("cell", ["factor = total(np.array([2.0]))", "factor = 2\nprint(double(factor))"])
def test_a_function_that_reads_what_a_demonstration_sets_is_graded_with_it_and_without(graded, cell):
    double = graded({"a.ipynb": v4(IMPORTS, BY_STATE, "def total(x): return float(x.sum())", SPLIT, cell)})[
        "double"
    ]
    assert double.earned == 6
    reads, compared = double.notes
    assert reads == (
        "double reads the global factor, which is not one of its arguments"
        " (a.ipynb, code cell 5 sets it for an example)."
    )
    assert compared == (
        "With the variables that the notebook sets in its examples it earns 6 of 6 points, without them 0."
        " The better result counts."
    )


def test_a_state_that_is_wrong_or_fails_takes_no_points_away(graded):
    body = "def double(x):\n    return 2 * x if len(x) else factor"
    for cell in ("factor = double(3)", "import h5py\nfactor = double(h5py.File('x'))"):
        assert graded({"a.ipynb": v4(IMPORTS, body, cell)})["double"].earned == 6


def test_what_passes_without_the_state_that_it_reads_is_graded_once(graded):
    notes = graded({"a.ipynb": v4(IMPORTS, f"{DOUBLE}\n    return Z", "Z = double(1)")})["double"].notes
    assert [note.split(",")[0] for note in notes] == ["double reads the global Z"]


def test_a_function_that_is_half_filled_in_is_told_where_it_goes_on(graded):
    half = "def double(x):\n    # twice\n    Z = None\n    return Z"
    double = graded({"a.ipynb": v4(IMPORTS, half)})["double"]
    assert double.earned == 0
    (note,) = double.notes
    assert note.startswith("double is unfinished: ")
    assert note.endswith(" a.ipynb, code cell 2, line 3 (Z = None).")


def test_a_place_that_is_empty_in_what_is_right_is_not_worth_a_word(graded):
    body = "def double(x):\n    cache = None\n    return x + x if True else cache"
    double = graded({"a.py": body.encode()})["double"]
    assert (double.earned, double.notes) == (6, ())


OTHERWISE = [
    "def double(x):\n    return 2 * x",
    "def total(x):\n    return x.sum()",
    SPLIT.replace("x[at:]", "at"),
]


@pytest.mark.parametrize(
    "files",
    [
        {"a.ipynb": v4(*WHOLE)[:200]},
        {"a.ipynb": b"PK\x03\x04"},
        {"a.py": script(*WHOLE), "b.py": script(*OTHERWISE)},
    ],
)
def test_what_only_a_person_can_decide_is_ungraded_and_no_zero(graded, files):
    exercises = graded(files)
    assert {exercise.status for exercise in exercises.values()} == {"ungraded"}
    assert set(points(exercises)) == {None}


@pytest.mark.parametrize("near", ["doubel", "Double", "double_2", "doubles"])
def test_a_near_miss_is_suggested_and_not_graded(graded, near):
    double = graded({"a.py": script(IMPORTS, DOUBLE.replace("double", near))})["double"]
    assert (double.status, double.earned) == ("missing", 0)
    assert double.verdicts[0].feedback.message == (
        f"double is not defined; did you mean {near} in a.py, line 4?"
    )
