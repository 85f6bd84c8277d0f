"""The course: convolutional networks from scratch, a folder for each lesson.

An exercise is a file in its lesson's folder, or a folder with ``stub``, ``properties``, ``mistakes`` and
``cases``. ``oracles`` says what is right, ``parts`` answers for exercises that others need, ``values`` holds
what all cases share. Points sum to 100.
"""

from __future__ import annotations

from grader.course.authoring import suite
from grader.suites.cnn.lesson2_convolution import conv_forward, conv_single_step, zero_pad
from grader.suites.cnn.lesson3_pooling import pool_forward
from grader.suites.cnn.lesson4_backward import conv_backward
from grader.suites.cnn.lesson5_lenet import lenet_forward, lenet_parameters, lenet_summary

SUITE = suite(
    "Convolutional networks from scratch",
    __name__,
    [
        zero_pad.zero_pad,
        conv_single_step.conv_single_step,
        conv_forward.conv_forward,
        pool_forward.pool_forward,
        conv_backward.conv_backward,
        lenet_parameters.lenet_parameters,
        lenet_forward.lenet_forward,
        lenet_summary.lenet_summary,
    ],
)
