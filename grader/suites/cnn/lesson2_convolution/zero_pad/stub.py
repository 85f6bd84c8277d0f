"""What the student writes."""

from __future__ import annotations

from grader.course.authoring import Annotated, Array, exercise
from grader.suites.cnn import parts

from . import cases


@exercise("Zero padding", points=10, inputs=cases.plain, contracts=cases.together, oracle=parts.zero_pad)
def zero_pad(X: Array, pad: int) -> Annotated[Array, "m n_H n_W n_C"]:
    """Pad every image of X (m, n_H, n_W, n_C) with ``pad`` zeros on its four sides.

    Returns: (m, n_H + 2 pad, n_W + 2 pad, n_C).
    """
    raise NotImplementedError
