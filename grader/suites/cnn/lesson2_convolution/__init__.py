"""Lesson 2: padding, one step of a convolution, its forward pass."""

from __future__ import annotations

from grader.course.authoring import lesson

from . import conv_forward, conv_single_step, zero_pad

LESSON = lesson(
    "Lesson 2: Convolution",
    __name__,
    [zero_pad.zero_pad, conv_single_step.conv_single_step, conv_forward.conv_forward],
)
