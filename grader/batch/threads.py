"""Grades submissions in parallel threads.

Threads are enough: the students' functions run in processes of their own, and waiting for them
releases the interpreter lock. They share the kept cases, which nobody changes.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from grader.batch.journal import Journaled
    from grader.discover.submission import Submission
    from grader.judging.grades import Grade
    from grader.pipeline import Grader

__all__ = ["grade_all"]


def grade_all(
    grader: Grader | Journaled,
    submissions: Sequence[Submission],
    jobs: int,
    done: Callable[[], None] = lambda: None,
) -> Iterator[Grade]:
    """Yield the grades in the order of the submissions, each as soon as it and those before it are there.

    Args:
        grader: grades one submission; faults inside become part of its grade.
        submissions: what to grade.
        jobs: how many at the same time, at least 1.
        done: called after each exercise, from any thread.
    """
    with ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="grade") as threads:
        waiting = [threads.submit(grader.grade, submission, done) for submission in submissions]
        try:
            for future in waiting:
                yield future.result()
        finally:
            for future in waiting:
                future.cancel()
