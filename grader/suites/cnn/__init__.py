"""The course: convolutional networks from scratch, a folder for each lesson.

An exercise is a file in its lesson's folder, or a folder with ``stub``, ``properties``, ``mistakes`` and
``cases``. ``oracles`` says what is right, ``parts`` answers for exercises that others need, ``values`` holds
what all cases share. Points sum to 100.
"""

from __future__ import annotations

from grader.course.authoring import suite

from . import lesson2_convolution, lesson3_pooling, lesson4_backward, lesson5_lenet

SUITE = suite(
    "Convolutional networks from scratch",
    __name__,
    [
        lesson2_convolution.LESSON,
        lesson3_pooling.LESSON,
        lesson4_backward.LESSON,
        lesson5_lenet.LESSON,
    ],
    axes={4: (1, 2)},  # height and width of a batch (m, n_H, n_W, n_C)
)
