"""What is audited: a course at work, and the two folders of its lessons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grader.discover import discover
from grader.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from grader.discover.submission import Submission
    from grader.pipeline import Grader

__all__ = ["Audit"]


@dataclass(frozen=True, slots=True)
class Audit:
    """What is audited: a suite at work, and the two folders of its lessons."""

    grader: Grader
    solutions: Path
    assignments: Path
    package: Path

    def only(self, folder: Path) -> Submission:
        """Return the one submission that a folder of lessons is."""
        submissions = discover([folder], self.grader.suite.name)
        if len(submissions) != 1:
            raise UsageError(
                f"{folder} holds {len(submissions)} submissions; it must be one folder of lessons."
            )
        return submissions[0]
