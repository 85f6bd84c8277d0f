"""Every shape in which a class is handed on is taken for what it is; what is left aside is said."""

import pytest
from support.handed_in import (
    FULL,
    IDS,
    SORTED,
    below,
    canvas,
    canvas_of_zips,
    folders,
    gradescope,
    laid,
    moodle,
    moodle_blind,
    moodle_flat,
    nbgrader,
    repositories,
    tarred,
    zipped,
    zips,
)

from grader.cli.options import LAYOUTS as OFFERED
from grader.discover import LAYOUTS, discover, take_in
from grader.errors import UsageError

CLASS = {
    "alice": {"pad.py": b"a1", "pool.ipynb": b"a2"},
    "bob": {"my_pad_1_2.py": b"b1", "pool (1).ipynb": b"b2"},
    "carol": {"작업.py": b"c1"},
}
OWN = {who: who for who in CLASS}
BLIND = {who: f"Participant ({number})" for who, number in IDS.items()}
SHAPES = {
    "folders": (folders, "a folder of students", OWN),
    "zips": (zips, "a folder of students", OWN),
    "canvas": (canvas, "a download from Canvas", SORTED),
    "canvas of zips": (canvas_of_zips, "a download from Canvas", SORTED),
    "moodle": (moodle, "a download from Moodle", FULL),
    "moodle, flat": (moodle_flat, "a download from Moodle", FULL),
    "moodle, blind": (moodle_blind, "a download from Moodle", BLIND),
    "gradescope": (gradescope, "an export from Gradescope", FULL),
    "nbgrader": (nbgrader, "submissions collected by nbgrader", OWN),
    "repositories": (repositories, "a folder of repositories", {who: f"hw-{who}" for who in CLASS}),
}


def stored(home, tree, how):
    """Put a tree where people put it: on a disk, or in an archive."""
    if how == "folder":
        return laid(home / "class", tree)
    if how == "zip":
        return laid(home, {"class.zip": zipped(tree)}) / "class.zip"
    if how == "zip of one folder":
        return laid(home, {"class.zip": zipped(below("the class", tree))}) / "class.zip"
    return laid(home, {"class.tar.gz": tarred(tree)}) / "class.tar.gz"


def contents(submission):
    return sorted(file.content for file in submission.files)


def found(*paths, layout="auto"):
    return {each.name: sorted(file.name for file in each.files) for each in discover(paths, "cnn", layout)}


@pytest.mark.parametrize("how", ["folder", "zip", "zip of one folder", "tar.gz"])
@pytest.mark.parametrize("shape", SHAPES)
def test_everybody_gets_their_own_files(tmp_path, shape, how):
    write, said, names = SHAPES[shape]
    intake = take_in([stored(tmp_path, write(CLASS), how)], "cnn")
    taken = {each.name: contents(each) for each in intake.submissions}
    assert taken == {names[who]: sorted(files.values()) for who, files in CLASS.items()}
    assert not [each.unfit for each in intake.submissions if each.unfit]
    assert said in intake.notes[0]
    assert "3 submissions" in intake.notes[0]


@pytest.mark.parametrize(
    "shape", ["canvas", "canvas of zips", "moodle", "moodle, flat", "moodle, blind", "gradescope"]
)
def test_points_find_their_way_back_by_the_platforms_id(tmp_path, shape):
    write, _, names = SHAPES[shape]
    owners = {each.name: each.owner for each in discover([stored(tmp_path, write(CLASS), "zip")], "cnn")}
    assert owners == {names[who]: number for who, number in IDS.items()}


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "zips"])
def test_the_guess_can_be_told_instead(tmp_path, shape):
    write, _, names = SHAPES[shape]
    told = found(laid(tmp_path, write(CLASS)), layout=shape.split(",")[0].split(" of ")[0])
    assert sorted(told) == sorted(names.values())


def test_the_command_offers_what_can_be_told():
    assert OFFERED == LAYOUTS


@pytest.mark.parametrize("layout", ["canvas", "moodle", "gradescope"])
def test_what_is_told_has_to_be_possible(tmp_path, layout):
    with pytest.raises(UsageError, match=f"does not have the layout {layout}"):
        discover([laid(tmp_path, {"pad.py": b""})], "cnn", layout)


def test_a_class_may_be_told_to_be_one_submission(tmp_path):
    assert found(laid(tmp_path / "alice", {"1/a.py": b"", "2/b.py": b""}), layout="single") == {
        "alice": ["1/a.py", "2/b.py"]
    }


