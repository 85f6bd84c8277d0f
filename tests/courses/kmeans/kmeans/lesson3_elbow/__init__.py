"""Extra credit: how good a clustering is."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import inertia

LESSON = lesson("Lesson 3: The elbow", __name__, [inertia.inertia], extra=True)
