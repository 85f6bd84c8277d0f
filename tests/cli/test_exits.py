"""How a command ends: with a status, and never with more than one clear line."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from grader.cli import exits

HOME = Path(__file__).parents[2]


def run(command, *arguments, stdout=subprocess.PIPE, **environment):
    """Run ``grade`` or ``grader`` in a process of its own."""
    code = f"from grader.cli.{command} import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        cwd=HOME,
        env=os.environ | {"PYTHONPATH": str(HOME)} | environment,
        check=False,
    )


@pytest.mark.parametrize(
    "command",
    [
        ("grade", "--help"),
        ("grader", "schema"),
        ("grader", "collect", "solutions"),
        ("grade", "solutions", "-e", "zero_pad"),
        ("grade", "solutions", "-e", "zero_pad", "--format", "json"),
    ],
)
def test_a_reader_that_has_gone_is_no_fault(command):
    reader, writer = os.pipe()
    os.close(reader)
    done = run(*command, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["grade", "grader"])
def test_a_shell_can_ask_what_could_be_typed_next(command):
    done = run(command, **{f"_{command.upper()}_COMPLETE": "bash_source"})
    assert (done.returncode, done.stderr) == (0, "")
    assert f"complete -o nosort -F _{command}_completion {command}" in done.stdout


@pytest.mark.parametrize("error", [SystemExit(0), SystemExit(1), ValueError("no"), BaseException("no")])
def test_what_nobody_foresaw_is_a_fault_of_ours(capsys, error):
    @click.command()
    def fails():
        raise error

    assert exits.status(fails, []) == exits.UNGRADED
    assert capsys.readouterr().err.startswith(f"The grader itself failed ({type(error).__name__}")


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), (["--nothing"], 2), ([], 3)])
def test_the_status_of_a_command_is_what_it_returns(arguments, status):
    @click.command()
    def returns():
        return 3

    assert exits.status(returns, arguments) == status


def test_ctrl_c_is_said(capsys):
    @click.command()
    def interrupted():
        raise KeyboardInterrupt

    assert exits.status(interrupted, []) == exits.INTERRUPTED
    assert capsys.readouterr().err == "Interrupted.\n"
