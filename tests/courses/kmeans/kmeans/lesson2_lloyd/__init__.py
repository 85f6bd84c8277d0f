"""The parts put together."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import lloyd

LESSON = lesson("Lesson 2: Lloyd's algorithm", __name__, [lloyd.lloyd])
