"""What the student writes."""

from __future__ import annotations

import numpy as np  # noqa: TC002 - the annotations of a stub are read

from grader.course.authoring import Array, exercise

from . import cases


@exercise("LeNet-5, its parameters", points=4, inputs=cases.usual, contracts=cases.sizes)
def lenet_parameters(rng: np.random.Generator, n_C0: int = 3, classes: int = 10) -> dict[str, Array]:
    """Draw the weights from rng, for images with n_C0 channels.

    Weights are normal, with a standard deviation of sqrt(2 / inputs of the layer); biases are 0. Returns:
    W1 (5, 5, n_C0, 6), b1 (1, 1, 1, 6), W2 (5, 5, 6, 16), b2 (1, 1, 1, 16), W3 (400, 120),
    b3 (1, 120), W4 (120, 84), b4 (1, 84), W5 (84, classes), b5 (1, classes).
    """
    raise NotImplementedError
