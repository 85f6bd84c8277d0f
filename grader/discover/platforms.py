"""How learning platforms name what they hand out: whose a file or folder is.

The shapes were looked up in the programs that write them: Canvas (``lib/content_zipper.rb``), Moodle
(``mod/assign/classes/downloader.php``); in an export of Gradescope; in nbgrader's documentation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grader.discover.tree import File, Folder, renamed
from grader.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Handed", "canvas", "looks_like_canvas", "looks_like_moodle", "moodle"]

# name_userid_attachmentid_file, or name_LATE_...; where names are hidden, anon_code stands for name_userid.
# The name has no _digits_ in it: Canvas sees to that.
_CANVAS = re.compile(
    r"(?P<hidden_late>LATE_)?anon_(?P<code>[A-Za-z0-9]+)_(?P<hidden_attachment>\d+)_(?P<hidden_file>.+)"
    r"|(?P<name>.+?)(?P<late>_LATE)?_(?P<id>\d+)_(?P<attachment>\d+)_(?P<file>.+)"
)
# What students typed in, or a link that they gave.
_CANVAS_PAGE = re.compile(
    r"(?P<hidden_late>LATE_)?anon_(?P<code>[A-Za-z0-9]+)_(?:text|link)\.html"
    r"|(?P<name>.+?)(?P<late>_LATE)?_(?P<id>\d+)_(?:text|link)\.html"
)
_AGAIN = re.compile(r"(?P<base>.*)-(?P<number>\d{1,3})(?P<ending>\.[^.]*(?:\.gz)?)")
# Full name_id, or Participant_id where names are hidden; a group without a number has no id.
_MOODLE = re.compile(
    r"(?P<name>[^_]+)(?:_(?P<id>\d+))?_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<file>.*))?", re.DOTALL
)
LATE = say("handed in late, according to the learning platform")
TYPED_TOO = say("text that was typed in was ignored")
LINKED_TOO = say("a submitted link was ignored")
TYPED = say("text or a link was handed in instead of a file: a person has to look at it")


@dataclass
class Handed:
    """What one student handed in on a platform, as far as its names tell."""

    name: str
    owner: str
    entries: list[File | Folder] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    elsewhere: str = ""

    def listed(self) -> list[File | Folder]:
        """Return the entries: a folder that nobody made lists them."""
        return self.entries

    def note(self, sentence: str) -> None:
        """Say something once."""
        if sentence not in self.notes:
            self.notes.append(sentence)


def canvas(entries: Iterable[File | Folder]) -> tuple[list[Handed], list[str]]:
    """Return what each student handed in, and the names that Canvas does not give."""
    students: dict[tuple[str, str], Handed] = {}
    versions: dict[tuple[str, str], list[tuple[int, str, File | Folder]]] = {}
    strays = []
    for entry in entries:
        page = _CANVAS_PAGE.fullmatch(entry.name)
        match = page or _CANVAS.fullmatch(entry.name)
        if match is None:
            strays.append(entry.name)
            continue
        says = match.groupdict()
        key = (says["name"] or f"anon_{says['code']}", says["id"] or says["code"])
        student = students.setdefault(key, Handed(*key))
        if says["late"] or says["hidden_late"]:
            student.note(LATE)
        if page:
            student.elsewhere = TYPED
            student.note(LINKED_TOO if entry.name.endswith("_link.html") else TYPED_TOO)
        else:
            attachment = int(says["attachment"] or says["hidden_attachment"])
            name = says["file"] or says["hidden_file"]
            versions.setdefault(key, []).append((attachment, name, entry))
    for key, files in versions.items():
        students[key].entries += _newest(files, students[key])
    return list(students.values()), strays


def _newest(files: list[tuple[int, str, File | Folder]], student: Handed) -> list[File | Folder]:
    """Return the files, of ``work.py``, ``work-1.py``, ``work-2.py`` only the last that was handed in.

    Such a number is Canvas' own only if the file without one is there, and older; students number theirs too.
    """
    first = {name: attachment for attachment, name, _ in files}
    newest: dict[str, tuple[int, str, File | Folder]] = {}
    for attachment, name, entry in sorted(files, key=lambda each: each[0]):
        again = _AGAIN.fullmatch(name)
        base = again["base"] + again["ending"] if again else name
        key = base if base in first and first[base] <= attachment else name
        if key in newest:
            student.note(
                say("{name} was ignored: {other} was handed in later", name=newest[key][1], other=name)
            )
        newest[key] = (attachment, name, entry)
    return [renamed(entry, name) for _, name, entry in newest.values()]


def looks_like_canvas(entries: Sequence[File | Folder]) -> bool:
    """Say whether most files are named as Canvas names them.

    A student's own ``week_1_2_lines.py`` has the shape too. But Canvas gives every person one number, few
    persons share a name, and every file has a number of its own, of three digits or more.
    """
    matches = [match for entry in entries if (match := _CANVAS.fullmatch(entry.name))]
    pages = [entry for entry in entries if _CANVAS_PAGE.fullmatch(entry.name)]
    if 2 * (len(matches) + len(pages)) <= len(entries) or not matches:
        return False
    owners = {(match["name"], match["id"]) for match in matches if match["id"]}
    numbers = [match["attachment"] or match["hidden_attachment"] for match in matches]
    people = len(owners) == len({number for _, number in owners})
    named = 2 * len({name for name, _ in owners}) > len(owners) or not owners
    return (
        people and named and len(set(numbers)) == len(numbers) and all(len(number) > 2 for number in numbers)
    )


def looks_like_moodle(entries: Sequence[File | Folder]) -> bool:
    """Say whether a name is one that only Moodle gives."""
    return any(_MOODLE.fullmatch(entry.name) for entry in entries)


def moodle(entries: Iterable[File | Folder]) -> tuple[list[Handed], list[str]]:
    """Return what each student handed in, and the names that Moodle does not give."""
    students: dict[tuple[str, str], Handed] = {}
    strays = []
    for entry in entries:
        match = _MOODLE.fullmatch(entry.name)
        if match is None:
            strays.append(entry.name)
            continue
        key = (match["name"], match["id"] or "")
        student = students.setdefault(key, Handed(*key))
        if match["kind"] != "file":
            student.elsewhere = TYPED
            student.note(TYPED_TOO)
        elif match["file"]:
            student.entries.append(renamed(entry, match["file"]))
        elif isinstance(entry, Folder) and not entry.fault:
            student.entries += entry.entries
        else:
            student.entries.append(entry)
    return list(students.values()), strays
