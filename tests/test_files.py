"""An author's files are read, parsed and replaced whole, or an error names them."""

import os
import stat

import pytest

from grader import files
from grader.errors import SuiteError
from grader.files import parsed, python_files, read, replace


def test_the_text_is_what_is_read(tmp_path):
    path = tmp_path / "grades.json"
    replace(path, "old\n")
    replace(path, "é 새 글\n")
    assert path.read_text("utf-8") == "é 새 글\n"
    assert list(tmp_path.iterdir()) == [path]


def test_when_it_fails_the_old_file_stays_and_nothing_else_is_left(tmp_path, monkeypatch):
    path = tmp_path / "grades.json"
    path.write_text("old\n")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        replace(path, "new\n")
    assert path.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_stay(tmp_path):
    path = tmp_path / "grades.json"
    path.write_text("old\n")
    path.chmod(0o600)
    replace(path, "new\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_one(tmp_path):
    path, link = tmp_path / "grades.json", tmp_path / "newest.json"
    path.write_text("old\n")
    link.symlink_to(path)
    replace(link, "new\n")
    assert link.is_symlink()
    assert path.read_text() == "new\n"


def test_a_pipe_takes_what_it_is_given(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        replace(path, "new\n")
        assert os.read(reader, 100) == b"new\n"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_what_is_no_file_is_the_authors_fault(tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    for path, words in (
        (tmp_path, "not a file"),
        (tmp_path / "pipe.py", "not a file"),
        (tmp_path / "a", "read"),
    ):
        with pytest.raises(SuiteError, match=words) as caught:
            read(path)
        assert caught.value.where == str(path)
        assert caught.value.remedy


@pytest.mark.parametrize("source", ["def (:\n", "x = '\0'\n", "(" * 1000 + ")" * 1000])
def test_what_does_not_parse_is_named(source):
    with pytest.raises(SuiteError) as caught:
        parsed(source, "lesson.py")
    assert caught.value.where.startswith("lesson.py")
    assert caught.value.message.startswith("this is not valid Python (")


def test_hidden_files_and_what_is_no_file_are_no_python_files(tmp_path):
    (tmp_path / "deep/.hidden").mkdir(parents=True)
    (tmp_path / "folder.py").mkdir()
    for name in ("b.py", "deep/a.py", ".c.py", "deep/.hidden/d.py", "e.txt"):
        (tmp_path / name).touch()
    (tmp_path / "link.py").symlink_to("nowhere.py")
    assert python_files(tmp_path) == [tmp_path / "b.py", tmp_path / "deep/a.py"]
