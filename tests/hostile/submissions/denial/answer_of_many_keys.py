"""Answers with a dictionary whose keys are long, hostile, and many.

zero_pad: failed, 0
"""


def zero_pad(X, pad):
    return {"x" * 1000 + str(n): {("a", n): n} for n in range(3_000)}
