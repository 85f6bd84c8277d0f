"""Many submissions at once: one submission's trouble never touches another's, and a killed run goes on."""

from grader.batch.journal import Journal, Journaled
from grader.batch.threads import grade_all

__all__ = ["Journal", "Journaled", "grade_all"]