# Canvas


def test_a_files_own_name_may_look_like_canvas_too(tmp_path):
    (one,) = discover([laid(tmp_path, {"doejane_12_345_lab_3_400_pad.py": b""})], "cnn")
    assert (one.name, one.owner, one.files[0].name) == ("doejane", "12", "lab_3_400_pad.py")


def test_of_files_that_were_handed_in_again_the_last_is_taken(tmp_path):
    tree = {
        "doe_12_345_pad.py": b"old",
        "doe_12_346_pool.py": b"",
        "doe_12_400_pad-2.py": b"new",
        "doe_12_399_pad-1.py": b"mid",
    }
    (one,) = discover([laid(tmp_path, tree)], "cnn")
    assert {file.name: file.content for file in one.files} == {"pool.py": b"", "pad-2.py": b"new"}
    assert "pad.py was ignored: pad-1.py was handed in later" in one.notes
    assert "pad-1.py was ignored: pad-2.py was handed in later" in one.notes


def test_a_students_own_numbers_are_no_resubmission(tmp_path):
    tree = {
        "doe_12_345_hw-1.py": b"",
        "doe_12_346_hw-2.py": b"",
        "doe_12_347_a-1.py": b"",
        "doe_12_348_a.py": b"",
    }
    assert found(laid(tmp_path, tree)) == {"doe": ["a-1.py", "a.py", "hw-1.py", "hw-2.py"]}


def test_who_was_late_is_said(tmp_path):
    notes = {each.name: each.notes for each in discover([laid(tmp_path, canvas(CLASS))], "cnn")}
    assert notes["brownbob"] == ("handed in late, according to the learning platform",)
    assert notes["adamsalice"] == ()


def test_hidden_names_of_canvas_stay_apart(tmp_path):
    tree = {"anon_aB3xZ_901_pad.py": b"", "LATE_anon_qq111_902_pad.py": b""}
    owners = {each.name: each.owner for each in discover([laid(tmp_path, tree)], "cnn")}
    assert owners == {"anon_aB3xZ": "aB3xZ", "anon_qq111": "qq111"}


def test_a_text_entry_needs_a_person(tmp_path):
    tree = canvas(CLASS) | {"doe_4714_text.html": b"<p>see my Colab</p>", "roe_LATE_4715_link.html": b""}
    taken = {each.name: each for each in discover([laid(tmp_path, tree)], "cnn")}
    assert "a person has to look" in taken["doe"].unfit
    assert "a person has to look" in taken["roe"].unfit


def test_a_text_or_link_beside_files_is_left_aside_and_said(tmp_path):
    tree = canvas(CLASS) | {"adamsalice_4711_text.html": b"", "clarkcarol_4713_link.html": b""}
    taken = {each.name: each for each in discover([laid(tmp_path, tree)], "cnn")}
    assert taken["adamsalice"].notes == ("text that was typed in was ignored",)
    assert taken["clarkcarol"].notes == ("a submitted link was ignored",)
    assert not taken["adamsalice"].unfit
    assert len(taken["adamsalice"].files) == 2


def test_a_students_own_numbered_files_are_no_canvas_download(tmp_path):
    tree = {"lesson_2_1_pad.py": b"", "lesson_2_2_pool.py": b"", "lesson_3_1_back.py": b""}
    assert list(found(laid(tmp_path / "alice", tree))) == ["alice"]


def test_a_students_files_with_dates_are_no_canvas_download(tmp_path):
    tree = {"hw_20261105_1830_pad.py": b"", "hw_20261106_0915_pool.py": b""}
    assert list(found(laid(tmp_path / "alice", tree))) == ["alice"]


def test_students_of_one_name_are_told_apart_by_their_number(tmp_path):
    tree = canvas(CLASS) | {"kimminsu_51_901_pad.py": b"", "kimminsu_52_902_pad.py": b""}
    names = [each.name for each in discover([laid(tmp_path, tree)], "cnn")]
    assert names == ["adamsalice", "brownbob", "clarkcarol", "kimminsu (51)", "kimminsu (52)"]


def test_files_that_canvas_did_not_name_are_said_to_be_left_aside(tmp_path):
    intake = take_in([laid(tmp_path, canvas(CLASS) | {"grades.csv": b"", "solution.py": b""})], "cnn")
    assert len(intake.submissions) == 3
    assert intake.notes[1] == "ignored, because they belong to no student: solution.py, grades.csv"


