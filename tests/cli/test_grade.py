"""The command that students and CI run: what it prints, where, and what it exits with."""

import csv
import io
import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import jsonschema
import pytest
from support.classroom import ROOT, SOLUTIONS, write

from grader.cli.doctor import option
from grader.cli.grade import grade
from grader.levels import LEVELS, PROBES


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """Keep drawn cases out of the user's own folder."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "config"))
    monkeypatch.chdir(ROOT)


@pytest.fixture
def run(run_command):
    """Run grade; return its exit status and what it printed to stdout and stderr."""
    return partial(run_command, grade)


@pytest.fixture
def flipped(tmp_path):
    """A student whose convolution flips the filter."""
    folder = tmp_path / "alice"
    folder.mkdir()
    for stem, text in SOLUTIONS.items():
        mistaken = text.replace("np.tensordot(windows, W, axes", "np.tensordot(windows, W[::-1, ::-1], axes")
        (folder / f"{stem}.py").write_text(mistaken, "utf-8")
    return folder


def total(out):
    """The table's last line."""
    (line,) = (line for line in out.splitlines() if line.strip().startswith("Total"))
    return line


def test_solutions_get_full_marks(run):
    status, out, _ = run("solutions/")
    assert status == 0
    assert "100 / 100" in total(out)
    assert "Confinement" not in out  # it is sealed, and nobody has to read about it


def test_untouched_stubs_get_none(run):
    status, out, _ = run("assignments/")
    assert status == 1
    assert "0 / 100" in total(out)
    assert out.count("not written yet") == 8


def test_a_broken_promise_is_shown_with_its_counterexample(run, flipped):
    status, out, _ = run(flipped, "-e", "conv_forward", "--verbose")
    assert status == 1
    assert "The mistake: The filter is flipped" in out
    assert "Sliding a filter is convolving" in out
    assert "actual[" in out
    assert "expected[" in out
    assert "Hint: Deep learning lays the filter on as it is" in out


def test_verbose_shows_every_counterexample(run, flipped):
    brief = run(flipped, "-e", "conv_forward")[1]
    verbose = run(flipped, "-e", "conv_forward", "--verbose")[1]
    assert brief.count("hparameters") == 1
    assert verbose.count("hparameters") > 1


