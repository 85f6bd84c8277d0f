"""The command that authors and instructors run."""

import json
from functools import partial

import pytest
from support.classroom import ROOT

from grader.cli.grader import grader


@pytest.fixture(autouse=True)
def here(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def run(run_command):
    """Run grader; return its exit status and what it printed to stdout and stderr."""
    return partial(run_command, grader)


def test_the_course_is_sound(run):
    status, out, _ = run("audit")
    assert status == 0, out
    assert out.splitlines()[-1] == "The course is sound."
    assert "failed" not in out


def test_a_course_without_lessons_is_named_with_where_to_look_for_them(run, tmp_path):
    status, _, err = run("audit", "--solutions", tmp_path, "--assignments", tmp_path)
    assert status == 2
    assert f"{tmp_path / 'cnn'} does not exist. Run this in the folder of the course" in err


def test_the_released_notebooks_are_in_step(run):
    assert run("release", "--check") == (0, "assignments/cnn is up to date.\n", "")


def test_lessons_are_released_to_another_folder(run, tmp_path):
    status, out, _ = run(
        "release", "--skip-checks", "--to", tmp_path / "mine", "--format", "script", "--lang", "ko"
    )
    assert status == 0
    assert out.count("written: ") == len(list((tmp_path / "mine").glob("*.py"))) == 4


def test_files_out_of_step_are_named(run, tmp_path):
    status, out, _ = run("release", "--check", "--to", tmp_path)
    assert status == 1
    assert out.count("out of date: ") == 4


def test_the_catalogues_are_in_step(run):
    assert run("translate", "--check") == (0, "The catalogues are up to date.\n", "")


def test_the_schema_is_the_documented_one(run):
    _, out, _ = run("schema")
    assert out == (ROOT / "docs/grade-2.schema.json").read_text("utf-8")
    assert json.loads(out)["$ref"]


def test_a_course_that_is_not_there_is_a_usage_error(run):
    status, _, err = run("audit", "--course", "rnn")
    assert status == 2
    assert "No installed course is called 'rnn'. Installed: cnn." in err
