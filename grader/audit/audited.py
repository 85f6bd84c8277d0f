"""What is audited: a course at work, and the folders around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.discover import discover_one

if TYPE_CHECKING:
    from pathlib import Path

    from grader.discover.submission import Submission
    from grader.pipeline import Grader

__all__ = ["Audit"]


@dataclass(frozen=True, slots=True)
class Audit:
    """What is audited.

    Attributes:
        grader: the suite at work.
        package: the folder of its package.
        solutions: the folder of its lessons, with their solutions.
        assignments: the folder of its lessons as students get them.
        implementations: the folder of its wheats and chaffs; may not exist.
    """

    grader: Grader
    package: Path
    solutions: Path
    assignments: Path
    implementations: Path

    def only(self, folder: Path) -> Submission:
        """Return the one submission that a folder of lessons is."""
        return discover_one(folder, self.grader.suite.name)
