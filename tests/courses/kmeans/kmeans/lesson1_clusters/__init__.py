"""The three parts of k-means: distances, the nearest centre, new centres."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import assign, distances, move

LESSON = lesson("Lesson 1: Clusters", __name__, [distances.distances, assign.assign, move.move])
