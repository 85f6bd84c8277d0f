"""The exercise in docs/writing-exercises.md is one: it judges, it is clean, it makes a sound course."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from grader.cli import exits
from grader.cli.grader import grader
from grader.course.cases import Kept
from grader.judging.diagnose import diagnose
from grader.judging.judge import judge

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/writing-exercises.md").read_text("utf-8")
(EXAMPLE,) = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)


@pytest.fixture
def exercise(tmp_path):
    path = tmp_path / "counts.py"
    path.write_text(EXAMPLE, "utf-8")
    spec = importlib.util.spec_from_file_location("counts_example", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.counts.finish()


def right(values, k):
    return np.bincount(values, minlength=k)


def shares(values, k):
    return np.bincount(values, minlength=k) / len(values)


def too_short(values, k):
    return np.bincount(values)


def test_a_right_function_keeps_its_promises(exercise):
    assert {verdict.status for verdict in judge(exercise, right, Kept(), 0)} == {"passed"}


def test_its_mistake_is_found_and_named(exercise):
    verdicts = judge(exercise, shares, Kept(), 0)
    assert diagnose(exercise, shares, verdicts, Kept(), 0)[0].mistake == "shares"


def test_the_message_of_a_broken_promise_is_filled_in(exercise):
    by_name = {verdict.prop.name: verdict for verdict in judge(exercise, shares, Kept(), 0)}
    assert re.fullmatch(r"The counts sum to 1\.0\.", by_name["length"].feedback.message)
    assert {verdict.status for verdict in judge(exercise, too_short, Kept(), 0)} >= {"failed"}


def test_points_are_shared_as_the_page_says(exercise):
    points = {prop.name: prop.points for prop in exercise.properties}
    assert points == {
        "length": pytest.approx(4.25 * 2 / 5),
        "each": pytest.approx(4.25 * 3 / 5),
        "arguments_unchanged": 0.25,
        "same_answer_twice": 0.25,
        "memory_order": 0.25,
    }


def test_kept_cases_give_the_arguments_in_the_order_of_the_signature(exercise, tmp_path):
    prop = exercise.properties[0]
    for kept in (Kept(cache=tmp_path / "cache"), Kept(cache=tmp_path / "cache")):  # drawn, then read
        assert list(kept.cases(prop.inputs, 0)[0].arguments) == list(exercise.signature.parameters)


LESSON = """\
# %%
import numpy as np

# %%
def counts(values, k):
    ### BEGIN SOLUTION
    return np.bincount(values, minlength=k)
    ### END SOLUTION
"""


def test_a_course_of_it_is_released_and_sound(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    made = ["new", "course", "tallies", "--lesson", "lesson1_counting", "--exercise", "counts"]
    assert exits.status(grader, made) == 0
    for module in [name for name in sys.modules if name.partition(".")[0] == "tallies"]:
        del sys.modules[module]  # each command would be a process of its own
    home = tmp_path / "tallies"
    shutil.rmtree(home / "tests")
    (home / "tallies/lesson1_counting/counts.py").write_text(EXAMPLE, "utf-8")
    (home / "solutions/tallies/lesson1_counting.py").write_text(LESSON, "utf-8")
    for command in ("keep", "release", "audit"):
        status = exits.status(grader, [command, "--course", "./tallies"])
        assert status == 0, capsys.readouterr().out
    assert capsys.readouterr().out.endswith("The course is sound.\n")


def test_it_is_clean(tmp_path):
    home = tmp_path / "grader/suites/example"
    home.mkdir(parents=True)
    (home / "counts.py").write_text(EXAMPLE, "utf-8")
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    # A course has an __init__.py; the docstrings of wrong formulas are their messages; names of axes are no
    # code; and here the grader is another package.
    ruff += ["--ignore", "INP001,D103,F821,UP037,I001", str(home)]
    done = subprocess.run(ruff, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "/dev/null", "--config-file", ""]
    done = subprocess.run(
        [*mypy, str(home / "counts.py")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
