"""What the tests of new courses share."""

import pytest

from grader.course.load import load
from grader.skeleton.files import new_course


@pytest.fixture
def write():
    """Write files: path to text."""

    def call(texts):
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    return call


@pytest.fixture
def course(tmp_path, write):
    """A new course with one lesson, lesson1_means, and one exercise, center."""
    write(new_course(tmp_path / "home", "some_course", "lesson1_means", "center"))
    return load(str(tmp_path / "home"))
