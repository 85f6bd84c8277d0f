"""Who handed in what, from the YAML that Gradescope writes; what is not plain is not guessed."""

import sys
import tracemalloc
from contextlib import suppress
from itertools import pairwise

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.handed_in import laid

from grader.discover import discover, gradescope, take_in
from grader.discover.gradescope import Submitters, submitters
from grader.discover.tree import Unfit


def entry(*lines, folder="submission_1"):
    return f"{folder}:\n  :submitters:\n" + "".join(f"{line}\n" for line in lines) + "  :score: 0.0\n"


def read(text):
    return submitters(text.encode())


ANN = entry("  - :name: Ann")
READ = {"submission_1": Submitters("Ann", "")}


def test_a_name_and_a_number():
    text = entry("  - :name: Kim Minsu", "    :sid: '0675'", "    :email: kim@example.org")
    assert read(f"---\n{text}") == {"submission_1": Submitters("Kim Minsu", "0675")}


def test_a_group_has_all_its_names():
    text = entry("  - :name: Ann", "    :sid: '1'", "  - :name: Ben", "    :email: b@x.org", "  - :name: Cy")
    assert read(text) == {"submission_1": Submitters("Ann, Ben, Cy", "1, b@x.org")}


@pytest.mark.parametrize("sid", ["    :sid: ", "    :sid: ''", "    :role: student"])
def test_the_address_stands_in_for_a_number(sid):
    text = entry("  - :name: Ann", sid, "    :email: ann@example.org")
    assert read(text)["submission_1"].owner == "ann@example.org"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("김민수", "김민수"),
        ('"\\uAE40\\uBBFC\\uC218"', "김민수"),
        ("'O''Brien: the second'", "O'Brien: the second"),
        ('"Zo\\xEB \\u00c4 \\"Z\\""', 'Zoë Ä "Z"'),
        ('"\\U0001F600"', "\U0001f600"),
        ("Müller-Lüdenscheidt", "Müller-Lüdenscheidt"),
        ("|-\n      Ann\n    :sid:", "Ann"),
        (">\n      Ann\n      Lee", "Ann Lee"),
        ("Ann\n      Lee", "Ann Lee"),
        ("'Ann\n      Lee'", "Ann Lee"),
        ("! 'Ann'", "Ann"),  # as Ruby 1.9 wrote it
        ("no", "no"),  # a name, and no truth value
        ("007", "007"),
        ("2026-03-02", "2026-03-02"),
        ("Ann # a comment", "Ann"),
    ],
)
def test_names_are_read_as_they_are_written(written, name):
    assert read(entry(f"  - :name: {written}"))["submission_1"].name == name


@pytest.mark.parametrize(
    "lines",
    [
        "  - :name: |-",
        "  - :name: |-\n      Ann\n      Lee",
        "  - :name: [a, b]",
        "  - :name: {a: b}",
        "  - :name: !binary |-\n      QW5u",
        "  - :name: !ruby/object:Student Ann",
        '  - :name: "An\\en"',
        "  - name: Ann",
        "    :name: Ann",
        "  - :sid: '1'",
        "  - :name: ",
        "  - :name: Ann\n    :name: Ben",
        "  - :name: Ann\n    :sid: [1]",
        "  - :name: Ann\n    :sid: 1\n    :sid: 2",
        "  - :name: Ann\n  - Ben",
        "  - :name: Ann\n  - []",
        "  - :name: Ann\n  :submitters:\n  - :name: Ben",
        "  - ? [a]\n    : Ann",
        f"  - :name: {'x' * 201}",
    ],
)
def test_what_is_not_plain_names_nobody_and_the_others_keep_their_names(lines):
    assert read(entry(lines, folder="submission_2") + ANN) == READ


@pytest.mark.parametrize(
    "other", ["submission_2:", "submission_2: []", "submission_2: Ann", "submission_2:\n  :submitters: []"]
)
def test_a_submission_without_submitters_names_nobody(other):
    assert read(f"{ANN}{other}\n") == READ


def test_a_submission_that_is_listed_twice_names_nobody():
    assert read(ANN + entry("  - :name: Ben", folder="submission_2") + ANN) == {
        "submission_2": Submitters("Ben", "")
    }


def test_what_a_program_printed_is_nobodys_name():
    text = ANN + (
        "  :results:\n    output: |-\n      submission_1:\n        :submitters:\n        - :name: Mallory\n"
        '    more: "\n\nsubmission_1:\n  :submitters:\n  - :name: Mallory"\n'
        "  :history:\n  - :submitters: []\n    :id: 7\n"
    )
    assert read(text) == READ


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{ANN}",
        ANN.replace("\n", "\r\n"),
        ANN.replace("\n", "\r"),
        f"# a comment\n\n---\n{ANN}...\n",
        f"%YAML 1.1\n---\n{ANN}",
        '{"submission_1": {":submitters": [{":name": "Ann"}]}}',
        ANN.replace("  ", "    ").replace("- ", "-   "),
    ],
    ids=["BOM", "CRLF", "CR", "markers", "directive", "JSON", "wide"],
)
def test_how_the_file_is_laid_out_does_not_matter(text):
    assert read(text) == READ


