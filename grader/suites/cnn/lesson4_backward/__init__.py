"""Lesson 4: the backward pass of a convolution."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import conv_backward

LESSON = lesson(
    "Lesson 4: Backward pass",
    __name__,
    [conv_backward.conv_backward],
)
