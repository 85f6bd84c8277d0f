"""Grades the attacks, innocents among the attackers, and says what is not as it must be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unittest import mock

from grader.batch import grade_all
from grader.course.cases import Kept
from grader.course.load import load
from grader.discover import discover
from grader.discover.submission import SourceFile, Submission
from grader.pipeline import Grader
from grader.run import budget
from grader.sandbox import Limits, WarmProcesses
from support.hostile.attacks import ATTACKS
from support.hostile.baits import Baits
from support.hostile.leftovers import watched
from support.hostile.outputs import complaints, rendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from grader.course.model import Suite
    from grader.judging.grades import Grade
    from grader.sandbox import Lender
    from support.hostile.attacks import Attack

JOBS = 4
EVERY = 8  # attacks stand between two innocents
LIMITS = Limits(cpu_seconds=2.0, wall_seconds=20.0)
SHORT = Limits(cpu_seconds=0.3, wall_seconds=2.0, total_cpu_seconds=3, memory_bytes=768 * 2**20)

BOAST = "GOT IT"  # what an attack says that got somewhere
WHOLE = "the whole"  # the name of what concerns no single attack

PADDED = """\
import numpy as np

def zero_pad(X, pad):
    {}return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)){})
"""
INNOCENTS = {
    "right": PADDED.format("", ""),
    "wrong": PADDED.format("", ", mode='edge'"),
    "raises": PADDED.format("assert pad < 2; ", ""),
}


@dataclass
class Outcome:
    """How they came out.

    Attributes:
        grades: by the attack's name.
        failures: what is not as it must be, by the attack's name; ``WHOLE`` for the rest.
    """

    grades: dict[str, Grade] = field(default_factory=dict)
    failures: dict[str, list[str]] = field(default_factory=dict)

    def blame(self, name: str, wrong: Iterable[str]) -> None:
        """Add what is wrong with an attack, if anything is."""
        if found := list(wrong):
            self.failures.setdefault(name, []).extend(found)


def run_all(root: Path, names: Sequence[str] | None = None) -> Outcome:
    """Grade the attacks in classes with innocents, and look at everything that they must not do.

    Args:
        root: an empty folder.
        names: of the attacks; all without it.
    """
    outcome = Outcome()
    chosen = [ATTACKS[name] for name in (ATTACKS if names is None else names)]
    for name in ("temporary", "baits"):
        (root / name).mkdir()
    with Baits(root / "baits") as baits:
        classes = _classes(chosen, root / "classes", baits.places)
        with watched(root / "temporary", baits.marker) as left, WarmProcesses() as warm:
            for home, attacks in classes.items():
                _grade(home, attacks, warm, outcome)
        for attack in chosen:
            _judge(attack, baits, outcome)
        outcome.blame(WHOLE, (f"somebody spoke to the listener: {name}" for name in baits.visited()))
        outcome.blame(WHOLE, (f"a file of others is changed: {name}" for name in baits.changed()))
    outcome.blame(WHOLE, left.complaints())
    return outcome


def suite_of(names: Iterable[str]) -> Suite:
    """Return the course with these exercises only."""
    return load().only(list(names)).suite


def _classes(attacks: Sequence[Attack], root: Path, places: dict[str, str]) -> dict[Path, list[Attack]]:
    """Write a folder for each class: one for those that are graded alike."""
    classes: dict[Path, list[Attack]] = {}
    for attack in attacks:
        home = root / "-".join([*sorted(attack.expected), *(["short"] if attack.short else [])])
        classes.setdefault(home, []).append(attack)
        attack.write(home, places)
    return classes


def _grade(home: Path, attacks: Sequence[Attack], warm: Lender, outcome: Outcome) -> None:
    """Grade a class with innocents in it, whose reports must be those that they get alone."""
    suite = suite_of(attacks[0].expected)
    limits = SHORT if attacks[0].short else LIMITS
    grader = Grader(suite, Kept(load().cases), 0, warm, limits)
    grader.prepare()
    innocents = [Submission(name, (SourceFile("a.py", text.encode()),)) for name, text in INNOCENTS.items()]
    alone = {each.name: rendered(suite, grader.grade(each)) for each in innocents}
    members = list(innocents)
    for place, submission in enumerate(discover([home], suite.name)):
        members.append(submission)
        if place % EVERY == 0:
            members.append(innocents[place // EVERY % len(innocents)])
    names = {attack.folder: attack.name for attack in attacks}
    with mock.patch.object(budget, "LEAST", 0.0 if limits is SHORT else budget.LEAST):
        grades = list(grade_all(grader, members + innocents, JOBS))
    for grade in grades:
        if grade.submission in names:
            outcome.grades[names[grade.submission]] = grade
        elif rendered(suite, grade) != alone[grade.submission]:
            outcome.blame(WHOLE, [f"the innocent {grade.submission} got {grade.earned} among attackers"])


def _judge(attack: Attack, baits: Baits, outcome: Outcome) -> None:
    """Compare the verdicts with those that must come out, and look into every report."""
    grade = outcome.grades[attack.name]
    for exercise in grade.exercises:
        name = exercise.exercise.name
        wrong = attack.expected[name].complaint(exercise.status, exercise.earned)
        said = next((v.feedback.message for v in exercise.verdicts if v.feedback), "")
        outcome.blame(attack.name, [f"{name} is {wrong}: {said[:200]}"] if wrong else [])
    reports = rendered(suite_of(attack.expected), grade)
    for form, text in reports.items():
        outcome.blame(attack.name, complaints(form, text))
        outcome.blame(attack.name, (f"{form} gives away: {kind}" for kind in baits.taken(text)))
        outcome.blame(attack.name, [f"{form} says {BOAST}"] if BOAST in text else [])
    outcome.blame(
        attack.name, (f"does not show {text!r}" for text in attack.shows if text not in reports["en"])
    )
