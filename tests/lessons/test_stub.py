"""What the stub of a lesson promises: no solution is left in it, and a marker that is unsound is an error."""

import pytest

from grader.errors import SuiteError
from grader.lessons.stub import leaks, stub

LESSON = '''\
# %% [markdown]
# # One

# %%
def double(x):
    """Return twice x."""
    # Step 1. Add.
    ### BEGIN SOLUTION
    total = x + x  # two of them
    ### END SOLUTION

    # Step 2. Return.
    ### BEGIN SOLUTION
    return total
    ### END SOLUTION
'''


def function(body: str) -> str:
    return f"def f():\n    x = 1\n{body}    return x\n"


def test_a_stub_names_its_function_once_and_keeps_docstring_and_steps() -> None:
    assert stub(LESSON).endswith('''\
def double(x):
    """Return twice x."""
    # Step 1. Add.
    raise NotImplementedError("double: replace this line with your code")

    # Step 2. Return.
    # YOUR CODE HERE
''')


def test_a_lesson_without_solutions_is_its_own_stub() -> None:
    text = "# %% [markdown]\n# Read this.\n"
    assert stub(text) == text


def test_the_outermost_function_is_named() -> None:
    region = "        ### BEGIN SOLUTION\n        return 1\n        ### END SOLUTION\n"
    assert "outer: replace" in stub(f"def outer():\n    def inner():\n{region}    return inner\n")


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        (function("    ### BEGIN SOLUTION\n    x = 2\n"), 3, "never ended"),
        (function("    ### BEGIN SOLUTION\n    ### BEGIN SOLUTION\n"), 4, "has not ended"),
        (function("    ### END SOLUTION\n"), 3, "no solution is open"),
        (function("    ### BEGIN SOLUTION\n    # later\n    ### END SOLUTION\n"), 3, "empty"),
        (
            function("    ### BEGIN SOLUTIONS\n    x = 2\n    ### END SOLUTION\n"),
            3,
            "almost a solution marker",
        ),
        (function("    # begin solution\n    x = 2\n    ### END SOLUTION\n"), 3, "almost a solution marker"),
        ("### BEGIN SOLUTION\nx = 2\n### END SOLUTION\n", 1, "not inside a function"),
        ("### BEGIN SOLUTION\ndef f():\n    return 1\n### END SOLUTION\n", 1, "not inside a function"),
        (
            function("    ### BEGIN SOLUTION\n    x = 2\n") + "y = 1\n### END SOLUTION\n",
            3,
            "not inside a function",
        ),
        ("def f(:\n", 1, "not valid Python"),
    ],
)
def test_an_unsound_marker_is_named_with_file_and_line(source: str, line: int, says: str) -> None:
    with pytest.raises(SuiteError, match=says) as caught:
        stub(source, where="first.py")
    assert caught.value.where == f"first.py:{line}"
    assert caught.value.remedy


def test_a_region_that_leaves_a_block_empty_is_an_error() -> None:
    source = function(
        "    ### BEGIN SOLUTION\n    x = 2\n    ### END SOLUTION\n"
        "    for i in x:\n        ### BEGIN SOLUTION\n        x = i\n        ### END SOLUTION\n"
    )
    with pytest.raises(SuiteError, match="without its solutions"):
        stub(source)


def test_a_stub_leaks_nothing() -> None:
    assert leaks(LESSON, stub(LESSON)) == []


def test_a_solution_line_in_a_stub_is_a_leak_whatever_its_blanks() -> None:
    assert leaks(LESSON, "total=x  +  x  # two of them\n") == ["total = x + x  # two of them"]


def test_short_lines_comments_and_lines_shown_elsewhere_are_no_leaks() -> None:
    source = (
        "def f(x, y):\n    ### BEGIN SOLUTION\n    # a comment of some length\n    z = x + y\n"
        "    print(x, y, z)\n    ### END SOLUTION\n\n\nprint(x, y, z)\n"
    )
    assert leaks(source, source) == []
