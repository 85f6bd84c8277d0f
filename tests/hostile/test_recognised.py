"""A function that knows the shipped cases by heart: what that earns, and what shows it.

The cases of seed 0 are shipped with the course, so that everybody gets the same grade; whoever writes all
answers down has them. Nobody has those of another seed.
"""

import hashlib

import pytest
from support.hostile.examination import suite_of

from grader.course.cases import Kept
from grader.course.load import load
from grader.discover.submission import SourceFile, Submission
from grader.judging.judge import judge
from grader.pipeline import Grader

PAD = "np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))"
TABLE = (
    """\
import hashlib
import numpy as np

KNOWN = {known!r}

def zero_pad(X, pad):
    right = """
    + PAD
    + """
    key = hashlib.sha256(repr((X.tolist(), pad)).encode()).hexdigest()[:8]
    return right if key in KNOWN else np.zeros_like(right)
"""
)


@pytest.fixture(scope="module")
def cases():
    return Kept(load().cases)


@pytest.fixture(scope="module")
def table(cases):
    """A submission that answers the questions of seed 0, and no others."""
    (exercise,) = suite_of(["zero_pad"]).exercises
    known = set()

    def asked(X, pad):
        known.add(hashlib.sha256(repr((X.tolist(), pad)).encode()).hexdigest()[:8])
        return exercise.oracle(X, pad)

    judge(exercise, asked, cases, 0)
    return Submission("table", (SourceFile("lesson.py", TABLE.format(known=known).encode()),))


@pytest.fixture
def earned(cases, warm, limits, table):
    def grade(seed):
        return Grader(suite_of(["zero_pad"]), cases, seed, warm, limits).grade(table).earned

    return grade


def test_a_table_of_the_shipped_cases_earns_what_a_right_function_does(earned):
    assert earned(0) == 10


def test_a_table_of_the_shipped_cases_is_worth_little_under_another_seed(earned):
    assert earned(1) <= 2
