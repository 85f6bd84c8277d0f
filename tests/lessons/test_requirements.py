"""What a course requires of a function is listed in its stub, and is the promise of a property."""

import ast

import pytest

from grader.course.load import load
from grader.errors import SuiteError
from grader.lessons.release import render
from grader.lessons.requirements import requirements

LESSON = '''\
def double(x):
    """Double a number.

    Returns: twice x.
    """
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


def triple(x):
    """Triple a number: 셋."""
    ### BEGIN SOLUTION
    return 3 * x
    ### END SOLUTION
'''


def docstrings(lesson: str, **requires) -> dict[str, str]:
    (text,) = render({"lesson1_numbers": lesson}, form="script", requires=requires).values()
    return {node.name: ast.get_docstring(node) for node in ast.parse(text).body if hasattr(node, "name")}


def test_what_is_required_is_a_section_of_the_docstring():
    found = docstrings(LESSON, double=["It is even.", r"No \n in it."], triple=["It is a multiple of 3."])
    assert found == {
        "double": "Double a number.\n\nReturns: twice x.\n\nRequires:\n    It is even.\n    No \\n in it.",
        "triple": "Triple a number: 셋.\n\nRequires:\n    It is a multiple of 3.",
    }


def test_long_sentences_are_wrapped():
    (_, *lines) = docstrings(LESSON, double=["word " * 40])["double"].partition("Requires:")[2].split("\n")
    assert len(lines) == 3
    assert " ".join(" ".join(lines).split()) == " ".join(["word"] * 40)


def test_without_requirements_nothing_changes():
    assert docstrings(LESSON, double=[])["double"] == "Double a number.\n\nReturns: twice x."


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Returns: twice x.", "Requires:\n        Much.", "has a section 'Requires:' of its own"),
        ('    """Triple a number: 셋."""\n', "", "triple has no docstring"),
        ('"""Triple a number: 셋."""', "'Triple a number.'", "the docstring of triple ends otherwise"),
    ],
)
def test_a_docstring_that_cannot_take_it_is_an_error_with_its_line(old, new, says):
    with pytest.raises(SuiteError, match=says) as caught:
        docstrings(LESSON.replace(old, new), triple=["It is a multiple of 3."])
    assert str(caught.value).startswith("lesson1_numbers.py:")


def test_the_courses_requirements_are_promises_of_properties():
    suite = load("cnn").suite
    found = requirements(suite)
    assert found["pool_forward"] == [
        "The cache is (A_prev, hparameters), unchanged.",
        'A mode other than "max" and "average" is a ValueError, and never taken for one of the two.',
    ]
    for exercise in suite.exercises:
        assert {*found[exercise.name]} <= {prop.promise for prop in exercise.properties}
