"""What `grader release` promises: no solution leaves, no work is lost, the bytes are the same each time."""

import json
import re
from pathlib import Path

import jupytext
import nbformat
import pytest

from grader.course.load import load
from grader.errors import SuiteError, UsageError
from grader.lessons.release import Form, Language, leaks, release, render
from grader.lessons.requirements import requirements

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "solutions" / "cnn"

FIRST = '''\
# %% [markdown]
# # One

# %% [markdown] lang="ko"
# # 하나

# %% [markdown]
# Only in English.

# %%
def double(x):
    """Return twice x."""
    # Step 1. Add.
    ### BEGIN SOLUTION
    total = x + x  # two of them
    ### END SOLUTION

    # Step 2. Return.
    ### BEGIN SOLUTION
    return total
    ### END SOLUTION
'''

SECOND = """\
# %%
from first import double

# %%
def fourfold(x):
    ### BEGIN SOLUTION
    return double(double(x))
    ### END SOLUTION
"""


def code(notebook: str) -> list[str]:
    return [cell.source for cell in nbformat.reads(notebook, 4).cells if cell.cell_type == "code"]


def prose(notebook: str) -> list[str]:
    return [cell.source for cell in nbformat.reads(notebook, 4).cells if cell.cell_type == "markdown"]


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "first.py").write_text(FIRST, encoding="utf-8")
    (folder / "second.py").write_text(SECOND, encoding="utf-8")
    return folder


# --- render ---------------------------------------------------------------------------------------


