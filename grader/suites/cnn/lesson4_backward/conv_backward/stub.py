"""What the student writes."""

from __future__ import annotations

from grader.course.authoring import Annotated, Array, exercise
from grader.suites.cnn.oracles import Layer

from . import cases


@exercise(
    "Convolution, backward pass",
    points=25,
    inputs=cases.plain,
    needs=("zero_pad",),
    contracts=cases.together,
)
def conv_backward(
    dZ: Array, cache: Layer
) -> tuple[
    Annotated[Array, "m n_H n_W n_C_prev"],
    Annotated[Array, "f f n_C_prev n_C"],
    Annotated[Array, "1 1 1 n_C"],
]:
    """Compute the gradients of a convolution from dZ (m, n_H, n_W, n_C), the gradient of its output.

    ``cache`` is (A_prev, W, b, hparameters), as conv_forward got them. Returns: dA_prev (m, n_H_prev,
    n_W_prev, n_C_prev), dW (f, f, n_C_prev, n_C) and db (1, 1, 1, n_C), of the forms of A_prev, W and b.
    """
    raise NotImplementedError
