"""``grader``: what authors and instructors need besides grading."""

from __future__ import annotations

from pathlib import Path

import click

from grader import __version__
from grader.cli import exits
from grader.cli.changes import show_changes, shown, writing
from grader.cli.collect import collect
from grader.cli.doctor import doctor
from grader.cli.new import new
from grader.cli.options import COURSE, FOLDER, SEED, SOLUTIONS
from grader.cli.ownership import check_own
from grader.cli.undo import students_files
from grader.errors import UsageError

_IMPLEMENTATIONS = click.option(
    "--implementations",
    type=FOLDER,
    help="Folder of the wheats and chaffs.  [default: tests/implementations, next to the course]",
)
_JOBS = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Number of processes for the kill matrix.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="grader")
def grader() -> None:
    """Make and check courses. To grade submissions, use the command grade."""


@grader.command()
@COURSE
@SOLUTIONS
@click.option(
    "--to",
    "target",
    type=FOLDER,
    help="Folder to write to.  [default: assignments/COURSE, next to the course]",
)
@click.option(
    "--format", "form", type=click.Choice(["notebook", "script"]), default="notebook", show_default=True
)
@click.option("--lang", type=click.Choice(["en", "ko"]), default="en", show_default=True)
@click.option("--check", is_flag=True, help="Write nothing. Exits with 1 if a file is out of date.")
@click.option("--force", is_flag=True, help="Overwrite files that were edited after their release.")
@_IMPLEMENTATIONS
@_JOBS
@click.option("--skip-checks", is_flag=True, help="Release without checking the course.")
def release(
    course: str | None,
    solutions: Path | None,
    target: Path | None,
    form: str,
    lang: str,
    check: bool,
    force: bool,
    implementations: Path | None,
    jobs: int,
    skip_checks: bool,
) -> int:
    """Make the students' notebooks or scripts from the solutions.

    The course is checked first, as by audit and audit --matrix. If there is a problem to fix, nothing is
    written, and the exit status is 3.
    """
    from grader.course.load import load
    from grader.lessons.release import release as run
    from grader.lessons.requirements import requirements

    loaded = load(course)
    name = loaded.suite.name
    lessons = (solutions or loaded.beside("solutions")) / name
    stubs = target or loaded.beside("assignments") / name

    def checked() -> None:
        from grader.audit.exercise import Setup
        from grader.cli.audit import check_release

        if skip_checks:
            click.echo("NOT CHECKED: wrong answers may pass, and right ones may lose points.")
        else:
            found = implementations or loaded.beside("tests/implementations")
            check_release(loaded, Setup(loaded.spec, lessons, found), jobs)
        before.watch(*students_files(stubs))  # now: while it was checked, its author may have gone on

    with writing() as before:
        paths = run(
            lessons,
            stubs,
            form=form,  # type: ignore[arg-type]
            lang=lang,  # type: ignore[arg-type]
            check=check,
            force=force,
            before=checked,
            requires=requirements(loaded.suite),
        )
    show_changes(paths, stubs, "out of date" if check else "written")
    return exits.POINTS_LOST if check and paths else exits.FULL_MARKS


