"""What the tests of commands share."""

import pytest

from grader.cli import exits


@pytest.fixture
def run_command(capsys):
    """Run a command; return its exit status and what it printed to stdout and stderr."""

    def call(command, *arguments):
        status = exits.status(command, [str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return call
