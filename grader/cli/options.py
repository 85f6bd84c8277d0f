"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

__all__ = ["COURSE", "FOLDER", "LANG", "LAYOUT", "SEED", "SOLUTIONS"]

LAYOUTS = ("auto", "single", "folders", "canvas", "moodle", "gradescope", "nbgrader", "repositories")

FOLDER = click.Path(path_type=Path, file_okay=False)

COURSE = click.option(
    "--course",
    envvar="GRADER_COURSE",
    metavar="NAME|PATH",
    show_envvar=True,
    help="Name of an installed course, or path of a course folder.  [default: cnn]",
)
LANG = click.option(
    "--lang",
    type=click.Choice(["en", "ko"]),
    envvar="GRADER_LANG",
    default="en",
    show_default=True,
    show_envvar=True,
    help="Language of the report.",
)
LAYOUT = click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    default="auto",
    show_default=True,
    help="Override the detected folder layout of PATH.",
)
SEED = click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True, help="Seed of the drawn cases."
)
SOLUTIONS = click.option(
    "--solutions",
    type=FOLDER,
    help="Folder that holds the solutions, as COURSE/LESSON.py.  [default: solutions, next to the course]",
)
