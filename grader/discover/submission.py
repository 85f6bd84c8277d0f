"""What a student handed in, as frozen values: names and bytes, nothing parsed."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SourceFile", "Submission"]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A notebook or script of a student, as bytes: nobody has looked inside yet."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Submission:
    """What one student handed in.

    Attributes:
        name: the student's, as a folder or the learning platform tells; no other submission has the same.
        notes: what was left aside, and why.
        owner: the student's id at the learning platform, if it came from one.
        unfit: what could not be taken in though it may hold lessons, as a sentence; a person has to look.
    """

    name: str
    files: tuple[SourceFile, ...]
    notes: tuple[str, ...] = ()
    owner: str = ""
    unfit: str = ""