def test_a_notebook_is_valid_has_no_outputs_and_ends_with_a_newline() -> None:
    text = render({"first": FIRST})["first.ipynb"]
    notebook = nbformat.reads(text, nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert all(
        not cell.outputs and cell.execution_count is None for cell in notebook.cells if "outputs" in cell
    )
    assert set(notebook.metadata) == {"grader", "kernelspec", "language_info"}
    assert text.endswith("}\n")


def test_a_notebook_is_what_jupyter_would_save() -> None:
    text = render({"first": FIRST})["first.ipynb"]
    assert nbformat.writes(nbformat.reads(text, nbformat.NO_CONVERT)) == text.rstrip("\n")


@pytest.mark.parametrize("form", ["notebook", "script"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_same_lessons_give_the_same_bytes(form: Form, lang: Language) -> None:
    sources = {path.stem: path.read_text(encoding="utf-8") for path in LESSONS.glob("*.py")}
    assert render(sources, form=form, lang=lang) == render(sources, form=form, lang=lang)


def test_cell_ids_differ_within_and_between_lessons() -> None:
    texts = render({"first": FIRST, "again": FIRST})
    ids = [cell.id for text in texts.values() for cell in nbformat.reads(text, 4).cells]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("lang", "expected"), [("en", ["# One", "Only in English."]), ("ko", ["# 하나", "Only in English."])]
)
def test_a_release_speaks_one_language_and_keeps_what_is_not_translated(
    lang: Language, expected: list[str]
) -> None:
    assert prose(render({"first": FIRST}, lang=lang)["first.ipynb"]) == expected


@pytest.mark.parametrize(
    "cells",
    [
        '# %% [markdown] lang="ko"\n# 하나\n',
        '# %%\nx = 1\n\n# %% [markdown] lang="ko"\n# 하나\n',
        '# %% [markdown]\n# One\n\n# %% [markdown] lang="de"\n# Eins\n',
        FIRST.replace("# %% [markdown]\n# Only in English.", '# %% [markdown] lang="ko"\n# 둘'),
    ],
)
def test_a_translation_of_nothing_is_an_error(cells: str) -> None:
    with pytest.raises(SuiteError, match="translates nothing") as caught:
        render({"first": cells})
    assert re.match(r"first.py:\d+$", caught.value.where)


def test_an_import_from_a_sibling_becomes_a_run_in_notebooks_only() -> None:
    sources = {"first": FIRST, "second": SECOND}
    link = code(render(sources)["second.ipynb"])[0]
    assert link.splitlines()[-1] == "%run ./first.ipynb"
    assert "double" in link
    assert "from first import double" in render(sources, form="script")["second.py"]


def test_an_import_of_no_sibling_stays() -> None:
    assert "from first import double" in code(render({"second": SECOND})["second.ipynb"])[0]


@pytest.mark.parametrize(
    "line",
    [
        "import first",
        "from first import double as twice",
        "from first import double\nx = 1",
        "def f():\n    from first import double",
    ],
)
def test_an_import_that_no_notebook_can_say_is_an_error(line: str) -> None:
    with pytest.raises(SuiteError, match="a notebook cannot do this import") as caught:
        render({"first": FIRST, "second": f"# %%\n\n{line}\n"})
    assert caught.value.where == f"second.py:{4 if line.startswith('def') else 3}"


def test_a_script_reads_back_as_the_same_cells_as_the_notebook() -> None:
    notebook = nbformat.reads(render({"first": FIRST})["first.ipynb"], 4)
    text = render({"first": FIRST}, form="script")["first.py"]
    script = jupytext.reads(text, "py:percent")
    assert [cell.source for cell in script.cells] == [cell.source for cell in notebook.cells]
    assert "version" not in text


# --- release --------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["notebook", "script"])
def test_a_second_release_changes_nothing(lessons: Path, tmp_path: Path, form: Form) -> None:
    written = release(lessons, tmp_path / "out", form=form)
    before = [path.read_bytes() for path in written]
    assert len(written) == 2
    assert release(lessons, tmp_path / "out", form=form) == []
    assert [path.read_bytes() for path in written] == before


def test_check_names_what_is_out_of_step_and_writes_nothing(lessons: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert release(lessons, out, check=True) == [out / "first.ipynb", out / "second.ipynb"]
    assert not out.exists()
    release(lessons, out)
    (lessons / "first.py").write_text(FIRST + "\n# %%\nx = 1\n", encoding="utf-8")
    assert release(lessons, out, check=True) == [out / "first.ipynb"]


@pytest.mark.parametrize("form", ["notebook", "script"])
def test_untouched_output_of_an_earlier_release_is_replaced(
    lessons: Path, tmp_path: Path, form: Form
) -> None:
    out = tmp_path / "out"
    release(lessons, out, form=form)
    replaced = {path.stem for path in release(lessons, out, form=form, lang="ko")}
    assert replaced == ({"first", "second"} if form == "notebook" else {"first"})


def test_a_notebook_that_was_only_executed_is_untouched(lessons: Path, tmp_path: Path) -> None:
    path = release(lessons, tmp_path / "out")[0]
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][-1]["execution_count"] = 7
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert release(lessons, tmp_path / "out") == [path]


@pytest.mark.parametrize("form", ["notebook", "script"])
def test_edited_work_is_refused_before_anything_is_written(lessons: Path, tmp_path: Path, form: Form) -> None:
    first, second = release(lessons, tmp_path / "out", form=form)
    work = second.read_text(encoding="utf-8").replace("def fourfold", "y = 1\\ndef fourfold")
    second.write_text(work, encoding="utf-8")
    first.unlink()
    with pytest.raises(UsageError, match=rf"{second.name}.*--force"):
        release(lessons, tmp_path / "out", form=form)
    assert not first.exists()
    assert second.read_text(encoding="utf-8") == work
    assert release(lessons, tmp_path / "out", form=form, force=True) == [first, second]


def test_what_comes_before_a_release_may_stop_it_and_is_not_asked_for_nothing(
    lessons: Path, tmp_path: Path
) -> None:
    def refuse() -> None:
        raise SuiteError("a wrong answer slips through")

    with pytest.raises(SuiteError, match="slips through"):
        release(lessons, tmp_path / "out", before=refuse)
    assert not (tmp_path / "out").exists()
    assert len(release(lessons, tmp_path / "out", check=True, before=refuse)) == 2
    release(lessons, tmp_path / "out")
    assert release(lessons, tmp_path / "out", before=refuse) == []


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[]", b'{"cells": 3}', b'{"cells": [], "metadata": []}']
)
def test_a_file_that_is_no_release_of_ours_is_somebodys_work(
    lessons: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "first.ipynb").write_bytes(content)
    with pytest.raises(UsageError, match=r"first\.ipynb"):
        release(lessons, tmp_path)


def test_the_untouched_output_of_a_lesson_that_is_gone_goes_too(lessons: Path, tmp_path: Path) -> None:
    first, second = release(lessons, tmp_path / "out")
    (lessons / "second.py").unlink()
    notes = tmp_path / "out" / "notes.ipynb"
    notes.write_text("{}", encoding="utf-8")
    assert release(lessons, tmp_path / "out", check=True) == [second]
    assert release(lessons, tmp_path / "out") == [second]
    assert sorted((tmp_path / "out").iterdir()) == [first, notes]


def test_the_lessons_themselves_are_never_overwritten(lessons: Path) -> None:
    with pytest.raises(UsageError, match="another folder"):
        release(lessons, lessons, form="script", force=True)


def test_a_folder_without_lessons_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no lessons"):
        release(tmp_path, tmp_path / "out")


# --- this repository ------------------------------------------------------------------------------


def test_the_assignments_are_in_step_with_the_solutions() -> None:
    requires = requirements(load("cnn").suite)
    assert release(LESSONS, ROOT / "assignments" / "cnn", check=True, requires=requires) == []


def test_no_assignment_shows_a_line_of_any_solution() -> None:
    given = "\n".join(
        line
        for path in (ROOT / "assignments" / "cnn").glob("*.ipynb")
        for source in code(path.read_text(encoding="utf-8"))
        for line in source.split("\n")
    )
    shown = {path.name: leaks(path.read_text(encoding="utf-8"), given) for path in LESSONS.glob("*.py")}
    assert shown == {name: [] for name in shown}
