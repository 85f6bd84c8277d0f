"""A submission's side of grading: its files are read once, each exercise gets a worker, calls get answers.

The worker is asked in ``grader.worker.wire`` and believed in nothing: whatever comes back is checked
here for its form as a reply, and by the exercise's form and properties for what it says.
"""

from grader.run.budget import Budget
from grader.run.reading import Finding, Reading, read
from grader.run.student import Student

__all__ = ["Budget", "Finding", "Reading", "Student", "read"]