# Moodle


def test_a_typed_text_beside_files_is_left_aside_and_said(tmp_path):
    tree = moodle(CLASS) | {"Alice Adams_4711_assignsubmission_onlinetext_/onlinetext.html": b""}
    alice = discover([laid(tmp_path, tree)], "cnn")[0]
    assert len(alice.files) == 2
    assert alice.notes == ("text that was typed in was ignored",)
    assert not alice.unfit


def test_a_typed_text_alone_needs_a_person(tmp_path):
    tree = moodle(CLASS) | {"Dan_4714_assignsubmission_onlinetext_/onlinetext.html": b""}
    taken = {each.name: each for each in discover([laid(tmp_path, tree)], "cnn")}
    assert "a person has to look" in taken["Dan"].unfit


def test_folders_of_new_and_old_moodle_are_alike(tmp_path):
    tree = {"Ann Lee_7_assignsubmission_file/pad.py": b"", "Default group_assignsubmission_file_/pad.py": b""}
    assert found(laid(tmp_path, tree)) == {"Ann Lee": ["pad.py"], "Default group": ["pad.py"]}


# nbgrader


@pytest.mark.parametrize("inside", [".", "submitted"])
def test_the_course_folder_or_what_was_submitted(tmp_path, inside):
    assert found(laid(tmp_path, nbgrader(CLASS)) / inside)["alice"] == ["ps1/pad.py", "ps1/pool.ipynb"]


def test_the_other_steps_of_nbgrader_are_said_to_be_left_aside(tmp_path):
    intake = take_in([laid(tmp_path, nbgrader(CLASS))], "cnn")
    assert intake.notes[1] == "ignored, because they belong to no student: source"


def test_the_assignment_named_after_the_course_is_preferred(tmp_path):
    tree = {"submitted/alice/cnn/pad.py": b"", "submitted/alice/rnn/gru.py": b""}
    (alice,) = discover([laid(tmp_path, tree)], "cnn")
    assert [file.name for file in alice.files] == ["cnn/pad.py"]
    assert alice.notes == ("ignored, because there are lessons next to them: rnn",)


# Repositories and clones


CLONE = {
    "pyproject.toml": b"",
    "grader/pipeline.py": b"",
    "tests/test_x.py": b"",
    "grader/suites/cnn/a.py": b"",
    "solutions/cnn/pad.py": b"",
    "assignments/cnn/pad.ipynb": b"",
}


@pytest.mark.parametrize("extra", [{}, {".git/HEAD": b""}])
def test_of_a_clone_of_the_course_only_the_assignments_are_taken(tmp_path, extra):
    assert found(laid(tmp_path / "convgrade", CLONE | extra)) == {"convgrade": ["assignments/cnn/pad.ipynb"]}


def test_of_a_class_of_clones_only_the_assignments_are_taken(tmp_path):
    tree = below("alice", CLONE | {".git/HEAD": b""}) | below("bob", CLONE | {".git/HEAD": b""})
    assert found(laid(tmp_path, tree)) == {who: ["assignments/cnn/pad.ipynb"] for who in ("alice", "bob")}


@pytest.mark.parametrize("mark", [".git/HEAD", "pyproject.toml", "requirements.txt"])
def test_a_project_is_one_submission_wherever_its_lessons_lie(tmp_path, mark):
    tree = {mark: b"", "week1/pad.py": b"", "week2/pool.py": b""}
    intake = take_in([laid(tmp_path / "alice", tree)], "cnn")
    assert [file.name for file in intake.submissions[0].files] == ["week1/pad.py", "week2/pool.py"]
    assert "--layout folders" in intake.notes[0]


def test_a_script_beside_a_class_makes_it_one_submission_and_that_is_said(tmp_path):
    intake = take_in([laid(tmp_path / "class", folders(CLASS) | {"solution.py": b""})], "cnn")
    assert [file.name for file in intake.submissions[0].files] == ["solution.py"]
    assert "lessons in several folders: alice, bob, carol; with --layout folders" in intake.notes[0]
    told = take_in([tmp_path / "class"], "cnn", "folders")
    assert [each.name for each in told.submissions] == ["alice", "bob", "carol"]
    assert told.notes[1] == "ignored, because they belong to no student: solution.py"


