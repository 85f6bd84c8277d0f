"""A command that fails leaves no file behind and none changed, and works once its obstacle is gone."""

import errno
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader import files
from grader.cli import exits
from grader.cli.changes import writing
from grader.cli.grader import grader
from grader.cli.undo import Before
from grader.errors import SuiteError, UsageError


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A course with two exercises."""
    home = tmp_path_factory.mktemp("made") / "means"
    assert exits.status(grader, ["new", "course", "means", "--to", str(home)]) == 0
    assert exits.status(grader, ["new", "exercise", "spread", "--course", str(home)]) == 0
    return home


@pytest.fixture
def course(made, tmp_path, monkeypatch):
    """A copy of that course in the working folder."""
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(made, tmp_path / "means")


def tree(folder):
    """Return all that is in a folder, without what Python keeps for itself."""
    found = (path for path in sorted(folder.rglob("*")) if "__pycache__" not in path.parts)
    return {path.relative_to(folder): path.read_bytes() if path.is_file() else None for path in found}


@contextmanager
def disk_full_at(name):
    """Let the disk be full when a file of this name is written."""

    def written(path, content, *, real=Path.write_bytes):
        _fail_at(name, path)
        return real(path, content)

    def moved(draft, target, *, real=os.replace):
        _fail_at(name, Path(target))
        return real(draft, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "write_bytes", written)
        patch.setattr(files.os, "replace", moved)
        yield


def _fail_at(name, path):
    if path.name == name:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


COMMANDS = [
    (["new", "exercise", "mode", "--course", "./means"], "mode.py"),
    (["new", "exercise", "mode", "--course", "./means"], "__init__.py"),
    (["new", "exercise", "mode", "--course", "./means"], "mode.json"),
    (["new", "exercise", "mode", "--course", "./means"], "lesson1_start.ipynb"),
    (["new", "exercise", "mode", "--course", "./means", "--lesson", "lesson2"], "lesson2.ipynb"),
    (["new", "course", "modes"], "pyproject.toml"),
    (["new", "course", "modes"], "center.json"),
    (["new", "course", "modes", "--to", "deep/er/modes"], "lesson1_start.ipynb"),
    (["keep", "--course", "./means", "--seed", "3"], "spread.json"),
    (["release", "--course", "./means", "--skip-checks", "--format", "script"], "lesson2_more.py"),
    (["release", "--course", "./means", "--skip-checks", "--to", "other/place"], "lesson2_more.ipynb"),
    (["translate", "--course", "./means"], "course.mo"),
]


@pytest.mark.parametrize(("arguments", "file"), COMMANDS)
def test_all_is_written_or_nothing(course, run_command, tmp_path, arguments, file):
    lessons = course / "solutions/means"
    if "release" in arguments:
        shutil.copy(lessons / "lesson1_start.py", lessons / "lesson2_more.py")
    before = tree(tmp_path)
    with disk_full_at(file):
        status, out, err = run_command(grader, *arguments)
    assert (status, "written" in out) == (2, False)
    assert "No space left on device. Nothing was written." in err
    assert tree(tmp_path) == before
    for name in [each for each in sys.modules if each.partition(".")[0] == "means"]:
        del sys.modules[name]  # the next try is another process
    assert run_command(grader, *arguments)[0] == 0
    assert tree(tmp_path) != before


@pytest.mark.parametrize(
    ("place", "arguments"),
    [
        ("tests/implementations/wheats", ["new", "exercise", "mode"]),
        ("tests/implementations/chaffs", ["new", "exercise", "mode"]),
        ("means/lesson2", ["new", "exercise", "mode", "--lesson", "lesson2"]),
        ("means/cases", ["keep"]),
        ("assignments", ["release", "--skip-checks"]),
        ("means/locale", ["translate"]),
    ],
)
def test_what_is_in_the_way_is_named(course, run_command, place, arguments):
    """Without permission, it is the same kind of error."""
    shutil.rmtree(course / place, ignore_errors=True)
    (course / place).write_text("in the way\n", "utf-8")
    before = tree(course)
    status, out, err = run_command(grader, *arguments, "--course", course)
    assert (status, "written" in out, err.count("\n")) == (2, False, 1), err
    assert f"means/{place}" in err
    assert "Nothing was written." in err
    assert tree(course) == before
    (course / place).unlink()
    assert run_command(grader, *arguments, "--course", course)[0] == 0


def test_a_translation_that_cannot_be_used_leaves_both_files(course, run_command):
    run_command(grader, "translate", "--course", course)
    po = course / "means/locale/ko/LC_MESSAGES/course.po"
    po.write_text(po.read_text("utf-8").replace('msgstr ""\n\n', 'msgstr "{x}"\n\n'), "utf-8")
    before = tree(course)
    status, _, err = run_command(grader, "translate", "--course", course)
    assert (status, "nothing was changed" in err) == (3, True)
    assert tree(course) == before


def test_a_course_that_turns_out_unsound_is_taken_back(course, run_command):
    """The exercise is written before the course is loaded again with it."""
    other = course / "means/lesson1_start/__init__.py"
    other.write_text(other.read_text("utf-8") + "\nassert len(LESSON.exercises) < 3\n", "utf-8")
    before = tree(course)
    status, _, err = run_command(grader, "new", "exercise", "mode", "--course", course)
    assert (status, "AssertionError" in err) == (3, True), err
    assert tree(course) == before


def test_it_is_taken_back_on_an_interruption_too(tmp_path):
    def interrupted():
        with writing() as before:
            before.watch((tmp_path, "*"))
            (tmp_path / "new").write_text("half", "utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not tree(tmp_path)


def test_what_cannot_be_taken_back_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").write_text("old", "utf-8")

    def fail(kind):
        with writing() as before:
            before.watch((tmp_path, "*"))
            (tmp_path / "old").unlink()
            (tmp_path / "old").mkdir()  # now nobody can write a file of that name
            raise kind

    with pytest.raises(UsageError, match=r"could not be put back as they were: old\. Check") as caught:
        fail(OSError(errno.EACCES, "Permission denied", "old"))
    assert "Nothing was written" not in str(caught.value)
    (tmp_path / "old").rmdir()
    (tmp_path / "old").write_text("old", "utf-8")
    with pytest.raises(SuiteError):
        fail(SuiteError("unsound"))
    assert capsys.readouterr().err == "These could not be put back as they were: old.\n"


def test_an_error_of_no_file_is_ours(tmp_path):
    with pytest.raises(OSError, match="Broken"), writing():
        raise OSError(errno.EPIPE, "Broken pipe")


def test_other_files_stay_as_they_are(tmp_path):
    """What is not watched is somebody else's: also in a folder that is new, which then stays."""
    before = Before()
    before.watch((tmp_path / "new", "*.py"), tmp_path / "one.txt")
    (tmp_path / "new").mkdir()
    for name in ("new/a.py", "new/mine.txt", "one.txt", "two.txt"):
        (tmp_path / name).write_text("text", "utf-8")
    assert before.put_back() == []
    assert sorted(map(str, tree(tmp_path))) == ["new", "new/mine.txt", "two.txt"]
