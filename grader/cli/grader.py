"""``grader``: what authors and instructors need beside grading."""

from __future__ import annotations

from pathlib import Path

import click

from grader import __version__
from grader.cli import exits
from grader.cli.collect import collect
from grader.cli.doctor import doctor

_FOLDER = click.Path(path_type=Path, file_okay=False)
_SUITE = click.option("--suite", default="cnn", show_default=True, help="The course.")
_SOLUTIONS = click.option(
    "--solutions",
    type=_FOLDER,
    default=Path("solutions"),
    show_default=True,
    help="The folder of the solutions.",
)

_IMPLEMENTATIONS = click.option(
    "--implementations",
    type=_FOLDER,
    default=Path("tests/implementations"),
    show_default=True,
    help="The folder of the wheats and chaffs.",
)
_JOBS = click.option(
    "--jobs", type=click.IntRange(1), default=2, show_default=True, help="Processes for the kill matrix."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="grader")
def grader() -> None:
    """Make and check a course. To grade submissions, use the command grade."""


@grader.command()
@_SUITE
@_SOLUTIONS
@click.option("--to", "target", type=_FOLDER, help="Where to write.  [default: assignments/SUITE]")
@click.option(
    "--format", "form", type=click.Choice(["notebook", "script"]), default="notebook", show_default=True
)
@click.option("--lang", type=click.Choice(["en", "ko"]), default="en", show_default=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a file is out of step.")
@click.option("--force", is_flag=True, help="Replace files that were edited since their release.")
@_IMPLEMENTATIONS
@_JOBS
@click.option("--skip-checks", is_flag=True, help="Release the course without checking it.")
def release(
    suite: str,
    solutions: Path,
    target: Path | None,
    form: str,
    lang: str,
    check: bool,
    force: bool,
    implementations: Path,
    jobs: int,
    skip_checks: bool,
) -> int:
    """Make the students' notebooks or scripts from the solutions.

    First the course is checked, as by audit and audit --matrix. If there is a problem, nothing is
    written; exit with 3.
    """
    from grader.lessons.release import release as run

    def tried() -> None:
        from grader.audit.exercise import Setup
        from grader.cli.audit import check_release

        if skip_checks:
            click.echo("NOT CHECKED: wrong answers may pass, and right ones may lose points.")
        else:
            check_release(Setup(suite, solutions / suite, implementations), jobs)

    target = target or Path("assignments") / suite
    paths = run(solutions / suite, target, form=form, lang=lang, check=check, force=force, before=tried)  # type: ignore[arg-type]
    for path in paths:
        click.echo(f"{'out of step' if check else 'written' if path.exists() else 'removed'}: {path}")
    if not paths:
        click.echo(f"{target} is in step.")
    return exits.POINTS_LOST if check and paths else exits.FULL_MARKS


@grader.command()
@_SUITE
@_SOLUTIONS
@click.option(
    "--assignments", type=_FOLDER, default=Path("assignments"), show_default=True, help="The stubs' folder."
)
@click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True, help="Which cases to draw."
)
@click.option(
    "--matrix", is_flag=True, help="Make the kill matrix instead: which property catches which wrong answer."
)
@click.option("--curve", is_flag=True, help="With --matrix: how many cases it takes to catch everything.")
@_IMPLEMENTATIONS
@click.option(
    "--seeds",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="With --matrix: how many seeds to judge on.",
)
@_JOBS
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the matrix, as .csv or .json."
)
def audit(
    suite: str,
    solutions: Path,
    assignments: Path,
    seed: int,
    matrix: bool,
    curve: bool,
    implementations: Path,
    seeds: int,
    jobs: int,
    output: Path | None,
) -> int:
    """Check the course itself; exit with 3 if it is unsound."""
    from grader.audit.exercise import Setup
    from grader.cli.audit import check_output, show_audit, show_curve, show_matrix

    setup = Setup(suite, solutions / suite, implementations)
    check_output(output)
    if curve:
        found = show_curve(setup, seed, seeds, jobs)
    elif matrix:
        found = show_matrix(setup, seed, seeds, jobs, output)
    else:
        found = show_audit(suite, solutions / suite, assignments / suite, seed)
    return exits.UNSOUND if found else exits.FULL_MARKS


@grader.command()
@_SUITE
@click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=0, show_default=True)
def keep(suite: str, seed: int) -> None:
    """Draw the cases that the course ships, after a change of its strategies."""
    from grader.course.cases import Kept
    from grader.course.load import folder, load

    cases = folder(suite) / "cases"
    changed = Kept(cases).write(load(suite).exercises, seed)
    for path in changed:
        click.echo(f"{'written' if path.exists() else 'removed'}: {path}")
    if not changed:
        click.echo(f"{cases} is in step.")


@grader.command()
def schema() -> None:
    """Print the JSON Schema of the report that grade --format json prints."""
    from grader.report.json import schema as text

    click.echo(text(), nl=False)


@grader.command()
@_SUITE
@click.option("--lang", default="ko", show_default=True, help="A language code.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a catalogue is out of step.")
def translate(suite: str, lang: str, check: bool) -> int:
    """Collect the sentences that students read, and compile their translations."""
    from grader.course.load import folder, load
    from grader.lessons import translate as run
    from grader.report.language import LOCALE

    package = folder(suite)
    catalogues = (
        (run.framework_sentences(LOCALE.parent), LOCALE, "grader"),
        (run.suite_sentences(load(suite), package), package / "locale", "suite"),
    )
    if check:
        stale = [name for texts, home, name in catalogues if run.stale(texts, home, name, lang)]
        click.echo("\n".join(f"out of step: {name}" for name in stale) or "The catalogues are in step.")
        return exits.POINTS_LOST if stale else exits.FULL_MARKS
    for texts, home, name in catalogues:
        missing = run.update(texts, home, name, lang)
        click.echo(f"{name}: {len(texts)} sentences, {len(missing)} without a translation.")
        click.echo("".join(f"  {text}\n" for text in missing), nl=False)
    return exits.FULL_MARKS


grader.add_command(collect)
grader.add_command(doctor)


def main() -> None:
    """Entry point of the console script."""
    exits.run(grader)
