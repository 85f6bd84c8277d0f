"""``grader doctor``: how well this system confines submissions; and the check before a batch."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from grader.cli.options import LANG
from grader.errors import UsageError
from grader.levels import ALONE, LEVELS, MEANINGS, PROBES, at_least
from grader.words import say, translatable

if TYPE_CHECKING:
    from collections.abc import Callable

    from grader.levels import Level
    from grader.sandbox import Confinement
    from grader.sandbox.timings import Timings

__all__ = ["check", "doctor", "option"]

FORMATS = ("text", "json")
ADVICE = translatable(
    "A batch is graded only where submissions are sealed: on Linux 5.13 or newer with Landlock and seccomp,"
    " on x86-64 or arm64, without root or a container. To accept less, use grade --allow-weaker LEVEL."
)
BLOCKED, THROUGH = translatable("blocked"), translatable("NOT BLOCKED")


def option(level: str) -> str:
    """Return how a level is written on the command line."""
    return level.lower().replace(" ", "-")


def check(found: Confinement, weakest: str | None, *, batch: bool) -> None:
    """Refuse to grade a batch that would be confined less than it must be.

    Raises:
        UsageError: it would be, and what to do about it.
    """
    wanted: Level = next((level for level in LEVELS if option(level) == weakest), "sealed")
    if not batch or at_least(found.level, wanted):
        return
    through = ", ".join(_words(name) for name in found.missing(wanted))
    raise UsageError(
        f"A batch needs the level {wanted!r}, and this system confines submissions only at the level "
        f"{found.level!r}: a submission could {through}. For details, run `grader doctor`. Grade on a Linux"
        f" system that has what is missing, or accept this level with --allow-weaker {option(found.level)}."
    )


@click.command()
@click.option("--timings", is_flag=True, help="Measure what starting and locking a worker costs.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@LANG
def doctor(timings: bool, form: str, lang: str) -> int:
    """Check how well this system confines submissions. It tries what they must not do.

    Exits with 0 if they are sealed, and with 1 otherwise.
    """
    from grader.report.language import translator
    from grader.sandbox import Limits, WarmProcesses
    from grader.sandbox.timings import timings as measure

    with WarmProcesses() as warm:
        found = warm.confinement(Limits())
        cost = measure(warm.mine, Limits()) if timings else None
    translate = translator(lang)
    click.echo(_json(found, cost) if form == "json" else _text(found, cost, translate), nl=False)
    return int(found.level != "sealed")


def _json(found: Confinement, cost: Timings | None) -> str:
    told: dict[str, object] = {"level": found.level, "layers": found.layers, "stopped": found.outcomes}
    if cost is not None:
        told["cpu_seconds"] = {"start": cost.start, "lock": cost.lock}
    return json.dumps(told, indent=2, sort_keys=True) + "\n"


def _text(found: Confinement, cost: Timings | None, translate: Callable[[str], str]) -> str:
    lines = [translate(say("Locked with: {layers}.", layers=", ".join(found.layers) or "-")), ""]
    for name, stopped in found.outcomes.items():
        words = translate(_words(name))
        ended = f"{translate(BLOCKED)}  {words}  ({stopped})" if stopped else f"{translate(THROUGH)}  {words}"
        lines.append(f"  {ended}")
    lines += ["", f"{translate('Confinement:')} {translate(MEANINGS[found.level])}"]
    if found.level != "sealed":
        lines += [translate(ADVICE)]
    if cost is not None:
        start, lock = f"{cost.start * 1e3:.2f}", f"{cost.lock * 1e3:.2f}"
        lines += [
            translate(
                say(
                    "Starting a worker takes {start} ms of CPU time, {lock} ms of it for the lock.",
                    start=start,
                    lock=lock,
                )
            )
        ]
    return "\n".join(lines) + "\n"


def _words(name: str) -> str:
    if name.endswith(ALONE):
        return say("{probe}, with Landlock alone", probe=PROBES[name.removesuffix(ALONE)])
    return PROBES[name]