@grader.command()
@COURSE
@SOLUTIONS
@click.option(
    "--assignments",
    type=FOLDER,
    help="Folder that holds the stubs, as COURSE/LESSON.*.  [default: assignments, next to the course]",
)
@SEED
@click.option(
    "--matrix", is_flag=True, help="Make the kill matrix: which property catches which wrong implementation."
)
@click.option(
    "--mutants",
    is_flag=True,
    help="Change every right implementation in small ways, and show what keeps all promises. Takes long.",
)
@click.option(
    "--corners",
    is_flag=True,
    help="Show which combinations of levels the cases have, and try every mistake in every pair of levels.",
)
@_IMPLEMENTATIONS
@click.option(
    "--seeds",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="With --matrix or --corners: number of seeds.",
)
@_JOBS
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the matrix to a .csv or .json file.",
)
def audit(
    course: str | None,
    solutions: Path | None,
    assignments: Path | None,
    seed: int,
    matrix: bool,
    mutants: bool,
    corners: bool,
    implementations: Path | None,
    seeds: int,
    jobs: int,
    output: Path | None,
) -> int:
    """Check the course. Exits with 3 if there is a problem to fix."""
    from grader.audit.exercise import Setup
    from grader.cli.audit import check_output, show_audit, show_matrix, show_mutants
    from grader.cli.corners import show_corners
    from grader.course.load import load

    loaded = load(course)
    name = loaded.suite.name
    lessons = (solutions or loaded.beside("solutions")) / name
    setup = Setup(loaded.spec, lessons, implementations or loaded.beside("tests/implementations"))
    check_output(output)
    if not lessons.is_dir():
        raise UsageError(f"{lessons} does not exist. Run this in the folder of the course, or give --course.")
    if mutants:
        found = show_mutants(setup, seed, jobs)
    elif corners:
        found = show_corners(loaded, seed, seeds)
    elif matrix:
        found = show_matrix(loaded, setup, seed, seeds, jobs, output)
    else:
        stubs = (assignments or loaded.beside("assignments")) / name
        found = show_audit(loaded, setup, stubs, seed)
    return exits.UNSOUND if found else exits.FULL_MARKS


@grader.command()
@COURSE
@SEED
def keep(course: str | None, seed: int) -> None:
    """Draw the cases and store them. Run this after changing a draw or build function."""
    from grader.course.cases import Kept
    from grader.course.load import load

    loaded = load(course)
    check_own(loaded)
    with writing() as before:
        before.watch((loaded.cases, "*/*.json"))
        paths = Kept(loaded.cases).write(loaded.suite.exercises, seed)
    show_changes(paths, loaded.cases, "written")


@grader.command()
def schema() -> None:
    """Print the JSON Schema of reports. It describes what grade --format json prints."""
    from grader.report.json import schema as text

    click.echo(text(), nl=False)


@grader.command()
@COURSE
@click.option(
    "--lang", type=click.Choice(["ko"]), default="ko", show_default=True, help="Language to translate to."
)
@click.option("--check", is_flag=True, help="Write nothing. Exits with 1 if a catalogue is out of date.")
def translate(course: str | None, lang: str, check: bool) -> int:
    """Collect and compile translations of what students read."""
    from grader.course.find import DEFAULT
    from grader.course.load import load
    from grader.lessons import translate as run
    from grader.report.language import LOCALE

    loaded = load(course)
    if not check:
        check_own(loaded)
    catalogues = [(run.suite_sentences(loaded.suite, loaded.package), loaded.locale, "course")]
    if loaded.spec == DEFAULT:  # the grader's own sentences go with its own course
        catalogues.insert(0, (run.framework_sentences(LOCALE.parent), LOCALE, "grader"))
    if check:
        stale = [name for texts, home, name in catalogues if run.stale(texts, home, name, lang)]
        click.echo("\n".join(f"out of date: {name}" for name in stale) or "The catalogues are up to date.")
        return exits.POINTS_LOST if stale else exits.FULL_MARKS
    with writing() as before:
        before.watch(*((home / lang / "LC_MESSAGES", f"{name}.*") for _, home, name in catalogues))
        left = [run.update(texts, home, name, lang) for texts, home, name in catalogues]
    for (texts, home, name), missing in zip(catalogues, left, strict=True):
        click.echo(f"{name}: {len(texts)} sentences, {len(missing)} without a translation.")
        click.echo("".join(f"  {text}\n" for text in missing), nl=False)
        if missing:
            po = shown(home / lang / "LC_MESSAGES" / f"{name}.po")
            click.echo(f"Fill them in: {po}. Then run this command again to compile them.")
    return exits.FULL_MARKS


grader.add_command(collect)
grader.add_command(doctor)
grader.add_command(new)


def main() -> None:
    """Entry point of the console script."""
    exits.run(grader)
