"""What a command exits with, and how a fault becomes an exit."""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING

import click
from click.shell_completion import shell_complete

from grader.course.blame import told
from grader.errors import SuiteError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL_MARKS, POINTS_LOST, USAGE, UNSOUND, UNGRADED, INTERRUPTED = 0, 1, 2, 3, 4, 130


def run(command: click.Command, arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit with its status; every fault ends in one clear line on stderr."""
    sys.exit(status(command, arguments))


def status(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    try:
        return _invoked(command, sys.argv[1:] if arguments is None else arguments)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except UsageError as error:
        click.echo(f"Error: {error}", err=True)
        return USAGE
    except SuiteError as error:
        click.echo(f"Error in the course: {error}", err=True)
        return UNSOUND
    except BrokenPipeError:
        # The reader, such as `head`, has seen enough. Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FULL_MARKS
    except BaseException as error:  # noqa: BLE001 - the last line of defence: a fault of ours
        if os.environ.get("GRADER_DEBUG"):
            traceback.print_exc()
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{os.path.basename(frame.filename)}, line {frame.lineno}"  # noqa: PTH119
        click.echo(
            f"The grader itself failed ({told(error)}; {place}).\n"
            "Set GRADER_DEBUG=1, run it again, and report the output.",
            err=True,
        )
        return UNGRADED


def _invoked(command: click.Command, arguments: Sequence[str]) -> int:
    """Run a command as click's ``main`` does, which would end the program itself when a reader goes away."""
    name = str(command.name)
    variable = f"_{name.upper()}_COMPLETE"  # set while a shell asks what could be typed next
    if instruction := os.environ.get(variable):
        return shell_complete(command, {}, name, variable, instruction)
    try:
        with command.make_context(name, [*arguments]) as context:
            found = int(command.invoke(context) or FULL_MARKS)
    except click.exceptions.Exit as error:
        found = error.exit_code
    sys.stdout.flush()  # or a closed pipe would be noticed at exit only
    return found
