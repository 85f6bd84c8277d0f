"""A name is added to a list, and nothing else changes."""

import ast
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.skeleton.listing import listed

HERE = Path("lesson1/__init__.py")


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "from . import a\nL = lesson('T', __name__, [a.a])\n",
            "from . import a, b\nL = lesson('T', __name__, [a.a, b.b])\n",
        ),
        (
            "from . import a\nL = lesson('T', __name__, [a.a,])  # more\n",
            "from . import a, b\nL = lesson('T', __name__, [a.a, b.b,])  # more\n",
        ),
        (
            "from . import (\n    a,\n)\nL = lesson(\n    '글', __name__,\n    [\n        a.a,\n    ],\n)\n",
            (
                "from . import (\n    a, b,\n)\nL = lesson(\n    '글', __name__,\n    [\n        a.a,\n"
                "        b.b,\n    ],\n)\n"
            ),
        ),
        (
            "from x import lesson\nL = lesson('한글', __name__, exercises=[])\n",
            "from x import lesson\nfrom . import b\nL = lesson('한글', __name__, exercises=[b.b])\n",
        ),
        (
            "from .a import a\nL = lesson('한글', __name__, [a], extra=True)",
            "from .a import a\nfrom . import b\nL = lesson('한글', __name__, [a, b.b], extra=True)",
        ),
    ],
)
def test_a_name_is_imported_and_listed_last(source, wanted):
    found = listed(source, "lesson", "b", where=HERE)
    assert found == wanted
    ast.parse(found)


def test_a_lesson_is_listed_by_its_attribute():
    source = "from . import one\nSUITE = suite('T', __name__, [one.LESSON])\n"
    assert "[one.LESSON, two.LESSON]" in listed(source, "suite", "two", where=HERE, attribute="LESSON")


@pytest.mark.parametrize(
    "source",
    [
        "from . import a\nL = lesson('T', __name__, ALL)\n",
        "from . import a\nL = lesson('T', __name__, [each for each in a.ALL])\n",
        "from . import a\nL = other('T', __name__, [a.a])\n",
        "L = lesson('T', __name__, [])\n",
        "",
    ],
)
def test_a_list_that_is_not_written_out_is_left_alone(source):
    with pytest.raises(UsageError, match=r"__init__\.py: there is no lesson\(title, __name__, \[\.\.\.\]\)"):
        listed(source, "lesson", "b", where=HERE)
