"""Answers with layers that are named like commands, colours and formulas.

lenet_summary: failed, 0
"""


def lenet_summary(n_C0=3, classes=10):
    names = ("\n::error::all passed", "@escape@[2J@escape@[32mall passed", "##[error]", "=1+1", "\u202eBIDI")
    return [(name, (1,), 1, 1) for name in names]
