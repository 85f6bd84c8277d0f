"""The course: convolutional networks from scratch, one file an exercise.

``strategies`` makes the cases, ``oracles`` says what is right. Where an exercise's wrong formulas fill
a file of their own, the exercise is taken from there, complete. Points sum to 100.
"""

from __future__ import annotations

from grader.course.authoring import suite
from grader.suites.cnn import (
    conv_backward_mistakes,
    conv_forward_mistakes,
    conv_single_step,
    lenet_forward,
    lenet_parameters,
    lenet_summary,
    pool_forward_mistakes,
    zero_pad,
)

SUITE = suite(
    "Convolutional networks from scratch",
    __name__,
    [
        zero_pad.zero_pad,
        conv_single_step.conv_single_step,
        conv_forward_mistakes.conv_forward,
        pool_forward_mistakes.pool_forward,
        conv_backward_mistakes.conv_backward,
        lenet_parameters.lenet_parameters,
        lenet_forward.lenet_forward,
        lenet_summary.lenet_summary,
    ],
)
