"""Who handed in what, from the lines that Gradescope writes; what is not plain is not guessed."""

import pytest
from support.handed_in import laid

from grader.discover import discover, take_in
from grader.discover.gradescope import Submitters, submitters


def entry(*lines, folder="submission_1"):
    return f"---\n{folder}:\n  :submitters:\n" + "".join(f"{line}\n" for line in lines) + "  :score: 0.0\n"


def test_a_name_and_a_number():
    text = entry("  - :name: Kim Minsu", "    :sid: '0675'", "    :email: kim@example.org")
    assert submitters(text) == {"submission_1": Submitters("Kim Minsu", "0675")}


def test_a_group_has_all_its_names():
    text = entry("  - :name: Ann", "    :sid: '1'", "  - :name: Ben", "    :sid: '2'")
    assert submitters(text) == {"submission_1": Submitters("Ann, Ben", "1, 2")}


def test_the_address_stands_in_for_a_number():
    text = entry("  - :name: Ann", "    :sid: ", "    :email: ann@example.org")
    assert submitters(text)["submission_1"].owner == "ann@example.org"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("김민수", "김민수"),
        ("'O''Brien: the second'", "O'Brien: the second"),
        ('"Zo\\xEB \\u00c4 \\"Z\\""', 'Zoë Ä "Z"'),
        ('"\\U0001F600"', "\U0001f600"),
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt"),
    ],
)
def test_names_are_read_as_they_are_written(written, name):
    assert submitters(entry(f"  - :name: {written}"))["submission_1"].name == name


@pytest.mark.parametrize(
    "line",
    [
        "  - :name: |-",
        "  - :name: *other",
        "  - :name: a: b",
        "  - :name: [a, b]",
        '  - :name: "half',
        "  - :name: half'\n      'more",
        "  - name: Ann",
        "    :name: Ann",
        "  - :sid: '1'",
        "  - :name: ",
        "  - :name: Ann\n    :name: Ben",
    ],
)
def test_what_is_not_plain_names_nobody(line):
    assert submitters(entry(line)) == {}


def test_what_a_program_printed_is_nobodys_name():
    text = entry("  - :name: Ann") + (
        "  :results:\n    output: |-\n      submission_1:\n        :submitters:\n        - :name: Mallory\n"
        "  :history:\n  - :submitters: []\n    :id: 7\n"
    )
    assert submitters(text) == {"submission_1": Submitters("Ann", "")}


def test_a_submission_that_nobody_is_named_for_has_its_folders_name_and_says_so(tmp_path):
    tree = {
        "submission_metadata.yml": (
            entry("  - :name: Ann") + entry("  - :name: |", folder="submission_2")[4:]
        ).encode(),
        **{f"submission_{number}/pad.py": b"" for number in (1, 2, 3)},
    }
    taken = {each.name: each.notes for each in discover([laid(tmp_path, tree)], "cnn")}
    note = ("submission_metadata.yml does not say plainly who handed this in",)
    assert taken == {"Ann": (), "submission_2": note, "submission_3": note}


def test_who_is_named_but_not_in_the_export_is_said(tmp_path):
    tree = {
        "submission_metadata.yml": (
            entry("  - :name: Ann") + entry("  - :name: Ben", folder="submission_2")[4:]
        ).encode(),
        "submission_1/pad.py": b"",
    }
    assert (
        take_in([laid(tmp_path, tree)], "cnn").notes[1] == "these are not in the export: Ben (submission_2)"
    )


def test_metadata_that_is_no_text_costs_only_the_names(tmp_path):
    tree = {"submission_metadata.yml": b"\xff\xfe", "submission_1/pad.py": b""}
    intake = take_in([laid(tmp_path, tree)], "cnn")
    assert [each.name for each in intake.submissions] == ["submission_1"]
    assert intake.notes[1] == "submission_metadata.yml cannot be read"
