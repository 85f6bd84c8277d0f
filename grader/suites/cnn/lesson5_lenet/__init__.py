"""Lesson 5: LeNet-5's parameters, its forward pass, and a table of it."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import lenet_forward, lenet_parameters, lenet_summary

LESSON = lesson(
    "Lesson 5: LeNet-5",
    __name__,
    [lenet_parameters.lenet_parameters, lenet_forward.lenet_forward, lenet_summary.lenet_summary],
)
