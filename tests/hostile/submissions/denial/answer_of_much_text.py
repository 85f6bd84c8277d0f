"""Answers with a layer whose name is six megabytes long: every broken promise would quote it.

lenet_summary: failed, 0
"""


def lenet_summary(n_C0=3, classes=10):
    return [("A" * 6_000_000, (1,), 1, 1)]
