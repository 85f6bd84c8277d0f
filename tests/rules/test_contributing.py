"""The exercise in CONTRIBUTING.md is one: it loads, it judges, it is clean."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli import exits
from grader.cli.grader import grader
from grader.course.cases import Kept
from grader.judging.diagnose import diagnose
from grader.judging.judge import judge

ROOT = Path(__file__).parents[2]
EXAMPLE = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), flags=re.DOTALL)[
    0
]


@pytest.fixture
def exercise(tmp_path):
    path = tmp_path / "output_size.py"
    path.write_text(EXAMPLE, "utf-8")
    spec = importlib.util.spec_from_file_location("output_size_example", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.output_size.finish()


def right(n, f, pad, stride):
    return (n + 2 * pad - f) // stride + 1


def rounds_up(n, f, pad, stride):
    return -(-(n + 2 * pad - f) // stride) + 1


def test_a_right_function_keeps_its_promises(exercise):
    assert {verdict.status for verdict in judge(exercise, right, Kept(), 0)} == {"passed"}


def test_its_mistake_is_found_and_named(exercise):
    verdicts = judge(exercise, rounds_up, Kept(), 0)
    assert verdicts[0].status == "failed"
    assert diagnose(exercise, rounds_up, verdicts, Kept(), 0)[0].mistake == "rounds_up"


def test_kept_cases_give_the_arguments_in_the_order_of_the_signature(exercise, tmp_path):
    prop = exercise.properties[0]
    for kept in (Kept(cache=tmp_path / "cache"), Kept(cache=tmp_path / "cache")):  # drawn, then read
        assert list(kept.cases(prop.inputs, 0)[0].arguments) == list(exercise.signature.parameters)


LESSON = """\
# %%
def output_size(n, f, pad, stride):
    ### BEGIN SOLUTION
    return (n + 2 * pad - f) // stride + 1
    ### END SOLUTION
"""
PACKAGE = """\
from grader.course.authoring import lesson, suite
from .output_size import output_size
SUITE = suite("Example", __name__, [lesson("Sizes", "example.sizes", [output_size])])
"""


def test_a_course_of_it_is_released_and_sound(tmp_path, monkeypatch, capsys):
    files = {
        "course/example/__init__.py": PACKAGE,
        "course/example/output_size.py": EXAMPLE,
        "course/solutions/example/sizes.py": LESSON,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    for command in ("keep", "release", "audit"):
        status = exits.status(grader, [command, "--course", "./course"])
        assert status == 0, capsys.readouterr().out
    assert capsys.readouterr().out.endswith("The course is sound.\n")


def test_it_is_clean(tmp_path):
    home = tmp_path / "grader/suites/example"
    home.mkdir(parents=True)
    (home / "output_size.py").write_text(EXAMPLE, "utf-8")
    ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--config", str(ROOT / "pyproject.toml")]
    # A package of its own would have an __init__.py; docstrings of wrong formulas are their messages.
    ruff += ["--ignore", "INP001,D103,TC003,TC001,TC002", str(home)]
    done = subprocess.run(ruff, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    mypy = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", "/dev/null", "--config-file", ""]
    done = subprocess.run(
        [*mypy, str(home / "output_size.py")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
