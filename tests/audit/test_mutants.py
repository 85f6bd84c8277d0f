"""Mutants: one small change each, of one function, and all of it still Python."""

import ast

import pytest

from grader.audit.mutants import mutants

SOURCE = '''\
import numpy as np

OFFSET = 3

def double(x, times=2):
    """Twice 2."""
    if times < 1:
        raise ValueError("times must be 1 or more, not " + str(times - 1))
    total = np.zeros(x.shape[0:2])
    total += x * times
    return total.sum(axis=(0, 1), keepdims=True)

def other(x):
    return x + 1
'''


def made() -> dict[str, str]:
    return dict(mutants(SOURCE, "double"))


def changes() -> set[str]:
    return {name.rpartition(" (")[0] for name in made()}


def test_every_mutant_is_python_and_differs_from_the_source() -> None:
    assert len(made()) > 20
    for text in made().values():
        assert ast.unparse(ast.parse(text)) != ast.unparse(ast.parse(SOURCE))


def test_no_two_mutants_are_the_same() -> None:
    assert len(set(made().values())) == len(made())


def test_only_the_function_changes() -> None:
    for text in made().values():
        assert "OFFSET = 3" in text
        assert "return x + 1" in text
        assert "Twice 2." in text


def test_what_is_said_to_the_student_is_left_alone() -> None:
    assert all("str(times - 1)" in text or "raise" not in text for text in made().values())


@pytest.mark.parametrize(
    "change",
    [
        "x * times -> x + times",
        "times < 1 -> times <= 1",
        "2 -> 3",
        "True -> False",
        "0:2 -> :2",
        "(0, 1) -> (1, 0)",
        "total += x * times -> total = x * times",
        "total += x * times -> pass",
        "np.zeros -> np.ones",
        "total.sum -> total.mean",
        "total.sum(axis=(0, 1), keepdims=True) -> total.sum(axis=(0, 1))",
    ],
)
def test_operators_bounds_axes_and_arguments_change(change: str) -> None:
    assert change in changes()


def test_a_name_says_where_it_stands_in_the_function() -> None:
    assert "x * times -> x + times (6:13)" in made()


def test_a_function_that_is_not_there_has_no_mutants() -> None:
    with pytest.raises(LookupError):
        mutants(SOURCE, "triple")
