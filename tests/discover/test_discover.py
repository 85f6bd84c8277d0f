"""From paths to submissions, by names and bytes alone."""

import os
from pathlib import Path

import pytest

from grader.discover import discover, disk, students, tree
from grader.errors import UsageError


def write(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return root


def found(*paths):
    return {each.name: [file.name for file in each.files] for each in discover(paths, "cnn")}


def notes(path):
    return {each.name: each.notes for each in discover([path], "cnn")}


@pytest.fixture
def refused(monkeypatch):
    """A set of paths that the system will not open or list, for whoever runs the tests."""
    paths = set()

    def guarded(original):
        def call(self, *args, **kwargs):
            if self in paths:
                raise PermissionError(13, "Permission denied", str(self))
            return original(self, *args, **kwargs)

        return call

    for name in ("iterdir", "open"):
        monkeypatch.setattr(Path, name, guarded(getattr(Path, name)))
    return paths


def test_a_single_notebook_is_a_submission_of_one_file(tmp_path):
    assert found(write(tmp_path, "alice.ipynb") / "alice.ipynb") == {"alice": ["alice.ipynb"]}


def test_a_folder_with_lessons_is_one_submission(tmp_path):
    assert found(write(tmp_path / "alice", "b.py", "a.ipynb")) == {"alice": ["a.ipynb", "b.py"]}


def test_a_folder_with_a_folder_named_after_the_suite_is_one_submission(tmp_path):
    assert found(write(tmp_path / "alice", "cnn/a.ipynb")) == {"alice": ["cnn/a.ipynb"]}


def test_lessons_of_other_suites_are_left_alone(tmp_path):
    assert found(write(tmp_path / "alice", "cnn/a.ipynb", "rnn/b.ipynb")) == {"alice": ["cnn/a.ipynb"]}


def test_a_folder_of_folders_is_a_class(tmp_path):
    root = write(tmp_path, "bob/b.py", "alice/a.ipynb")
    assert found(root) == {"alice": ["a.ipynb"], "bob": ["b.py"]}


def test_students_come_in_order_of_name(tmp_path):
    assert list(found(write(tmp_path, "c/x.py", "a/x.py", "b/x.py"))) == ["a", "b", "c"]


def test_a_students_folder_may_hold_the_suites_folder(tmp_path):
    assert found(write(tmp_path, "alice/cnn/a.ipynb")) == {"alice": ["cnn/a.ipynb"]}


def test_lessons_deeper_in_a_students_folder_are_found(tmp_path):
    assert found(write(tmp_path, "alice/work/week 1/a.ipynb")) == {"alice": ["work/week 1/a.ipynb"]}


def test_lessons_beside_each_other_hide_older_copies_below(tmp_path):
    assert found(write(tmp_path, "alice/a.ipynb", "alice/old/a.ipynb")) == {"alice": ["a.ipynb"]}


def test_several_paths_are_graded_together(tmp_path):
    write(tmp_path, "one/a.py", "two/b.py")
    assert found(tmp_path / "one", tmp_path / "two") == {"one": ["a.py"], "two": ["b.py"]}


def test_the_content_is_the_bytes_of_the_file(tmp_path):
    (submission,) = discover([write(tmp_path / "alice", "a.py")], "cnn")
    assert submission.files[0].content == b"a.py"


def test_the_current_folder_has_the_name_that_it_has_elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(write(tmp_path / "alice", "a.py"))
    assert found(Path()) == {"alice": ["a.py"]}


@pytest.mark.parametrize("name", [".ipynb_checkpoints", "__pycache__", "node_modules", ".tox", "venv"])
def test_folders_that_hold_no_students_work_are_left_out(tmp_path, name):
    assert found(write(tmp_path, "alice/a.py", f"alice/{name}/b.py", f"{name}/c.py")) == {"alice": ["a.py"]}


def test_files_of_other_kinds_are_left_out(tmp_path):
    assert found(write(tmp_path / "alice", "a.py", "a.txt", "a.pdf")) == {"alice": ["a.py"]}


def test_a_student_without_lessons_stays_in_the_class_with_a_note(tmp_path):
    write(tmp_path, "alice/a.py", "bob/essay.txt")
    assert notes(tmp_path)["bob"] == (
        "ignored, because they are neither notebooks nor scripts: essay.txt",
        "no notebook (.ipynb) or script (.py) was found",
    )


@pytest.mark.parametrize("kind", ["pdf", "PDF", "doc", "docx", "odt", "rtf", "pages", "html"])
def test_documents_beside_lessons_are_named(tmp_path, kind):
    write(tmp_path / "alice", "a.py", f"homework.{kind}", f"extra/more.{kind}", "plot.png")
    said = f"ignored, because they are neither notebooks nor scripts: extra/more.{kind}, homework.{kind}"
    assert notes(tmp_path / "alice") == {"alice": (said,)}


def test_what_usually_lies_beside_lessons_is_not_worth_a_word(tmp_path):
    kinds = ("png", "jpg", "csv", "npy", "h5", "txt", "md", "yml", "json")
    write(tmp_path / "alice", "a.py", *(f"x.{kind}" for kind in kinds), "images/cat.png", "images/README")
    assert notes(tmp_path / "alice") == {"alice": ()}


def test_of_many_documents_five_are_named(tmp_path):
    write(tmp_path / "alice", "a.py", *(f"{number}.pdf" for number in range(6)))
    (said,) = notes(tmp_path / "alice")["alice"]
    assert said.endswith(": 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf, ...")


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(UsageError, match="nowhere does not exist"):
        discover([tmp_path / "nowhere"], "cnn")


@pytest.mark.parametrize("inside", [[], ["alice/"], ["alice/notes/"], ["essay.txt"], ["alice/essay.txt"]])
def test_a_folder_without_any_lesson_is_refused_in_one_line(tmp_path, inside):
    for name in inside:
        (tmp_path / name).mkdir(parents=True) if name.endswith("/") else write(tmp_path, name)
    with pytest.raises(UsageError, match="There is nothing to grade in") as caught:
        discover([tmp_path], "cnn")
    assert "\n" not in str(caught.value)


def test_a_file_of_another_kind_is_refused(tmp_path):
    with pytest.raises(UsageError, match=r"essay\.txt is neither a notebook \(\.ipynb\) nor a script"):
        discover([write(tmp_path, "essay.txt") / "essay.txt"], "cnn")


def test_what_is_neither_file_nor_folder_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    with pytest.raises(UsageError, match="cannot be read"):
        discover([tmp_path / "pipe.py"], "cnn")


def test_a_pipe_named_like_a_lesson_is_skipped_and_reported(tmp_path):
    os.mkfifo(write(tmp_path / "alice", "a.py") / "b.py")
    assert notes(tmp_path / "alice") == {"alice": ("b.py was ignored: it is not a regular file",)}


def test_a_linked_file_is_skipped_and_reported(tmp_path):
    write(tmp_path, "solutions/b.py", "alice/a.py")
    (tmp_path / "alice" / "b.py").symlink_to(tmp_path / "solutions" / "b.py")
    (submission,) = discover([tmp_path / "alice"], "cnn")
    assert [file.name for file in submission.files] == ["a.py"]
    assert submission.notes == ("b.py was ignored: it is not a regular file",)


@pytest.mark.parametrize("link", ["cnn", "work"])
def test_a_linked_folder_of_a_student_is_not_followed(tmp_path, link):
    write(tmp_path, "solutions/b.py", "class/bob/b.py", "class/alice/essay.txt")
    (tmp_path / "class" / "alice" / link).symlink_to(tmp_path / "solutions", target_is_directory=True)
    assert found(tmp_path / "class")["alice"] == []


def test_a_linked_suite_folder_of_a_single_submission_is_not_followed(tmp_path):
    write(tmp_path, "solutions/b.py", "alice/a.py")
    (tmp_path / "alice" / "cnn").symlink_to(tmp_path / "solutions", target_is_directory=True)
    assert found(tmp_path / "alice") == {"alice": ["a.py"]}


def test_a_link_among_the_students_is_no_student(tmp_path):
    write(tmp_path, "solutions/b.py", "class/bob/b.py")
    (tmp_path / "class" / "alice").symlink_to(tmp_path / "solutions", target_is_directory=True)
    assert found(tmp_path / "class") == {"bob": ["b.py"]}


def test_a_link_that_the_caller_names_is_followed(tmp_path):
    write(tmp_path, "alice/a.py")
    (tmp_path / "latest").symlink_to(tmp_path / "alice", target_is_directory=True)
    assert found(tmp_path / "latest") == {"alice": ["a.py"]}


def test_a_file_that_is_too_large_is_skipped_and_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(tree, "MAX_FILE", 2**20)
    with (write(tmp_path / "alice", "a.py") / "b.py").open("wb") as file:
        file.truncate(2**20 + 1)
    assert notes(tmp_path / "alice") == {"alice": ("b.py was ignored: it is larger than 1 MiB",)}


def test_more_files_than_the_limit_are_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(students, "MAX_FILES", 2)
    (submission,) = discover([write(tmp_path / "alice", "a.py", "b.py", "c.py")], "cnn")
    assert [file.name for file in submission.files] == ["a.py", "b.py"]
    assert submission.notes == ("only the first 2 of 3 files were used",)


def test_folders_without_end_are_not_followed_without_end(tmp_path):
    write(tmp_path, "bob/b.py", "alice/" + "x/" * 30 + "a.py")
    assert found(tmp_path)["alice"] == []


def test_a_file_that_cannot_be_opened_is_skipped_and_reported(tmp_path, refused):
    refused.add(write(tmp_path / "alice", "a.py", "b.py") / "b.py")
    assert notes(tmp_path / "alice") == {
        "alice": ("b.py was ignored: it cannot be read (Permission denied)",)
    }


def test_a_folder_that_cannot_be_listed_is_named(tmp_path, refused):
    refused.add(write(tmp_path / "alice", "a.py"))
    with pytest.raises(UsageError, match="alice cannot be read: Permission denied"):
        discover([tmp_path / "alice"], "cnn")


def test_a_students_folder_that_cannot_be_listed_costs_only_this_student(tmp_path, refused):
    refused.add(write(tmp_path, "alice/a.py", "bob/b.py") / "bob")
    assert found(tmp_path) == {"alice": ["a.py"], "bob": []}
    assert notes(tmp_path)["bob"] == ("bob was ignored: it cannot be read (Permission denied)",)


def test_a_folder_that_nobody_may_look_into_costs_only_this_student(tmp_path, monkeypatch):
    def exists(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "exists", exists)
    class_ = disk.at(write(tmp_path, "alice/a.py", "bob/b.py"))
    assert [each.name for each in class_.folders] == ["alice", "bob"]


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path):
    root = os.fsencode(tmp_path)
    os.mkdir(root + b"/al\xffce")  # noqa: PTH102 - bytes
    Path(os.fsdecode(root + b"/al\xffce/l\xe9sson.py")).write_bytes(b"")
    assert found(tmp_path) == {"al�ce": ["l�sson.py"]}


def test_a_name_cannot_steer_a_terminal(tmp_path):
    assert found(write(tmp_path, "al\x1b[2Jice/a\nb.py")) == {"al�[2Jice": ["a�b.py"]}


def test_two_students_of_one_name_are_told_apart(tmp_path):
    write(tmp_path, "monday/alice/a.py", "tuesday/alice/a.py")
    assert list(found(tmp_path / "monday", tmp_path / "tuesday")) == ["alice", "alice (2)"]


def test_names_stay_apart_even_if_one_looks_like_a_second(tmp_path):
    write(tmp_path, "monday/alice/a.py", "monday/alice (2)/a.py", "tuesday/alice/a.py")
    names = [each.name for each in discover([tmp_path / "monday", tmp_path / "tuesday"], "cnn")]
    assert names == ["alice", "alice (2)", "alice (3)"]