def test_piped_output_is_plain(run):
    _, out, _ = run("assignments/")
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colour_unless_no_color_is_set(environment, coloured):
    # script(1) would need a terminal of its own; rich takes FORCE_COLOR for one.
    forced = {"PATH": "/usr/bin:/bin", "FORCE_COLOR": "1", "TERM": "xterm-256color"} | environment
    command = [sys.executable, "-m", "grader.cli", "assignments/", "-e", "zero_pad"]
    done = subprocess.run(command, cwd=ROOT, env=forced, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert ("\x1b[2m" in done.stdout or "\x1b[32m" in done.stdout) == coloured or not coloured
    assert ("\x1b[3" in done.stdout) <= coloured


def test_json_is_valid_and_the_same_every_time(run, flipped):
    _, first, _ = run(flipped, "--format", "json")
    _, second, _ = run(flipped, "--format", "json")
    assert first == second
    schema = json.loads(Path("docs/grade-2.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads(first), schema)


def test_another_seed_draws_other_cases(run, flipped):
    reports = [json.loads(run(flipped, "--format", "json", "--seed", seed)[1]) for seed in (0, 1)]
    broken = [
        prop["feedback"]["arguments"]
        for report in reports
        for prop in report["grades"][0]["lessons"][0]["exercises"][2]["properties"]
        if prop["feedback"]
    ]
    assert reports[0]["grades"][0]["earned"] == reports[1]["grades"][0]["earned"]
    assert broken[: len(broken) // 2] != broken[len(broken) // 2 :]


def test_output_goes_to_a_file_and_the_report_to_the_screen(run, tmp_path):
    status, out, _ = run("assignments/", "--format", "json", "--output", tmp_path / "grade.json")
    assert status == 1
    assert json.loads((tmp_path / "grade.json").read_text("utf-8"))["schema"] == "grade/2"
    assert "0 / 100" in out


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["nowhere"], "nowhere does not exist."),
        (["pyproject.toml"], "neither a notebook (.ipynb) nor a script (.py)"),
        (["solutions", "-e", "zeropad"], "no exercise or lesson 'zeropad'. Did you mean zero_pad?"),
        (["solutions", "-e", "lesson9"], "its lessons are lesson2_convolution, lesson3_pooling"),
        (["solutions", "-e", "lesson"], "Several lessons of cnn begin with 'lesson': lesson2_convolution,"),
        (["solutions", "--course", "rnn"], "No installed course is called 'rnn'. Installed: cnn."),
        (["solutions", "--course", "./rnn"], "rnn does not exist. A course is a folder"),
        (["solutions", "-o", "no/such/folder/x.json"], "cannot be written"),
        (["solutions", "--jobs", "0"], "--jobs"),
        ([], "Missing argument"),
    ],
)
def test_a_wrong_call_exits_with_2_and_one_clear_line(run, arguments, text):
    status, out, err = run(*arguments)
    assert status == 2
    assert text in err
    assert "Traceback" not in out + err


def test_an_empty_folder_is_said_to_be_empty(run, tmp_path):
    status, _, err = run(tmp_path)
    assert status == 2
    assert "There is nothing to grade" in err


def test_an_output_without_a_folder_is_refused_in_terms_of_the_output(run, flipped, tmp_path):
    status, _, err = run(flipped, "-e", "zero_pad", "-o", tmp_path / "nowhere" / "x.json")
    assert status == 2
    assert "x.json cannot be written: there is no folder" in err
    assert "journal" not in err


def test_one_reason_for_all_exercises_is_said_once(run, tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK no archive")
    status, out, _ = run(tmp_path / "bad.zip")
    assert status == 4
    assert out.count("It may be in a file that could not be read") == 1


def test_under_the_table_of_many_it_is_said_why_somebody_is_ungraded(run, flipped, tmp_path):
    (tmp_path / "bob").mkdir()
    (tmp_path / "bob" / "hw.rar").write_bytes(b"Rar!")
    status, out, _ = run(tmp_path, "-e", "zero_pad", "-e", "conv_single_step", "-o", tmp_path / "x.csv")
    assert status == 4
    after = out[out.rindex("Mean") :]
    (line,) = [line for line in after.splitlines() if line.startswith("bob: ")]
    assert "hw.rar was ignored" in line
    assert "alice: " not in after


def test_an_unsound_course_exits_with_3(run, monkeypatch):
    import grader.course.load
    from grader.errors import SuiteError

    def unsound(_name):
        raise SuiteError("the property x has no promise.", where="x.py:3", remedy="Write one.")

    monkeypatch.setattr(grader.course.load, "load", unsound)
    status, _, err = run("solutions")
    assert status == 3
    assert "x.py:3: the property x has no promise. Write one." in err


def test_a_fault_of_ours_exits_with_4_and_no_points(run, monkeypatch):
    def broken(*_args, **_kwargs):
        raise RuntimeError("out of paper")

    monkeypatch.setattr("grader.pipeline.judge", broken)
    status, out, _ = run("solutions")
    assert status == 4
    assert "? / 100" in out
    assert "not your fault" in out


def test_a_fault_before_grading_exits_with_4_without_a_traceback(run, monkeypatch):
    def broken(*_args):
        raise RuntimeError("out of paper")

    monkeypatch.setattr("grader.discover.take_in", broken)
    status, _, err = run("solutions")
    assert status == 4
    assert "RuntimeError: out of paper" in err
    assert "Traceback" not in err


def test_korean_feedback_is_korean(run, flipped):
    _, out, _ = run(flipped, "-e", "conv_forward", "--lang", "ko")
    assert "힌트:" in out
    assert "Hint:" not in out


def test_twenty_students_are_graded_in_one_command(run, tmp_path):
    names = write(tmp_path / "class")
    status, out, err = run(tmp_path / "class", "--jobs", "2", "--format", "csv", "--call-seconds", "0.5")
    rows = {row["submission"]: row for row in csv.DictReader(io.StringIO(out))}
    assert status == 1
    assert sorted(rows) == names
    assert all(any(name in line for line in err.splitlines()) for name in names)
    earned = {name: float(row["earned"]) for name, row in rows.items()}
    assert earned.pop("01-right") == earned.pop("17-prints") == 100
    assert earned.pop("20-empty") == 0
    assert all(0 < points < 100 for points in earned.values())
    assert rows["10-hangs"]["zero_pad"] == "0"
    assert rows["10-hangs"]["pool_forward"] == "15"
    assert "code cell 2, line 1" in rows["19-syntax"]["notes"]
    assert {row["confinement"] for row in rows.values()} == {"sealed"}


@pytest.fixture
def confined(monkeypatch):
    """Let this system confine less than it does."""
    from grader.sandbox import Confinement, WarmProcesses

    def at(level):
        found = Confinement(level, dict.fromkeys(PROBES, "stopped") | {"connect_unix": ""}, [])
        monkeypatch.setattr(WarmProcesses, "confinement", lambda self, limits: found)

    return at


@pytest.fixture
def pair(tmp_path):
    """Two students who handed in one function."""
    for name in ("alice", "bob"):
        (tmp_path / "pair" / name).mkdir(parents=True)
        (tmp_path / "pair" / name / "lesson2.py").write_text("def zero_pad(X, pad): ...\n", "utf-8")
    return tmp_path / "pair"


@pytest.mark.parametrize("level", LEVELS[1:])
def test_a_batch_is_not_graded_where_it_would_not_be_sealed(run, confined, pair, level):
    confined(level)
    status, out, err = run(pair, "-e", "zero_pad")
    assert status == 2
    assert "alice" not in out
    assert (
        f"needs the level 'sealed', and this system confines submissions only at the level '{level}'" in err
    )
    assert "connect to a Unix socket" in err
    assert f"--allow-weaker {option(level)}" in err


@pytest.mark.parametrize("level", LEVELS[1:])
def test_a_batch_is_graded_at_the_level_that_was_accepted(run, confined, pair, level):
    confined(level)
    status, out, _ = run(pair, "-e", "zero_pad", "--allow-weaker", option(level), "--format", "csv")
    assert status == 1
    assert {row["confinement"] for row in csv.DictReader(io.StringIO(out))} == {level}


def test_a_batch_is_not_graded_below_the_level_that_was_accepted(run, confined, pair):
    confined("process only")
    status, _, err = run(pair, "-e", "zero_pad", "--allow-weaker", "weak")
    assert status == 2
    assert "A batch needs the level 'weak'" in err


def test_a_students_own_run_never_refuses_and_says_its_level(run, confined, flipped):
    confined("weak")
    status, out, _ = run(flipped, "-e", "zero_pad")
    assert status == 0
    assert out.splitlines()[-1] == "Confinement: weak - no files; the network was open to it"


def test_the_level_is_in_the_receipt(run, confined, flipped):
    assert (
        json.loads(run(flipped, "-e", "zero_pad", "--format", "json")[1])["receipt"]["confinement"]
        == "sealed"
    )
    confined("partial")
    assert (
        json.loads(run(flipped, "-e", "zero_pad", "--format", "json")[1])["receipt"]["confinement"]
        == "partial"
    )


def test_no_module_of_the_working_folder_is_imported(tmp_path):
    """``python -m`` puts the working folder first in the search path."""
    for name in ("click", "numpy", "json"):
        (tmp_path / f"{name}.py").write_text(f"print('imported {name}')\nraise SystemExit(99)\n", "utf-8")
    found = subprocess.run(
        [sys.executable, "-m", "grader.cli", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, "imported" in found.stdout) == (0, False), found.stderr


def test_verbose_lists_the_lines_of_a_right_function_that_no_call_reached(run, tmp_path):
    path = tmp_path / "lesson.py"
    path.write_text(
        "import numpy as np\n\n\n"
        "def zero_pad(X, pad):\n"
        "    if X.shape[1] == 12345:\n"
        "        pad = 0\n"
        "        X = 2 * X\n"
        "    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))\n",
        "utf-8",
    )
    exit_status, out, _ = run(str(path), "-e", "zero_pad", "-v")
    assert exit_status == 0
    assert "lesson.py, lines 6 to 7" in out
    assert "lesson.py, lines 6 to 7" not in run(str(path), "-e", "zero_pad")[1]
    graded = json.loads(run(str(path), "-e", "zero_pad", "--format", "json")[1])
    (exercise,) = graded["grades"][0]["lessons"][0]["exercises"]
    assert exercise["unreached"] == ["lesson.py, lines 6 to 7"]
    assert exercise["calls"] > 100


def test_what_no_call_reached_is_not_said_of_a_wrong_function(run, tmp_path):
    path = tmp_path / "lesson.py"
    path.write_text("def zero_pad(X, pad):\n    if pad == 10**6:\n        pad = 0\n    return X\n", "utf-8")
    graded = json.loads(run(str(path), "-e", "zero_pad", "--format", "json")[1])
    assert graded["grades"][0]["lessons"][0]["exercises"][0]["unreached"] == []
