"""The course: convolutional networks from scratch, one file an exercise.

``strategies`` makes the cases, ``oracles`` says what is right, slowly and plainly. Points sum to 100.
"""

from __future__ import annotations

from grader.authoring import suite
from grader.suites.cnn import conv_forward, conv_single_step, zero_pad

SUITE = suite(
    "Convolutional networks from scratch",
    __name__,
    [zero_pad.zero_pad, conv_single_step.conv_single_step, conv_forward.conv_forward],
)
