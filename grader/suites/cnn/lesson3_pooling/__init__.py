"""Lesson 3: the forward pass of pooling."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import pool_forward

LESSON = lesson(
    "Lesson 3: Pooling",
    __name__,
    [pool_forward.pool_forward],
)
