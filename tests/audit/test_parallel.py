"""Processes that judge a course: what they are made of does not come from the working folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import grader
from grader.audit import parallel
from grader.audit.parallel import _safely, _spread

SCRIPT = """
from grader.audit.parallel import _spread
if __name__ == "__main__":
    print(*_spread(abs, [(-1,), (-2,), (-3,)], 2))
"""
BAIT = "open(__file__ + '.executed', 'w').close()\nraise ImportError('not this one')\n"


@pytest.mark.parametrize("options", [(), ("-E",), ("-P",)], ids=["plain", "no environment", "safe path"])
def test_nothing_in_the_working_folder_is_imported(tmp_path, options):
    here, script = tmp_path / "here", tmp_path / "elsewhere" / "run.py"
    for name in ("multiprocessing", "json", "pickle", "os", "threading", "signal", "runpy", "numpy"):
        here.mkdir(exist_ok=True)
        (here / f"{name}.py").write_text(BAIT, "utf-8")
    script.parent.mkdir()
    # With -E, PYTHONPATH does not count.
    script.write_text(f"import sys; sys.path[:0] = [{str(Path(grader.__file__).parents[1])!r}]\n{SCRIPT}")
    command = [sys.executable, *options, script]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert [path.name for path in here.glob("*.executed")] == []
    assert (done.stdout, done.stderr) == ("1 2 3\n", "")


def test_several_processes_answer_in_order():
    assert list(_spread(divmod, [(7, 2), (9, 4), (5, 5)], 2)) == [(3, 1), (2, 1), (1, 0)]


def test_without_an_environment_there_are_no_other_processes(monkeypatch):
    monkeypatch.setattr(parallel, "sys", _Flags())
    monkeypatch.setattr(parallel, "ProcessPoolExecutor", None)
    assert list(_spread(abs, [(-1,)], 2)) == [1]


class _Flags:
    class flags:  # noqa: N801 - as sys calls it
        ignore_environment, safe_path = 1, False


@pytest.mark.parametrize("before", [None, "", "yes"])
def test_the_environment_is_as_before(monkeypatch, before):
    if before is None:
        monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    else:
        monkeypatch.setenv("PYTHONSAFEPATH", before)
    with _safely():
        assert os.environ["PYTHONSAFEPATH"]
    assert os.environ.get("PYTHONSAFEPATH") == before
