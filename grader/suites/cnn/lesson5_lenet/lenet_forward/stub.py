"""What the student writes."""

from __future__ import annotations

from grader.course.authoring import Annotated, Array, Cache, exercise
from grader.suites.cnn.oracles import Parameters

from . import cases


@exercise("LeNet-5, forward pass", points=7, inputs=cases.positive, needs=("conv_forward", "pool_forward"))
def lenet_forward(X: Array, parameters: Parameters) -> tuple[Annotated[Array, "m classes"], Cache]:
    """Run LeNet-5 on images X (m, 32, 32, n_C0).

    CONV 5x5x6, POOL 2/2, CONV 5x5x16, POOL 2/2 (max), flatten to 400, dense 120, dense 84, dense classes,
    softmax; ReLU after every CONV and dense layer but the last. Returns: probabilities (m, classes), caches.
    """
    raise NotImplementedError
