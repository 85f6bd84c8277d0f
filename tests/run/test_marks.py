"""What a worker says of a student's code: read as far as it has the right form, and never believed."""

import pytest
from support.students import student

from grader.run.marks import MOST_LINES, Marks, marks

SOURCE = """\
def f(x):
    if x > 5:
        if x > 7:
            x += 1
        return x
    for i in range(x):
        x += i
    return x if x < 9 else 0
"""


def told(branches, entered=()):
    return {"constants": [], "branches": branches, "entered": [[number, 1] for number in entered]}


def test_the_lines_that_no_call_reached_are_known(warm, limits):
    with student(SOURCE, warm, limits) as function:
        function(2)
        assert function.marks().unreached == ("lesson.py, lines 3 to 5",)
        function(6)
        assert function.marks().unreached == ("lesson.py, line 4",)
        function(8)
        assert function.marks().unreached == ()
        function(8)
        assert function.calls == 3


def test_a_call_that_raises_has_reached_its_lines(warm, limits):
    with student(
        "def f(x):\n    if x:\n        x / 0\n        return 1\n    return 2\n", warm, limits
    ) as function:
        function(0)
        assert function.marks().unreached == ("lesson.py, lines 3 to 4",)
        with pytest.raises(Exception, match="division"):
            function(1)
        assert function.marks().unreached == ()


def test_what_lies_inside_another_block_is_not_named_again():
    branches = [
        [3, 9, "a.py"],
        [4, 5, "a.py"],
        [9, 9, "a.py"],
        [12, 12, "a.py"],
        [4, 5, "b.py"],
        [20, 0, "a.py"],
    ]
    assert marks(told(branches)).unreached == ("a.py, lines 3 to 9", "a.py, line 12", "b.py, lines 4 to 5")
    assert marks(told(branches, [0, 3])).unreached == (
        "a.py, lines 4 to 5",
        "a.py, line 9",
        "b.py, lines 4 to 5",
    )


@pytest.mark.parametrize(
    "branch",
    [
        None,
        [],
        [3, 9],
        [3, 9, "a.py", 1],
        [0, 9, "a.py"],
        [3, -1, "a.py"],
        [3.0, 9, "a.py"],
        [True, 9, "a.py"],
        [3, MOST_LINES + 1, "a.py"],
        [2**70, 2**70, "a.py"],
        [9, 3, "a.py"],
    ],
)
def test_what_is_no_branch_keeps_its_number_and_is_not_named(branch):
    assert marks(told([branch, [1, 2, "a.py"]], [1])).unreached == ()
    assert marks(told([branch, [1, 2, "a.py"]], [0])).unreached == ("a.py, lines 1 to 2",)


@pytest.mark.parametrize("entered", [None, 3, [3], [[]], [["0", 1]], [[None]], [[0.0, 1]], {"0": 1}])
def test_what_says_nothing_of_entered_branches_leaves_them_unreached(entered):
    found = marks({"branches": [[1, 1, "a.py"]], "entered": entered})
    assert found.unreached == ("a.py, line 1",)


@pytest.mark.parametrize("said", [None, [], "branches", {"branches": 3}, {}])
def test_what_has_no_form_at_all_is_nothing(said):
    assert marks(said) == Marks()


def test_a_place_has_no_control_characters():
    (place,) = marks(told([[1, 1, "a\x1b[31m.py" + "x" * 10_000]])).unreached
    assert place.isprintable()
    assert len(place) < 1000


def test_a_place_can_be_said_in_another_language():
    place = {"template": "{file}, code cell {number}", "values": {"file": "a.ipynb", "number": "2"}}
    (found,) = marks(told([[4, 5, place]])).unreached
    assert found == "a.ipynb, code cell 2, lines 4 to 5"
    assert found.values["place"].template == "{file}, code cell {number}"
    assert marks(told([[4, 5, {"template": "{file}"}]])).unreached == (", lines 4 to 5",)
