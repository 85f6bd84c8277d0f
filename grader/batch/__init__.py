"""Many submissions at once: one submission's trouble never touches another's."""

from grader.batch.threads import grade_all

__all__ = ["grade_all"]
