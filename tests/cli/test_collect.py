"""The dry run: who, which files, which functions, what is missing; nothing of the students runs."""

import json

import pytest
from support.classroom import SOLUTIONS
from support.handed_in import canvas, laid, zipped

from grader.cli import exits
from grader.cli.grade import grade
from grader.cli.grader import grader

PADS = "import numpy as np\n\n\ndef zero_pad(X, pad):\n    return X\n"
CLASS = {
    "alice": {f"{stem}.py": text.encode() for stem, text in SOLUTIONS.items()},
    "bob": {"pads.py": PADS.encode(), "report.pdf": b"%PDF"},
    "carol": {"hw.rar": b"Rar!"},
}


@pytest.fixture
def run(run_command, monkeypatch):
    """Run grader collect, a hundred columns wide; return its exit status and what it printed."""
    monkeypatch.setenv("COLUMNS", "100")
    return lambda *arguments: run_command(grader, "collect", *arguments)[:2]


@pytest.fixture
def download(tmp_path):
    return laid(tmp_path, {"hw.zip": zipped(canvas(CLASS) | {"roster.csv": b""})}) / "hw.zip"


def test_it_is_told_who_handed_in_what_and_what_is_missing(run, download):
    status, out = run(download)
    assert status == 4
    assert (
        out
        == """\
Note: hw.zip was read as a download from Canvas: 3 submissions
Note: ignored, because they belong to no student: roster.csv
Submission  Id    Files                   Functions  Missing
adamsalice  4711  lesson2_convolution.py  8 / 8
                  lesson3_pooling.py
                  lesson4_backward.py
                  lesson5_lenet.py
brownbob    4712  pads.py                 1 / 8      conv_single_step, conv_forward, pool_forward,
                                                     conv_backward, lenet_parameters, lenet_forward,
                                                     lenet_summary
clarkcarol  4713  -                       0 / 8      a person has to look
brownbob: handed in late, according to the learning platform
brownbob: ignored, because they are neither notebooks nor scripts: report.pdf
clarkcarol: hw.rar was ignored: this kind of archive is not supported: unpack it, or make it a .zip
"""
    )


def test_programs_get_json(run, download):
    status, out = run(download, "--format", "json")
    told = json.loads(out)
    assert status == 4
    assert (told["schema"], told["suite"], len(told["notes"])) == ("collect/1", "cnn", 2)
    alice, bob, carol = told["submissions"]
    assert (alice["submission"], alice["owner"], alice["missing"]) == ("adamsalice", "4711", [])
    assert alice["files"][0] == {
        "name": "lesson2_convolution.py",
        "bytes": len(CLASS["alice"]["lesson2_convolution.py"]),
    }
    assert bob["functions"]["zero_pad"] == {"status": "found", "found": "pads.py, line 4", "message": ""}
    assert bob["functions"]["pool_forward"]["status"] == "missing"
    assert "pool_forward" in bob["missing"]
    assert (bob["needs_a_person"], carol["needs_a_person"]) == (False, True)


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_commands_no_runner(run, tmp_path, form):
    laid(tmp_path, {"##[error]alice/::set-output::x.py": b"", "::error::bob/a.py": b""})
    out = run(tmp_path, "--format", form)[1]
    assert "error" in out
    assert not [line for line in out.splitlines() if "##[" in line or line.lstrip().startswith("::")]


def test_nothing_of_a_student_runs(run, tmp_path):
    source = f"open({str(tmp_path / 'trace')!r}, 'w')\nraise SystemExit\n\n\ndef zero_pad(X, pad): return X\n"
    status, out = run(laid(tmp_path / "alice", {"hw.py": source.encode()}))
    assert status == 0
    assert "1 / 8" in out
    assert not (tmp_path / "trace").exists()


STUB = 'def pool_forward(A_prev, hparameters):\n    """Pool."""\n    raise NotImplementedError("later")\n'


def test_an_untouched_stub_is_not_counted_as_written(run, tmp_path):
    laid(tmp_path / "alice", {"hw.py": (PADS + "\n\n" + STUB).encode()})
    _, out = run(tmp_path / "alice")
    assert "1 / 8" in out
    assert "not written: pool_forward" in out
    (alice,) = json.loads(run(tmp_path / "alice", "--format", "json")[1])["submissions"]
    assert alice["not_written"] == ["pool_forward"]
    assert "pool_forward" not in alice["missing"]
    assert "작성하지 않음: pool_forward" in run(tmp_path / "alice", "--lang", "ko")[1]


@pytest.mark.parametrize(
    "files",
    [{"hw.ipynb": b""}, {"a.py": PADS.encode(), "b.py": PADS.replace("return X", "return 1").encode()}],
    ids=["empty", "rivals"],
)
def test_what_will_be_ungraded_needs_a_person(run, tmp_path, files):
    status, out = run(laid(tmp_path / "alice", files))
    assert status == 4
    assert "a person has to look" in out


def test_what_an_empty_file_may_have_held_is_said_once(run, tmp_path):
    _, out = run(laid(tmp_path / "alice", {"hw.ipynb": b""}))
    assert out.count("part of hw.ipynb that cannot be read") == 1


def test_a_function_in_a_cell_that_does_not_parse_is_told(run, tmp_path):
    _, out = run(laid(tmp_path / "alice", {"hw.py": b"def zero_pad(X, pad)\n    return X\n"}))
    assert "zero_pad is not defined: hw.py, line 1 does not parse" in out.replace("\n", " ")


def test_it_is_told_in_korean(run, download):
    _, out = run(download, "--lang", "ko")
    assert "Canvas에서 내려받은" in out
    assert "사람이 확인해야" in out
    assert "left aside" not in out


def test_a_wrong_guess_can_be_set_right(run, tmp_path):
    laid(tmp_path, {"week1/pads.py": PADS.encode(), "week2/pool.py": b"x = 1"})
    assert len(json.loads(run(tmp_path, "--format", "json")[1])["submissions"]) == 2
    status, out = run(tmp_path, "--format", "json", "--layout", "single")
    assert status == 0
    (one,) = json.loads(out)["submissions"]
    assert [file["name"] for file in one["files"]] == ["week1/pads.py", "week2/pool.py"]


def test_what_cannot_be_is_refused(run, tmp_path):
    assert run(laid(tmp_path, {"pads.py": b""}), "--layout", "moodle")[0] == 2
    assert run(tmp_path / "nowhere")[0] == 2


def test_grading_says_how_it_understood_a_class_and_gives_nobody_zero(
    capsys, download, tmp_path, monkeypatch
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    status = exits.status(grade, [str(download), "-e", "zero_pad", "--format", "csv"])
    out, err = capsys.readouterr()
    assert status == 4
    assert "hw.zip was read as a download from Canvas: 3 submissions" in err
    rows = [line.split(",")[:3] for line in out.splitlines()[1:]]
    assert rows == [["adamsalice", "4711", "10"], ["brownbob", "4712", "0"], ["clarkcarol", "4713", ""]]