DEEP = "it is longer or more deeply nested than an export from Gradescope"
ALIAS = "it has anchors or aliases, which Gradescope does not write"
SHARED = "".join(
    f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]\n" for before, after in pairwise("abcdefg")
)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "it is not UTF-8"),
        (ANN.encode("utf-16"), "it is not UTF-8"),
        (entry("  - :name: Zoë").encode("latin-1"), "it is not UTF-8"),
        (b"", "it is not a list of submissions"),
        (b"# nothing\n", "it is not a list of submissions"),
        (b"Ann", "it is not a list of submissions"),
        (b"- submission_1", "it is not a list of submissions"),
        (f"{ANN}---\n{ANN}".encode(), "it contains more than one YAML document"),
        (f"{ANN}\tscore: 1\n".encode(), "it is not YAML (line 5)"),
        (entry("  - :name: a: b").encode(), "it is not YAML (line 3)"),
        (entry('  - :name: "half').encode(), "it is not YAML (line 5)"),
        (entry("  - :name: %x").encode(), "it is not YAML (line 3)"),
        (f"{ANN}<<<<<<< HEAD\n".encode(), "it is not YAML (line 6)"),
        (f"{ANN}\0".encode(), "it is not YAML"),
        (f"{ANN}# \x1b[31m".encode(), "it is not YAML"),
        (entry("  - :name: *other").encode(), ALIAS),
        (entry("  - :name: &ann Ann").encode(), ALIAS),
        (f"a: &a [lol]\n{SHARED}".encode(), ALIAS),
        (b"a: &a [*a]", ALIAS),
        (b"[\n" * 100_000, DEEP),
        (b"- " * 100_000, DEEP),
        (b"{a: " * 100_000, DEEP),
    ],
)
def test_a_file_that_is_no_export_is_refused_at_once(content, reason):
    tracemalloc.start()
    try:
        with pytest.raises(Unfit) as caught:
            submitters(content)
        assert tracemalloc.get_traced_memory()[1] < 4 * 2**20
    finally:
        tracemalloc.stop()
    assert caught.value.reason == reason


def test_a_file_of_short_lists_is_read_no_further_than_an_export_goes(monkeypatch):
    monkeypatch.setattr(gradescope, "MAX_EVENTS", 1000)
    assert read(f"{ANN}  :results: [{'1,' * 900}]\n") == READ
    with pytest.raises(Unfit, match=DEEP):
        read(f"{ANN}  :results: [{'1,' * 1000}]\n")


def test_a_long_text_costs_nobodys_name():
    printed = "      printed\n" * 20_000
    assert read(f"{ANN}  :results:\n    output: |-\n{printed}") == READ


def test_half_a_character_names_nobody():
    with suppress(Unfit):  # of libyaml
        assert read(entry('  - :name: "\\uD800"')) == {}


_PLAIN = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=30
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=_PLAIN.filter(str.strip), sid=_PLAIN, results=_JSON, width=st.sampled_from([20, 80, 10_000]))
def test_whatever_is_written_is_read(name, sid, results, width):
    fields = {":submitters": [{":name": name, ":sid": sid}], ":results": results}
    text = yaml.safe_dump({"submission_1": fields}, allow_unicode=True, width=width)
    assert read(text) == {"submission_1": Submitters(name.strip(), sid.strip())}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_no_change_of_the_file_is_an_error(data):
    text = f"{ANN}  :results:\n    output: |-\n      a\n".encode()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 5))
        other = st.binary(max_size=3) | st.sampled_from(
            [b"\t", b"'", b'"', b"[", b"? ", b"---\n", b"!", b"|"]
        )
        text = text[:at] + data.draw(other) + text[at + cut :]
    with suppress(Unfit):
        submitters(text)


def test_a_submission_that_nobody_is_named_for_has_its_folders_name_and_says_so(tmp_path):
    tree = {
        "submission_metadata.yml": (ANN + entry("  - :name: ''", folder="submission_2")).encode(),
        **{f"submission_{number}/pad.py": b"" for number in (1, 2, 3)},
    }
    taken = {each.name: each.notes for each in discover([laid(tmp_path, tree)], "cnn")}
    note = ("submission_metadata.yml does not say clearly who handed this in",)
    assert taken == {"Ann": (), "submission_2": note, "submission_3": note}


def test_who_is_named_but_not_in_the_export_is_said(tmp_path):
    tree = {
        "submission_metadata.yml": (ANN + entry("  - :name: Ben", folder="submission_2")).encode(),
        "submission_1/pad.py": b"",
    }
    assert (
        take_in([laid(tmp_path, tree)], "cnn").notes[1] == "these are not in the export: Ben (submission_2)"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "it is not UTF-8"),
        (f"{ANN}{entry('  - :name: a: b', folder='submission_2')}".encode(), "it is not YAML (line 7)"),
        (b"x" * (20 * 2**20 + 1), "it is larger than 20 MiB"),
    ],
    ids=["bytes", "damaged", "large"],
)
def test_metadata_that_cannot_be_read_costs_only_the_names(tmp_path, content, reason):
    tree = {
        "submission_metadata.yml": content,
        **{f"submission_{number}/pad.py": b"def zero_pad(X, pad): ..." for number in (1, 2)},
    }
    intake = take_in([laid(tmp_path, tree)], "cnn")
    assert [each.name for each in intake.submissions] == ["submission_1", "submission_2"]
    assert all(len(each.files) == 1 and not each.unfit for each in intake.submissions)
    assert intake.notes[1:] == (f"submission_metadata.yml cannot be read: {reason}",)


def test_other_layouts_load_no_parser(tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "grader.discover.gradescope")
    discover([laid(tmp_path, {"ann/pad.py": b"", "ben/pad.py": b""})], "cnn")
    assert "grader.discover.gradescope" not in sys.modules
