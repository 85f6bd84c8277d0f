"""Which files a course or an exercise consists of, and when nothing is made. No command, no process."""

import ast
import tomllib

import pytest

from grader import __version__
from grader.course.load import reload
from grader.errors import SuiteError, UsageError
from grader.skeleton.files import new_course, new_exercise


def relative(texts, home):
    return sorted(path.relative_to(home).as_posix() for path in texts)


def test_a_course_has_these_files_and_none_is_there_yet(tmp_path):
    home = tmp_path / "not there"
    assert relative(new_course(home, "stats", "lesson1", "mean"), home) == [
        "README.md",
        "pyproject.toml",
        "solutions/stats/lesson1.py",
        "stats/__init__.py",
        "stats/lesson1/__init__.py",
        "stats/lesson1/mean.py",
        "tests/implementations/chaffs/mean.py",
        "tests/implementations/wheats/mean.py",
    ]
    assert not home.exists()


def test_no_name_of_a_template_is_left_in_a_file(tmp_path):
    texts = new_course(tmp_path, "stats", "lesson1", "mean")
    for path, text in texts.items():
        assert "$course" not in text
        assert "$exercise" not in text
        if path.suffix == ".py":
            ast.parse(text)
    assert "$$y_i = x_i" in texts[tmp_path / "solutions/stats/lesson1.py"]


@pytest.mark.parametrize("title", [None, "O'Brien's 통계 - 100 %"])
def test_the_package_is_described_and_depends_on_this_grader(tmp_path, title):
    texts = new_course(tmp_path, "my_stats", "lesson1", "mean", title=title)
    settings = tomllib.loads(texts[tmp_path / "pyproject.toml"])
    assert settings["project"]["name"] == "my-stats"
    assert settings["project"]["description"] == (title or "My stats")
    assert settings["project"]["dependencies"] == [f"convgrade>={__version__}"]
    assert settings["project"]["entry-points"]["grader.courses"] == {"my_stats": "my_stats"}
    targets = settings["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"] == {"packages": ["my_stats"]}
    assert targets["sdist"]["include"] == ["/my_stats"]


@pytest.mark.parametrize(
    ("lesson", "title"),
    [
        ("lesson1_means", "Lesson 1: Means"),
        ("lesson_2_more_means", "Lesson 2: More means"),
        ("lesson3", "Lesson 3"),
        ("week_one", "Week one"),
    ],
)
def test_a_lesson_s_title_comes_from_its_name(tmp_path, lesson, title):
    texts = new_course(tmp_path, "stats", lesson, "mean")
    assert f'lesson("{title}", __name__' in texts[tmp_path / f"stats/{lesson}/__init__.py"]
    assert f"# # {title}\n" in texts[tmp_path / f"solutions/stats/{lesson}.py"]


def test_an_exercise_is_added_to_its_lesson(course):
    texts = new_exercise(course, "spread", "lesson1_means")
    assert relative(texts, course.home) == [
        "solutions/some_course/lesson1_means.py",
        "some_course/lesson1_means/__init__.py",
        "some_course/lesson1_means/spread.py",
        "tests/implementations/chaffs/spread.py",
        "tests/implementations/wheats/spread.py",
    ]
    listed = texts[course.package / "lesson1_means/__init__.py"]
    assert "from . import center, spread\n" in listed
    assert "[center.center, spread.spread]" in listed
    solution = texts[course.home / "solutions/some_course/lesson1_means.py"]
    assert solution.index("def center(x):") < solution.index("def spread(x):")
    assert solution.count("import numpy as np") == 1


def test_an_exercise_of_a_new_lesson_is_in_it_alone(course, write):
    texts = new_exercise(course, "slope", "lesson2_lines")
    assert relative(texts, course.home) == [
        "solutions/some_course/lesson2_lines.py",
        "some_course/__init__.py",
        "some_course/lesson2_lines/__init__.py",
        "some_course/lesson2_lines/slope.py",
        "tests/implementations/chaffs/slope.py",
        "tests/implementations/wheats/slope.py",
    ]
    write(texts)
    lessons = reload(course).suite.lessons
    assert [[each.name for each in lesson.exercises] for lesson in lessons] == [["center"], ["slope"]]


def test_a_lesson_without_numpy_gets_it(course):
    path = course.home / "solutions/some_course/lesson1_means.py"
    path.write_text("# %%\nimport numpy\n\n# %%\ndef center(x):\n    return x - numpy.mean(x)\n", "utf-8")
    text = new_exercise(course, "spread", "lesson1_means")[path]
    assert text.index("import numpy as np") < text.index("def spread(x):")


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("name", "lesson", "said"),
    [
        ("center", "lesson1_means", "some_course already has center; choose another name"),
        ("lesson1_means", "lesson2", "some_course already has lesson1_means; choose another name"),
        ("spread", "center", "center is an exercise of some_course; choose another name for the lesson"),
        ("some_course", "lesson1_means", "course, lesson and exercise need different names"),
        ("spread", "some_course", "course, lesson and exercise need different names"),
        ("spread", "spread", "course, lesson and exercise need different names"),
        ("close", "lesson1_means", "the files of an exercise use that name for something else"),
        ("spread", "suite", "the course uses that name for something else"),
        ("helper", "lesson1_means", r"lesson1_means\.py already uses the name 'helper'"),
        ("extra", "lesson1_means", r"lesson1_means.__init__\.py already uses the name 'extra'"),
        ("spread", "shared", r"some_course.__init__\.py already uses the name 'shared'"),
        ("spread", "drawing", r"drawing\.py already exists\. Move it away"),
        ("plots", "lesson1_means", r"plots.__init__\.py already exists\. Move it away"),
        ("left_over", "lesson1_means", r"left_over\.py already exists\. Move it away"),
    ],
)
def test_a_name_that_is_taken_makes_nothing(course, write, name, lesson, said):
    edit(
        course.home / "solutions/some_course/lesson1_means.py",
        "import numpy as np\n",
        "import numpy as np\n\ndef helper(x):\n    return x\n",
    )
    edit(course.package / "lesson1_means/__init__.py", "LESSON =", "extra = False\n\nLESSON =")
    edit(course.package / "__init__.py", "SUITE =", "shared = 1\n\nSUITE =")
    write(
        {
            course.package / "drawing.py": "",
            course.package / "lesson1_means/plots/__init__.py": "",
            course.home / "tests/implementations/chaffs/left_over.py": "",
        }
    )
    before = sorted(course.home.rglob("*"))
    with pytest.raises(UsageError, match=said):
        new_exercise(course, name, lesson)
    assert sorted(course.home.rglob("*")) == before


def test_a_solution_that_is_missing_or_does_not_parse_is_named(course):
    path = course.home / "solutions/some_course/lesson1_means.py"
    path.write_text("x = 1\ndef center(:\n", "utf-8")
    with pytest.raises(SuiteError, match=r"lesson1_means\.py:2: syntax error"):
        new_exercise(course, "spread", "lesson1_means")
    path.unlink()
    with pytest.raises(UsageError, match=r"lesson1_means\.py is missing"):
        new_exercise(course, "spread", "lesson1_means")
