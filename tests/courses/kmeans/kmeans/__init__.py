"""The course kmeans: a folder for each lesson, in it a file for each exercise."""

from __future__ import annotations

from grader.course.authoring import suite

from . import lesson1_clusters, lesson2_lloyd, lesson3_elbow

SUITE = suite("K-means clustering", __name__, [lesson1_clusters.LESSON, lesson2_lloyd.LESSON, lesson3_elbow.LESSON])
