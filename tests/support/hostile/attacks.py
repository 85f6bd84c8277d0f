"""Reads the attacks: ``tests/hostile/submissions/FAMILY/ATTACK.py`` is one lesson, attack included.

Its docstring says what it tries, and after an empty line what must come out::

    zero_pad: failed or crashed, 0      status, points; "at most 2" where they depend on chance
    limits: short                       it is about using them up
    shows: [bold]                       the text report must say exactly this

A line ``# file: NAME`` begins another file of the same submission. Words between @ are replaced by the baits'
places, as an attacker is assumed to know where everything is, and by what no editor likes to show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SUBMISSIONS = Path(__file__).parents[2] / "hostile/submissions"
EXERCISE = re.compile(r"(\w+): (\w+(?: or \w+)*), (at most )?([\d.]+)")
UNSEEMLY = {"escape": "\x1b", "brackets": "(" * 10_000 + ")" * 10_000, "signs": "+0" * 200_000}
FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Expected:
    """What must come out for one exercise."""

    statuses: tuple[str, ...]
    points: float
    at_most: bool = False

    def complaint(self, status: str, points: float | None) -> str:
        """Say how a result differs; empty if it does not."""
        right = points is not None and (points <= self.points if self.at_most else points == self.points)
        if "ungraded" in self.statuses and status == "ungraded":
            return ""
        if status in self.statuses and right:
            return ""
        bound = "at most " if self.at_most else ""
        return f"{status} with {points}, not {' or '.join(self.statuses)} with {bound}{self.points:g}"


@dataclass(frozen=True)
class Attack:
    """One hostile submission.

    Attributes:
        name: family/attack.
        files: by name, as they stand in its file.
        expected: by exercise; no others are graded.
        short: grade it with small limits.
        shows: what the text report must contain as it stands.
    """

    name: str
    files: dict[str, str]
    expected: dict[str, Expected]
    short: bool = False
    shows: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        """The name of its folder in a class."""
        return self.name.replace("/", "-")

    def write(self, home: Path, places: dict[str, str]) -> None:
        """Write it into a class's folder, as it is handed in."""
        for name, text in self.files.items():
            path = home / self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled(text, places | UNSEEMLY), "utf-8")


def _filled(text: str, places: dict[str, str]) -> str:
    for word, place in places.items():
        text = text.replace(f"@{word}@", place)
    return text


def parse(name: str, text: str) -> Attack:
    """Read the file of one attack.

    Raises:
        ValueError: its docstring does not say what must come out.
    """
    _, doc, _ = text.split('"""', 2)
    says = doc.partition("\n\n")[2]
    expected = {
        match[1]: Expected(tuple(match[2].split(" or ")), float(match[4]), bool(match[3]))
        for match in EXERCISE.finditer(says)
    }
    if not expected:
        raise ValueError(f"{name} does not say what must come out")
    lesson, *others = FILE.split(text)
    files = {"lesson.py": lesson} | dict(zip(others[::2], others[1::2], strict=True))
    shows = tuple(re.findall(r"^shows: (.+)$", says, re.MULTILINE))
    return Attack(name, files, expected, "limits: short" in says, shows)


ATTACKS = {
    attack.name: attack
    for path in sorted(SUBMISSIONS.glob("*/*.py"))
    for attack in [parse(f"{path.parent.name}/{path.stem}", path.read_text("utf-8"))]
}
