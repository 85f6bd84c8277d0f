"""What the README says is so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support.picture import PICTURE, draw, words

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "grader/README.md"])
START, TESTS = re.findall(r"```sh\n(python3 -m venv .*?)\n```", README)


def test_the_first_command_installs_and_grades():
    assert START.split(" && ") == [
        "python3 -m venv .venv",
        ".venv/bin/pip install .",
        ".venv/bin/grade assignments/",
    ]


def test_the_second_command_installs_what_tests_need_and_runs_them():
    assert TESTS.split(" && ") == [
        "python3 -m venv .venv",
        ".venv/bin/pip install -e '.[test]'",
        ".venv/bin/pytest -n auto --dist loadfile",
    ]


def test_ci_runs_the_command_of_the_readme():
    script = (ROOT / ".ci/run").read_text("utf-8")
    found = re.search(r"awk '(.*?)' README\.md", script)
    assert found is not None
    done = subprocess.run(
        ["awk", found[1], "README.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == TESTS


def test_the_picture_shows_what_grade_prints():
    assert words(PICTURE.read_text("utf-8")) == words(draw()), "draw it anew: see tests/support/picture.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page):
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("module", ["grade", "grader"])
def test_every_option_that_the_pages_name_exists(module):
    shown = ""
    code = f"from grader.cli.{module} import main; main()"
    own = (
        "audit",
        "release",
        "keep",
        "translate",
        "schema",
        "doctor",
        "collect",
        "new course",
        "new exercise",
    )
    for command in [[], *(name.split() for name in own if module == "grader")]:
        call = [sys.executable, "-c", code, *command, "--help"]
        shown += subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    for page in PAGES:
        for line in re.findall(rf"(?<![\w/.]){module} ((?:[^`\n#|])*)", page.read_text("utf-8")):
            for option in re.findall(r"(?<!\S)--[a-z-]+", line):
                assert option in shown, f"{page.name}: {module} {line}"


def test_the_start_stays_short():
    code = "import sys, grader.cli.grade; print([m for m in sys.modules if m in {heavy}])"
    heavy = "'hypothesis nbformat jupytext pytest babel matplotlib numpy rich yaml'.split()"
    call = [sys.executable, "-c", code.replace("{heavy}", heavy)]
    assert subprocess.run(call, capture_output=True, text=True, check=True, cwd=ROOT).stdout == "[]\n"
