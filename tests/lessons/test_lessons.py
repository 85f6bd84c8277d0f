"""What a lesson promises: it runs from top to bottom, draws, and speaks both languages."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import jupytext
import nbformat
import pytest
from nbclient import NotebookClient

from grader.lessons.release import release

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "solutions" / "cnn").glob("*.py"))
EXERCISES = {
    "lesson2_convolution": ["zero_pad", "conv_single_step", "conv_forward"],
    "lesson3_pooling": ["pool_forward"],
    "lesson4_backward": ["conv_backward"],
    "lesson5_lenet": ["lenet_parameters", "lenet_forward", "lenet_summary"],
}

lesson = pytest.mark.parametrize("path", LESSONS, ids=[path.stem for path in LESSONS])


def run(notebook: nbformat.NotebookNode, folder: Path) -> list[nbformat.NotebookNode]:
    """Execute a notebook in a real kernel and return all its outputs; an error in a cell raises."""
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}}
    ).execute()
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def pictures(outputs: list[nbformat.NotebookNode]) -> int:
    return sum("image/png" in output.get("data", {}) for output in outputs)


@pytest.fixture(autouse=True)
def quiet_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    # Without this the kernel's debugger warns on stderr about frozen modules, as if the lesson had.
    monkeypatch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")


@lesson
def test_a_solved_lesson_runs_and_draws(path: Path, tmp_path: Path) -> None:
    for sibling in LESSONS:
        notebook = jupytext.read(sibling, fmt="py:percent")
        for cell in notebook.cells:
            cell.source = re.sub(
                r"^from (lesson\w+) import .*$", r"%run ./\1.ipynb", cell.source, flags=re.MULTILINE
            )
        nbformat.write(notebook, tmp_path / f"{sibling.stem}.ipynb")
    outputs = run(nbformat.read(tmp_path / f"{path.stem}.ipynb", 4), tmp_path)
    # Each try-it cell draws once: the pictures of a lesson that %run brings in are not drawn again.
    assert pictures(outputs) == path.read_text(encoding="utf-8").count("\ntry_it(") >= 1
    assert not [output.text for output in outputs if output.get("name") == "stderr"]


@lesson
def test_an_untouched_stub_runs_and_says_what_is_to_be_written(path: Path, tmp_path: Path) -> None:
    release(path.parent, tmp_path)
    outputs = run(nbformat.read(tmp_path / f"{path.stem}.ipynb", 4), tmp_path)
    printed = "".join(output.text for output in outputs if output.get("name") == "stdout").splitlines()
    # A try-it cell may wait for a function of an earlier lesson too.
    names = [name for group in EXERCISES.values() for name in group]
    assert printed
    assert set(printed) <= {f"{name}: replace this line with your code" for name in names}


@lesson
def test_a_lesson_imports_as_a_script_without_drawing(path: Path) -> None:
    program = f"import {path.stem}, matplotlib.pyplot as plt; assert not plt.get_fignums()"
    environment = os.environ | {
        "MPLBACKEND": "agg",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": str(path.parent),
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@lesson
def test_a_lesson_holds_its_exercises_each_with_a_docstring(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = [node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    solved = [
        node for node in functions if "### BEGIN SOLUTION" in (ast.get_source_segment(text, node) or "")
    ]
    assert [node.name for node in solved] == EXERCISES[path.stem]
    for node in solved:
        words = ast.get_docstring(node) or ""
        assert "Args:" in words
        assert "Returns:" in words
        assert all(f"{argument.arg}:" in words for argument in node.args.args)


@lesson
def test_every_text_is_told_in_english_and_in_korean(path: Path) -> None:
    texts = [cell for cell in jupytext.read(path, fmt="py:percent").cells if cell.cell_type == "markdown"]
    assert [cell.metadata.get("lang") for cell in texts] == [None, "ko"] * (len(texts) // 2)
    for english, korean in zip(texts[::2], texts[1::2], strict=True):
        assert not re.search("[가-힣]", english.source)
        assert re.search("[가-힣]", korean.source)
        # The formulas say the same in both.
        assert re.findall(r"\$\$.*?\$\$", english.source, re.DOTALL) == re.findall(
            r"\$\$.*?\$\$", korean.source, re.DOTALL
        )


@pytest.mark.parametrize(
    "path", sorted((ROOT / "assignments" / "cnn").glob("*.ipynb")), ids=lambda path: path.stem
)
def test_a_released_notebook_is_valid(path: Path) -> None:
    nbformat.validate(nbformat.read(path, nbformat.NO_CONVERT))


@lesson
def test_a_stub_reads_no_name_that_only_the_solution_defined(path: Path, tmp_path: Path) -> None:
    release(path.parent, tmp_path, form="script")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "ruff",
            "check",
            "--isolated",
            "--select",
            "F821,F822,F823",
            tmp_path / path.name,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
