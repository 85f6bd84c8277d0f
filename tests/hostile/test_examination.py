"""The examination of the hostile submissions can fail: it sees what it is there to see."""

import os
import socket
import subprocess
from pathlib import Path

import pytest
from support.hostile import WHOLE, run_all
from support.hostile.attacks import Expected, parse
from support.hostile.baits import Baits
from support.hostile.leftovers import watched
from support.hostile.outputs import complaints


@pytest.fixture
def baits(tmp_path):
    (tmp_path / "baits").mkdir()
    with Baits(tmp_path / "baits") as baits:
        yield baits


@pytest.fixture
def left(tmp_path):
    """What a function leaves behind when it is called with a folder for temporary files."""

    def watch(do):
        folder = tmp_path / "temporary"
        folder.mkdir()
        with watched(folder, "a-marker") as found:
            do(folder)
        return found.complaints()

    return watch


def test_a_file_of_attacks_states_its_verdicts():
    says = "zero_pad: failed or crashed, 0\nconv_forward: raised, at most 2.5\nlimits: short"
    text = f'"""Tries.\n\n{says}\n"""\n'
    attack = parse("family/attack", text + "x = 1\n# file: own.py\ny = 2\n")
    assert attack.expected == {
        "zero_pad": Expected(("failed", "crashed"), 0.0),
        "conv_forward": Expected(("raised",), 2.5, at_most=True),
    }
    assert attack.short
    assert attack.files == {"lesson.py": text + "x = 1\n", "own.py": "y = 2\n"}


def test_a_file_of_attacks_without_a_verdict_is_refused():
    with pytest.raises(ValueError, match="family/attack does not say what must come out"):
        parse("family/attack", '"""Tries."""\n')


@pytest.mark.parametrize(
    ("status", "points"), [("passed", 0.0), ("failed", 0.25), ("failed", None), ("ungraded", None)]
)
def test_another_verdict_is_seen(status, points):
    assert Expected(("failed",), 0.0).complaint(status, points)


def test_the_stated_verdict_is_no_complaint():
    assert not Expected(("failed", "raised"), 0.0).complaint("raised", 0.0)
    assert not Expected(("failed",), 2.0, at_most=True).complaint("failed", 1.0)


def test_every_bait_can_be_taken_by_whoever_is_not_confined(baits):
    seen = Path(baits.places["solutions"]).read_text("utf-8") + os.environ["CANARY"]
    assert baits.taken(seen) == ["solutions", "environment"]


def test_a_visit_to_a_listener_is_seen(baits):
    assert baits.visited() == []
    with socket.create_connection(("127.0.0.1", int(baits.places["tcp"]))):
        pass
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(b"x", ("127.0.0.1", int(baits.places["udp"])))
    with socket.socket(socket.AF_UNIX) as line:
        line.connect("\0" + baits.places["abstract"])
    assert baits.visited() == ["tcp", "udp", "abstract"]


def test_a_changed_and_a_new_file_are_seen(baits):
    for place in (baits.places["other"], baits.places["drop"] + "/new"):
        Path(place).write_text("changed", "utf-8")
    assert baits.changed() == ["class/bob/lesson2.py", "drop/new"]


def test_a_process_that_stays_is_seen_although_its_parent_has_ended(left, monkeypatch):
    monkeypatch.setattr("support.hostile.leftovers.PATIENCE", 1)
    started = []

    def stay(folder):
        command = "setsid sleep 20 >/dev/null 2>&1 & echo $!"
        started.append(int(subprocess.check_output(["sh", "-c", command], text=True)))

    (complaint,) = left(stay)
    os.kill(started[0], 9)
    os.waitpid(started[0], 0)
    assert "processes are left" in complaint


def test_files_descriptors_and_prints_that_stay_are_seen(left):
    opened = []

    def stay(folder):
        (folder / "left").touch()
        opened.append(os.dup(0))
        os.write(1, b"printed")

    found = " ".join(left(stay))
    os.close(opened[0])
    assert "files are left: ['left']" in found
    assert f"descriptors are left: ['{opened[0]}']" in found
    assert "the parent printed b'printed'" in found


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("en", "a\x1b[2Jb"),
        ("en", "a\u202eb"),
        ("en", "fine\n   ::error::owned"),
        ("en", "fine ##[error]owned"),
        ("json", '{"a": "\\u001b[2J"}'),
        ("json", '{"a": "##[error]owned"}'),
        ("csv", "alice,1\n=1+1,2"),
        ("csv", 'alice,"+1"'),
        ("csv", "::error::owned,1"),
    ],
)
def test_what_steers_a_reader_is_seen(form, text):
    assert complaints(form, text)


def test_what_steers_nobody_is_no_complaint():
    assert not complaints("en", "✔ alice  10 / 10\n  std::vector [bold]")
    assert not complaints("json", '{"a": ["x", null, 1.5]}')
    assert not complaints("csv", "alice,10,10\n'=1+1,0,10")


def test_an_attack_that_gets_what_it_wants_is_seen(tmp_path, monkeypatch):
    text = (
        '"""Is right, and says so.\n\nzero_pad: failed, 0\n"""\nimport numpy as np\ndef zero_pad(X, pad):\n'
        "    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))\n"
    )
    monkeypatch.setitem(run_all.__globals__["ATTACKS"], "faking/right", parse("faking/right", text))
    outcome = run_all(tmp_path, ["faking/right"])
    assert outcome.failures == {"faking/right": ["zero_pad is passed with 10.0, not failed with 0: "]}
    assert WHOLE not in outcome.failures
