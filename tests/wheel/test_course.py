"""A course on another subject, written from the docs alone, in an environment with nothing but wheels."""

import json
import shutil
from pathlib import Path

import pytest
from support.wheel import Environment

COURSE = Path(__file__).parents[1] / "courses/kmeans"
SWAPPED = """\
import numpy as np

def distances(X, C):
    return np.sum((X[:, None] - C) ** 2, axis=2)

def assign(X, C):
    return np.argmax(distances(X, C), axis=1)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A copy of the course, in a path with a space and Hangul."""
    return shutil.copytree(COURSE, tmp_path_factory.mktemp("courses") / "K 평균")


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory, home):
    """An environment with the wheels of the grader and of the course."""
    folder = tmp_path_factory.mktemp("installed")
    made = Environment(folder / "environment")
    made.run(f"pip wheel --quiet --no-deps --wheel-dir '{folder}' '{home}'", folder)
    made.install(str(wheel), *map(str, folder.glob("*.whl")))
    return made


def test_everything_comes_from_the_wheels(environment, tmp_path):
    for module in ("grader", "kmeans"):
        found = environment.run(f"python -c 'import {module}; print({module}.__file__)'", tmp_path)
        assert "/environment/lib/" in found
    files = environment.run("pip show -f kmeans", tmp_path)
    assert "kmeans/cases/seed-0/move.json" in files
    assert "kmeans/locale/ko/LC_MESSAGES/course.mo" in files
    assert not [line for line in files.splitlines() if "solutions" in line or "implementations" in line]


def test_solutions_get_full_marks_and_stubs_none(environment, home, tmp_path):
    out = environment.run(f"grade --course kmeans '{home}/solutions'", tmp_path)
    assert "Total          42 / 42" in out
    assert "Extra credit     8 / 8" in out
    out = environment.run(f"grade --course kmeans '{home}/assignments'", tmp_path, status=1)
    assert out.count("not written yet") == 5


def test_a_student_is_told_what_is_wrong_in_either_language(environment, tmp_path):
    (tmp_path / "alice").mkdir()
    (tmp_path / "alice/work.py").write_text(SWAPPED, "utf-8")
    report = environment.run("grade --course kmeans alice --format json", tmp_path, status=1)
    (grade,) = json.loads(report)["grades"]
    by_name = {each["name"]: each for lesson in grade["lessons"] for each in lesson["exercises"]}
    assert by_name["distances"]["earned"] == by_name["distances"]["possible"]
    assert by_name["assign"]["diagnosis"]["mistake"] == "takes_the_farthest"
    korean = environment.run("GRADER_COURSE=kmeans grade alice -e assign --lang ko", tmp_path, status=1)
    assert "가장 먼" in korean


def test_a_lesson_is_chosen_by_its_name_or_the_beginning_of_it(environment, home, tmp_path):
    for name in ("lesson2_lloyd", "lesson2"):
        out = environment.run(f"grade --course kmeans '{home}/solutions' -e {name}", tmp_path)
        assert "lloyd" in out
        assert "distances" not in out


def test_the_author_audits_and_releases_by_the_path(environment, home):
    assert environment.run("grader audit --course .", home).endswith("The course is sound.\n")
    out = environment.run("grader audit --course . --matrix --seeds 2", home)
    assert "failed" not in out
    assert environment.run("grader release --course . --check", home).endswith("is up to date.\n")
    out = environment.run("grader translate --course . --check", home)
    assert out == "The catalogues are up to date.\n"


def test_an_installed_course_is_not_written_to(environment, tmp_path):
    for command in ("keep", "translate", "new exercise again"):
        environment.run(f"grader {command} --course kmeans 2> said", tmp_path, status=2)
        assert "The course kmeans is installed." in (tmp_path / "said").read_text("utf-8")


def test_two_installed_courses_of_one_name_are_named(environment, tmp_path, home):
    other = shutil.copytree(home, tmp_path / "other")
    text = (other / "pyproject.toml").read_text("utf-8")
    (other / "pyproject.toml").write_text(text.replace('name = "kmeans"', 'name = "clustering"'), "utf-8")
    environment.run("pip wheel --quiet --no-deps --wheel-dir . ./other", tmp_path)
    environment.install("--target", str(tmp_path / "site"), *map(str, tmp_path.glob("clustering*.whl")))
    environment.run(
        f"PYTHONPATH='{tmp_path}/site' grade --course kmeans other/solutions 2> said", tmp_path, status=2
    )
    said = (tmp_path / "said").read_text("utf-8")
    assert "Several installed packages have a course called 'kmeans': clustering, kmeans." in said
