"""What the tests of commands share."""

import shutil

import pytest
from support import signals

from grader.cli import exits
from grader.cli.grader import grader


@pytest.fixture
def run_command(capsys):
    """Run a command; return its exit status and what it printed to stdout and stderr."""

    def call(command, *arguments):
        status = exits.status(command, [str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return call


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The course, with its cases and its stubs."""
    home = signals.write(tmp_path_factory.mktemp("authors") / "강의 for signals")
    for command in (["keep"], ["release"]):
        assert exits.status(grader, [*command, "--course", str(home)]) == 0
    return home


@pytest.fixture
def course(made, tmp_path, monkeypatch):
    """A copy of the course, which a test may change; the working folder is another one."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return shutil.copytree(made, tmp_path / made.name)