def test_in_a_repository_a_script_at_the_top_hides_nothing(tmp_path):
    tree = {".git/HEAD": b"", "setup.py": b"", "hw/pad.py": b"new", "hw/old/pad.py": b"old"}
    (alice,) = discover([laid(tmp_path / "alice", tree)], "cnn")
    assert [file.name for file in alice.files] == ["setup.py", "hw/pad.py"]
    assert alice.notes == ("ignored, because there are lessons next to them: hw/old/pad.py",)


# What lies beside, twice, or in an archive


def test_files_beside_the_students_folders_are_said_to_be_left_aside(tmp_path):
    intake = take_in([laid(tmp_path, folders(CLASS) | {"roster.csv": b""})], "cnn")
    assert intake.notes[1] == "ignored, because they belong to no student: roster.csv"


def test_an_archive_beside_students_folders_is_a_student(tmp_path):
    tree = folders({"alice": CLASS["alice"]}) | zips({"bob": CLASS["bob"]}) | {"carol.rar": b"Rar!"}
    taken = {each.name: each for each in discover([laid(tmp_path, tree)], "cnn")}
    assert sorted(taken) == ["alice", "bob", "carol"]
    assert "unpack it" in taken["carol"].unfit


def test_a_path_given_twice_counts_once(tmp_path):
    laid(tmp_path / "class", folders(CLASS))
    intake = take_in(
        [tmp_path / "class", tmp_path / "class/bob", tmp_path / "class" / "." / "bob/my_pad_1_2.py"], "cnn"
    )
    assert [each.name for each in intake.submissions] == ["alice", "bob", "carol", "my_pad_1_2"]
    assert intake.notes[1:] == ("bob was found twice and is counted once",)


def test_a_folder_beside_its_own_archive_counts_once(tmp_path):
    intake = take_in([laid(tmp_path, folders(CLASS) | zips(CLASS))], "cnn")
    assert [each.name for each in intake.submissions] == ["alice", "bob", "carol"]


def test_two_different_submissions_of_one_name_are_kept_and_said(tmp_path):
    tree = folders(CLASS) | zips({"alice": {"pad.py": b"another"}})
    taken = {each.name: each for each in discover([laid(tmp_path, tree)], "cnn")}
    assert list(taken) == ["alice", "alice (2)", "bob", "carol"]
    assert taken["alice (2)"].notes == ("there is another submission with this name: alice",)


def test_an_archive_beside_lessons_adds_what_is_not_there_yet(tmp_path):
    tree = {"pad.py": b"new", "rest.zip": zipped({"pad.py": b"old", "pool.py": b""})}
    (alice,) = discover([laid(tmp_path / "alice", tree)], "cnn")
    assert {file.name: file.content for file in alice.files} == {"pad.py": b"new", "rest.zip/pool.py": b""}
    assert alice.notes == ("ignored, because there are lessons next to them: rest.zip/pad.py",)


def test_a_folder_of_older_copies_is_said_to_be_left_aside(tmp_path):
    (alice,) = discover([laid(tmp_path / "alice", {"pad.py": b"", "old/pad.py": b""})], "cnn")
    assert alice.notes == ("ignored, because there are lessons next to them: old",)


@pytest.mark.parametrize("name", ["pad.ipynb.txt", "pad.ipynb.json"])
def test_a_notebook_that_a_browser_renamed_is_read_as_one(tmp_path, name):
    (alice,) = discover([laid(tmp_path / "alice", {name: b""})], "cnn")
    assert [file.name for file in alice.files] == ["pad.ipynb"]
    assert alice.notes == (f"{name} was read as pad.ipynb",)


def test_one_students_archive_is_one_submission(tmp_path):
    laid(tmp_path, {"alice.zip": zipped(below("homework", CLASS["alice"]))})
    assert found(tmp_path / "alice.zip") == {"alice": ["homework/pad.py", "homework/pool.ipynb"]}


def test_an_archive_without_lessons_does_not_stop_the_others(tmp_path):
    laid(tmp_path, zips(CLASS) | {"dan.zip": zipped({"essay.pdf": b""})})
    assert found(*sorted(tmp_path.glob("*.zip")))["dan"] == []


def test_nothing_to_grade_anywhere_is_refused(tmp_path):
    with pytest.raises(UsageError, match="nothing to grade"):
        discover([laid(tmp_path, {"dan.zip": zipped({"essay.pdf": b""})}) / "dan.zip"], "cnn")
