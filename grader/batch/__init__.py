"""Many submissions at once: one never affects another, and a killed run can continue."""

from grader.batch.journal import Journal, Journaled
from grader.batch.threads import grade_all

__all__ = ["Journal", "Journaled", "grade_all"]
